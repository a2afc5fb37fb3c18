import { keepProcess } from './keepProcess.ts';
import { log } from './log.ts';

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
  keepProcess({
    script,
    args,
    name: serverName,
    stdio: 'inherit',
    longestWaitMs: 60_000,
    steadyMs: 10 * 60_000,
    heard: () => undefined,
    ended: (code, times, afterMs) => {
      ends = times;
      log('serverGone', { code, times, afterMs });
    },
  });
  return { ends: () => ends };
}
