import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Answered, Order, Reading } from './reading.ts';

/** A server in a process of its own, on a clock that stands still unless it is moved. */
export type Machine = {
  readonly url: () => string;
  /** Only of an office that the first start made. */
  readonly manager: { readonly login: string; readonly password: string };
  readonly setClock: (at: number) => Promise<void>;
  readonly read: () => Promise<Reading>;
  /** Ends cleanly and starts again on the same data, under the same address. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** What it wrote to its log and its standard error, line by line. */
  readonly logged: readonly string[];
};

type Plain<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A server that was stopped and whose process stays has left something open. */
const endsWithinMs = 20_000;
const script = join(import.meta.dirname, 'serverProcess.ts');
/**
 * The C library (glibc) gives what is free at the end of its heap back from 128 kB on, until a large block was freed: then
 * only from twice that block's size on, with us 38 MB after the first log-in. Said so it stays, and hides no leak.
 * See mallopt(3).
 */
const givesBack = { MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '131072' };

/** Starts the process. @param port 0 takes any. */
async function startProcess(data: string, now: number, port: string, logged: string[]) {
  const child = fork(script, [String(now), '--port', port, '--data', data, '--no-open'], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...givesBack, LUOT_LOG: 'warn' },
  });
  let rest = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    logged.push(...lines);
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the server's process ended: ${logged.slice(-5).join('\n')}`);
  });
  const [said] = (await Promise.race([once(child, 'message'), ended])) as [Answered];
  ended.catch(() => undefined);
  if (said.kind !== 'runs') throw new Error('the server answered before it ran');
  return { child, ...said };
}

/** Gives orders to a process, and hears what becomes of them. */
function orders(child: ChildProcess): (order: Plain<Order>) => Promise<Reading | null> {
  const waiting = new Map<number, PromiseWithResolvers<Reading | null>>();
  let last = 0;
  child.on('message', (said: Answered) => {
    if (said.kind !== 'done') return;
    waiting.get(said.id)?.resolve(said.reading);
    waiting.delete(said.id);
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the server's process ended with ${code}`));
  });
  return (order) => {
    last += 1;
    const answer = Promise.withResolvers<Reading | null>();
    waiting.set(last, answer);
    child.send({ ...order, id: last });
    return answer.promise;
  };
}

/** Starts a server on a new office in this folder. @param now where its clock stands. */
export async function openMachine(data: string, now: number): Promise<Machine> {
  const logged: string[] = [];
  let clock = now;
  const first = await startProcess(data, clock, '0', logged);
  if (first.manager === null) throw new Error('the office is not new');
  let { child } = first;
  let order = orders(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    const gone = once(child, 'exit', { signal: AbortSignal.timeout(endsWithinMs) });
    await order({ kind: 'stop' });
    await gone;
  };
  return {
    url: () => first.url,
    manager: first.manager,
    logged,
    setClock: async (at) => {
      clock = at;
      await order({ kind: 'clock', at });
    },
    read: async () => {
      const reading = await order({ kind: 'read' });
      if (reading === null) throw new Error('the server said nothing of itself');
      return reading;
    },
    restart: async () => {
      await stop();
      ({ child } = await startProcess(data, clock, new URL(first.url).port, logged));
      order = orders(child);
    },
    stop,
  };
}
