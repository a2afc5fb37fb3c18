/**
 * `npm run package -- [--dir] [--electron FOLDER] [--out FOLDER] [--update-key PUBLIC.pem]`: the installers of the kiosk for this
 * machine's system (Windows: nsis; Linux: deb and AppImage), or with `--dir` only the folder that they would install.
 * `--electron` names a folder with Electron's unpacked program, so that nothing has to be fetched. `--update-key` is the
 * public key by which the installed kiosk knows its updates.
 */
import { copyFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { StartError } from '../startError.ts';
import { buildChanged } from './build.ts';
import { bundleServer } from './bundle.ts';

const root = join(import.meta.dirname, '../..');
const usage = 'npm run package -- [--dir] [--electron FOLDER] [--out dist/package] [--update-key PUBLIC.pem]';

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        dir: { type: 'boolean', default: false },
        electron: { type: 'string' },
        out: { type: 'string', default: join(root, 'dist/package') },
        'update-key': { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}. Usage: ${usage}`);
  }
}

async function main(): Promise<void> {
  const { dir, electron, out, 'update-key': key } = readArguments(process.argv.slice(2));
  await buildChanged();
  await bundleServer(join(root, 'dist/server'));
  const ownKey = join(root, 'dist/kiosk-main/update-key.pem');
  await rm(ownKey, { force: true });
  if (key !== undefined) await copyFile(key, ownKey);
  const made = await build({
    projectDir: root,
    dir,
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      directories: { output: resolve(out) },
      ...(electron === undefined ? {} : { electronDist: resolve(electron) }),
    },
  });
  console.log(['Packaged.', ...made].join('\n  '));
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
