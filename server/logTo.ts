import { writeSync } from 'node:fs';

/**
 * Where the log goes: standard error, at once. A line that cannot be written, since the disk of the log is full or whoever
 * read it is gone, is lost: it must not cost the office its server.
 */
export const standardError = {
  write: (line: string): void => {
    try {
      writeSync(2, line);
    } catch {
      // There is nowhere left to say it.
    }
  },
};
