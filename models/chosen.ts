/** Which model set an office uses: a small file in its data folder, since its templates are of that set. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ModelFileError, writeWhole } from './files.ts';

const FILE = 'models.json';
const DEFAULT = 'embedded';
const chosen = z.object({ set: z.string() });

/** The id of the office's set; `embedded` until another is chosen. @throws ModelFileError if the file is unreadable. */
export function readChosen(data: string): string {
  const path = join(data, FILE);
  try {
    return chosen.parse(JSON.parse(readFileSync(path, 'utf8'))).set;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // The server says better than this what is wrong with a folder that is none.
    if (code === 'ENOENT' || code === 'ENOTDIR') return DEFAULT;
    throw new ModelFileError(`${path} does not name a model set; run npm run models -- use SET.`, {
      cause: error,
    });
  }
}

/** Keeps the choice; a running server takes it up at its next start. */
export async function writeChosen(data: string, set: string): Promise<void> {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  await writeWhole(join(data, FILE), `${JSON.stringify({ set })}\n`);
}
