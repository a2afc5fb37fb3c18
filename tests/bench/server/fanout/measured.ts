import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Usage } from './probe.ts';

/** A program in a process of its own that says what it costs. */
export type Measured = {
  readonly child: ChildProcess;
  readonly usage: () => Promise<Usage>;
  /** As a power cut would end it. */
  readonly kill: () => Promise<void>;
};

/**
 * @param said what the program prints once it is ready.
 * @throws if it ends before.
 */
export async function startMeasured(
  program: string,
  args: readonly string[],
  said: RegExp,
): Promise<Measured & { readonly found: RegExpExecArray }> {
  const child = fork(program, args, {
    execArgv: ['--import', join(import.meta.dirname, 'probe.ts'), ...process.execArgv],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const found = await new Promise<RegExpExecArray>((resolve, reject) => {
    let all = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      all += chunk.toString('utf8');
      const match = said.exec(all);
      if (match !== null) resolve(match);
    });
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${all}`)));
  });
  return {
    child,
    found,
    usage: async () => {
      const answer = once(child, 'message');
      child.send('usage');
      return ((await answer) as [Usage])[0];
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
