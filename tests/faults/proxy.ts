import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** A line between screens and the server that can be made bad. TCP keeps bytes in order; everything else may happen. */
export type Proxy = {
  /** What screens take for the server. */
  readonly url: string;
  /** Bytes come so many ms late, and a little more or less. */
  readonly delay: (ms: number) => void;
  /** Breaks every line that is open. */
  readonly cut: () => void;
  /** From now on nothing comes through, and nobody is told: a pulled cable. New lines are not answered either. */
  readonly stall: () => void;
  /** Delivers what was held up: also what the senders have given up and sent again on other lines. */
  readonly resume: () => void;
  readonly lines: () => number;
  readonly close: () => Promise<void>;
};

/** Opens a line to the server at this address. */
export async function openProxy(target: string, random: () => number): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let held: (() => void)[] | null = null;
  let delayMs = 0;

  /** Carries bytes one way. */
  const carry = (from: Socket, to: Socket): void => {
    // Each waits for the one before, or a longer delay would let a later one overtake it.
    let last: Promise<void> = Promise.resolve();
    let lastDue = 0;
    from.on('data', (bytes) => {
      const due = Math.max(lastDue, performance.now() + delayMs * (0.5 + random()));
      lastDue = due;
      last = last.then(async () => {
        const left = due - performance.now();
        if (delayMs > 0 && left > 0) await new Promise((resolve) => setTimeout(resolve, left));
        if (held === null) to.write(bytes);
        else held.push(() => to.writable && to.write(bytes));
      });
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      open.delete(from);
      // Whoever hears of the end has heard all before it; while a line is stalled nobody hears of anything.
      void last.then(() => (held === null ? to.destroy() : held.push(() => to.destroy())));
    });
  };

  const server = createServer((screen) => {
    const onward = connect(Number(port), hostname);
    for (const socket of [screen, onward]) {
      socket.setNoDelay(true);
      open.add(socket);
    }
    carry(screen, onward);
    carry(onward, screen);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const resume = (): void => {
    const waiting = held ?? [];
    held = null;
    for (const deliver of waiting) deliver();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    delay: (ms) => {
      delayMs = ms;
    },
    cut: () => {
      for (const socket of open) socket.destroy();
    },
    stall: () => {
      held ??= [];
    },
    resume,
    lines: () => open.size / 2,
    close: async () => {
      server.close();
      held = null;
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}
