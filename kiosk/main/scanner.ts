import { z } from 'zod';
import { news } from '../bridge.ts';
import { firstWaitMs, keepProcess } from './keepProcess.ts';
import { log } from './log.ts';

/** As the system's list of processes and Electron's events call it. */
export const scannerName = 'Lượt scanner';

/** What the process that reads the port says: a line, or the system's word for why it could not read on. */
const said = z.union([
  z.strictObject({ line: news.scanned }),
  z.strictObject({ trouble: z.string().max(40) }),
]);
export type Said = z.output<typeof said>;

/**
 * Reads a scanner at a serial port until the application quits; while it is unplugged it is looked for again every ten
 * seconds at the longest. In a process of its own: a read that waits cannot be taken back, and would keep the shell from
 * ending.
 * @param script the bundle that reads.
 * @param port `/dev/ttyACM0`, `COM3`.
 * @param told gets each line, which is kept and logged nowhere.
 */
export function runScanner(script: string, port: string, told: (line: string) => void): void {
  let trouble = '';
  keepProcess({
    script,
    args: [port],
    name: scannerName,
    stdio: 'ignore',
    longestWaitMs: 10_000,
    steadyMs: 10_000,
    heard: (message) => {
      const heard = said.safeParse(message);
      if (!heard.success) return;
      if ('line' in heard.data) told(heard.data.line);
      else ({ trouble } = heard.data);
    },
    ended: (code, times, afterMs) => {
      // Once for each time it is unplugged, or the log would be full of it.
      if (afterMs === firstWaitMs) log('scannerGone', { port, why: trouble, code, times });
    },
  });
}
