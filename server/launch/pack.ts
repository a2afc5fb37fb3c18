import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const packed = promisify(gzip);

/** Smaller files come in one packet anyway. */
const worthBytes = 1_400;

/**
 * Lays a gzip beside every text file of a folder that is worth it, so that slow networks get it without the server
 * having to pack it each time. Pictures and fonts are packed already.
 */
export async function packFolder(folder: string): Promise<void> {
  const files = globSync('**/*.{js,mjs,css,html,json,svg,wasm}', { cwd: folder });
  await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      const bytes = await readFile(file);
      if (bytes.length < worthBytes) return;
      await writeFile(`${file}.gz`, await packed(bytes, { level: constants.Z_BEST_COMPRESSION }));
    }),
  );
}
