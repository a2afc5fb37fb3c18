import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';

/** What a process has in memory, MiB; null where the system does not say. */
function memoryOf(pid: number): number | null {
  const status = `/proc/${pid}/status`;
  const kibibytes = existsSync(status)
    ? /VmRSS:\s+(\d+) kB/u.exec(readFileSync(status, 'utf8'))?.[1]
    : undefined;
  return kibibytes === undefined ? null : Number(kibibytes) / 1024;
}

/** A server in a process of its own, so that what is measured here takes nothing from it. */
export type Program = {
  readonly url: string;
  /** From the command until it listened, ms. */
  readonly listenedAfterMs: number;
  /** Asks it to end, and waits for that. */
  readonly end: () => Promise<void>;
  /** How much memory it takes, MiB; null where the system does not say. */
  readonly memoryMiB: () => number | null;
};

/** Starts a script that prints the addresses of its screens. @param env what is added. @throws if it ends before. */
export async function startProgram(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const found = /Manage +(http\S+)\/manage/u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  const listenedAfterMs = performance.now() - began;
  return {
    url,
    listenedAfterMs,
    memoryMiB: () => memoryOf(child.pid ?? 0),
    end: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
