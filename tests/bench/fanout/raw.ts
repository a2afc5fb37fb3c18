import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { WebSocket } from 'ws';

/** Clients of the bare broadcast, each with the bytes that it gets. */
export type Raw = {
  /** Broadcasts once. @returns how long each client waited, ms. */
  readonly round: () => Promise<number[]>;
  readonly close: () => void;
};

async function opened(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await once(socket, 'open');
  return socket;
}

/** @param payloads one for each client. */
export async function openRaw(payloads: readonly string[]): Promise<Raw> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'rawServer.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const url = `ws://127.0.0.1:${Number(said.toString('utf8'))}`;
  const clients = await Promise.all(
    payloads.map(async (payload) => {
      const socket = await opened(url);
      socket.send(payload);
      return socket;
    }),
  );
  const speaker = await opened(url);
  return {
    round: async () => {
      const arrivals = clients.map(async (client) => {
        await once(client, 'message');
        return performance.now();
      });
      const start = performance.now();
      speaker.send('go');
      return (await Promise.all(arrivals)).map((at) => at - start);
    },
    close: () => {
      for (const socket of [...clients, speaker]) socket.terminate();
      child.kill();
    },
  };
}
