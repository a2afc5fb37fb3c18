import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const launch = join(import.meta.dirname, '../../server/launch');

export type Launched = {
  readonly child: ChildProcess;
  /** Everything it said so far, on both streams. */
  readonly said: () => string;
  readonly errors: () => string;
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
  /** Resolves once it says something that matches; rejects if it ends before. */
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
};

const started = new Set<ChildProcess>();

/** Ends whatever a test left running. */
export function endAll(): void {
  for (const child of started) child.kill('SIGKILL');
}

/** Runs `run.ts` or `start.mjs` with `args`, as `npm start -- ...` does; by default on no display and any free port. */
export function launchWith(
  args: readonly string[],
  { program = 'run.ts', env = {} }: { program?: 'run.ts' | 'start.mjs'; env?: Record<string, string> } = {},
): Launched {
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const child = spawn(process.execPath, [join(launch, program), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...rest, ...env },
  });
  started.add(child);
  let said = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    errors += chunk.toString();
  });
  const ended = new Promise<number | string | null>((resolve) => {
    child.on('close', (code, signal) => {
      started.delete(child);
      resolve(code ?? signal);
    });
  });
  const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(said);
      if (found !== null) return found;
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${said}`);
      await wait(20);
    }
  };
  return { child, said: () => said, errors: () => errors, ended, until };
}
