import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { cutLines, nothingHeld } from './scannedLines.ts';

/** Nothing for so long in the middle of a line: the rest does not come. */
const brokenOffMs = 1_000;

/** @returns the file of a port: Windows knows those from COM10 on by this name only. */
export const fileOf = (port: string): string => (/^com\d+$/iu.test(port) ? `\\\\.\\${port}` : port);

/**
 * Opens a port for reading; fails as the system does. A byte at a time, for Windows may otherwise wait until as many are
 * there as were asked for. Not as the terminal of this process, which would be ended when the scanner is unplugged.
 */
export async function openPort(port: string): Promise<Readable> {
  const file = await open(fileOf(port), constants.O_RDONLY | constants.O_NOCTTY);
  return file.createReadStream({ highWaterMark: 1 });
}

/**
 * Gives each line that comes until the port ends or fails; what broke off is forgotten.
 * @returns when it ended; rejects when it failed.
 */
export async function readLines(from: Readable, told: (line: string) => void): Promise<void> {
  let held = nothingHeld;
  let timer: NodeJS.Timeout | undefined;
  try {
    for await (const chunk of from as AsyncIterable<Uint8Array>) {
      clearTimeout(timer);
      const cut = cutLines(held, chunk);
      held = cut.held;
      for (const line of cut.lines) told(line);
      timer = setTimeout(() => {
        held = nothingHeld;
      }, brokenOffMs);
    }
  } finally {
    clearTimeout(timer);
  }
}
