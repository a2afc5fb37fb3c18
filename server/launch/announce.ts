/**
 * `npm run announce -- FOLDER --key PRIVATE.pem`: signs the newest version's installers in a folder, so that the kiosks that
 * look there install them. Keys: `openssl genpkey -algorithm ed25519 -out private.pem` and
 * `openssl pkey -in private.pem -pubout -out public.pem`; the public one goes into the package (`--update-key`).
 */
import { createHash, sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** `luot-1.2.3-win-x64.exe`, as `artifactName` in electron-builder.yml has it; only what a kiosk can install itself. */
const installer =
  /^luot-(?<version>\d+\.\d+\.\d+)-(?<os>win|linux)-(?<arch>x64|x86_64|arm64)\.(exe|AppImage)$/u;
const platforms = { win: 'win32', linux: 'linux' } as const;

type Found = { readonly version: string; readonly machine: string; readonly name: string };

function found(name: string): Found[] {
  const { version, os, arch } = installer.exec(name)?.groups ?? {};
  if (version === undefined || os === undefined || arch === undefined) return [];
  // AppImages name the processor as Linux does.
  const machine = `${platforms[os as keyof typeof platforms]}-${arch === 'x86_64' ? 'x64' : arch}`;
  return [{ version, machine, name }];
}

const byVersion = (one: Found, other: Found): number =>
  one.version.localeCompare(other.version, 'en', { numeric: true });

/** Writes `luot-update.json` and its signature. @returns the version that is announced; null if there is none. */
export function announce(folder: string, key: string): string | null {
  const all = readdirSync(folder).flatMap(found).toSorted(byVersion);
  const version = all.at(-1)?.version;
  if (version === undefined) return null;
  const files = all
    .filter((one) => one.version === version)
    .map(({ machine, name }) => {
      const sha256 = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      return [machine, { name, sha256 }] as const;
    });
  const text = Buffer.from(JSON.stringify({ version, files: Object.fromEntries(files) }));
  writeFileSync(join(folder, 'luot-update.json.sig'), sign(null, text, key).toString('base64'));
  writeFileSync(join(folder, 'luot-update.json'), text);
  return version;
}

function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' } } });
  const [folder] = positionals;
  if (folder === undefined || values.key === undefined)
    throw new Error('Usage: npm run announce -- FOLDER --key PRIVATE.pem');
  const version = announce(folder, readFileSync(values.key, 'utf8'));
  if (version === null) throw new Error(`There is no installer (luot-1.2.3-win-x64.exe) in ${folder}.`);
  console.log(`Version ${version} is announced in ${folder}.`);
}

if (import.meta.main)
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
