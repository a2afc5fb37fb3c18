import { keepProcess } from './keepProcess.ts';
import { log } from './log.ts';
import { watchServer } from './watchServer.ts';

/** As the system's list of processes and Electron's events call it. */
export const serverName = 'Lượt server';

/** The server inside the shell. */
export type Embedded = {
  /** How often it ended though nobody asked it to. */
  readonly ends: () => number;
};

/**
 * Runs the office's server in a process of its own until the application quits, and starts it again whenever it ends,
 * after a wait that doubles from a second to a minute; one that no longer answers is ended.
 * @param script the server's bundle.
 * @param args its command line.
 * @param serverUrl where it answers.
 */
export function runServer(script: string, args: readonly string[], serverUrl: string): Embedded {
  let ends = 0;
  const end = keepProcess({
    script,
    args,
    name: serverName,
    stdio: 'inherit',
    longestWaitMs: 60_000,
    steadyMs: 10 * 60_000,
    heard: () => undefined,
    ended: (code, times, afterMs) => {
      ends = times;
      watch.ended();
      log('serverGone', { code, times, afterMs });
    },
  });
  const watch = watchServer(serverUrl, () => {
    log('serverHung');
    end();
  });
  return { ends: () => ends };
}
