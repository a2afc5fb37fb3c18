import { app, utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';

/** How soon it is started again the first time, ms. */
export const firstWaitMs = 1_000;

type Options = {
  /** The bundle to run, and its command line. */
  readonly script: string;
  readonly args: readonly string[];
  /** As the system's list of processes and Electron's events call it. */
  readonly name: string;
  /** Whether what it writes is the shell's output too. */
  readonly stdio: 'inherit' | 'ignore';
  readonly longestWaitMs: number;
  /** After so long the next end is a new trouble. */
  readonly steadyMs: number;
  readonly heard: (message: unknown) => void;
  /** It ended though nobody asked it to, for the nth time, and is started again after so many ms. */
  readonly ended: (code: number, times: number, afterMs: number) => void;
};

/**
 * Runs something in a process of its own until the application quits, and starts it again whenever it ends, after a
 * wait that doubles from a second to the longest.
 * @returns ends it the hard way, for one that hangs: it is started again as if it had ended.
 */
export function keepProcess({ script, args, name, stdio, ...options }: Options): () => void {
  const { longestWaitMs, steadyMs, heard, ended } = options;
  let ends = 0;
  let wait = firstWaitMs;
  let child: UtilityProcess | null = null;
  let again: NodeJS.Timeout | undefined;
  let quitting = false;

  const start = (): void => {
    const startedAt = performance.now();
    const own = utilityProcess.fork(script, [...args], { serviceName: name, stdio });
    child = own;
    own.on('message', heard);
    own.once('exit', (code) => {
      child = null;
      if (quitting) return;
      ends += 1;
      if (performance.now() - startedAt >= steadyMs) wait = firstWaitMs;
      ended(code, ends, wait);
      again = setTimeout(start, wait);
      wait = Math.min(longestWaitMs, wait * 2);
    });
  };
  app.on('before-quit', () => {
    quitting = true;
    clearTimeout(again);
    // Gently: it may have something to close.
    child?.kill();
  });
  start();
  return () => {
    // What hangs hears no polite request.
    if (child?.pid !== undefined) process.kill(child.pid, 'SIGKILL');
  };
}
