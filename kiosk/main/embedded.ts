import { app, utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';
import { log } from './log.ts';

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;
/** After so long the next end is a new trouble. */
const steadyMs = 10 * 60_000;

/** As the system's list of processes and Electron's events call it. */
export const serverName = 'Lượt server';

/** The server inside the shell. */
export type Embedded = {
  /** How often it ended though nobody asked it to. */
  readonly ends: () => number;
};

/**
 * Runs the office's server in a process of its own until the application quits, and starts it again whenever it ends,
 * after a wait that doubles from a second to a minute.
 * @param script the server's bundle.
 * @param args its command line.
 */
export function runServer(script: string, args: readonly string[]): Embedded {
  let ends = 0;
  let wait = firstWaitMs;
  let child: UtilityProcess | null = null;
  let again: NodeJS.Timeout | undefined;
  let quitting = false;

  const start = (): void => {
    const startedAt = performance.now();
    const own = utilityProcess.fork(script, [...args], { serviceName: serverName, stdio: 'inherit' });
    child = own;
    own.once('exit', (code) => {
      child = null;
      if (quitting) return;
      ends += 1;
      if (performance.now() - startedAt >= steadyMs) wait = firstWaitMs;
      log('serverGone', { code, times: ends, afterMs: wait });
      again = setTimeout(start, wait);
      wait = Math.min(longestWaitMs, wait * 2);
    });
  };
  app.on('before-quit', () => {
    quitting = true;
    clearTimeout(again);
    // Gently: it closes its database.
    child?.kill();
  });
  start();
  return { ends: () => ends };
}
