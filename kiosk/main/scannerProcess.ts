import type { Said } from './scanner.ts';
import { openPort, readLines } from './readPort.ts';

/*
 * Reads the port that it is given and hands each line to the shell, which starts it again when it ends: with the port,
 * that is, or for want of it. Writes nothing.
 */

const say = (said: Said): void => process.parentPort.postMessage(said);

async function read(port: string): Promise<void> {
  try {
    await readLines(await openPort(port), (line) => say({ line }));
    say({ trouble: 'ended' });
  } catch (error) {
    say({ trouble: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
  // Unplugged is no failure of this process.
  process.exit(0);
}

void read(process.argv.at(-1) ?? '');
