import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const cache = join(import.meta.dirname, '../node_modules/.cache');
const home = join(cache, 'carried-chromium');

/** The package's own looks for the fonts where it meant to unpack them. */
const fontsFile = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;

async function unpack(): Promise<void> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpackBrowser.ts')], {
      env: { ...process.env, TMPDIR: folder },
    });
    await writeFile(join(folder, 'fonts.conf'), fontsFile);
    await rename(folder, home);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // Another test process was faster.
    if (!existsSync(home)) throw error;
  }
}

/** Whether the npm package's Chromium runs on this machine. */
export const carriesBrowser = process.platform === 'linux' && process.arch === 'x64';

/**
 * The Chromium that an npm package carries (Linux on x86-64 only), unpacked on first use.
 * @returns its path, and what it needs in its environment: the libraries and fonts that a bare machine lacks.
 */
export async function carriedBrowser(): Promise<{ path: string; env: Record<string, string> }> {
  if (!carriesBrowser)
    throw new Error('The browser tests need Chromium, Chrome or Edge; set LUOT_CHROMIUM to its path.');
  if (!existsSync(home)) await unpack();
  return {
    path: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}
