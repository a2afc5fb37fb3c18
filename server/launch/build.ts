import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareModels } from '../../models/sync.ts';
import { StartError } from '../startError.ts';
import { packFolder } from './pack.ts';

const root = join(import.meta.dirname, '../..');

/** Something built from sources into a folder of `dist/`. */
type Part = {
  readonly name: string;
  readonly output: string;
  /** Patterns of all files that the result depends on. */
  readonly inputs: readonly string[];
  /** What Node runs to build it. */
  readonly command: readonly string[];
  /** Whether it is loaded over a network. */
  readonly served: boolean;
};

const common = ['package-lock.json', 'shared/**/*', 'models/*.{ts,json}', 'kiosk/bridge.ts'];
const vite = join('node_modules', 'vite', 'bin', 'vite.js');
const viteBuild = (config: string): string[] => [vite, 'build', '--config', config, '--logLevel', 'warn'];

const parts: readonly Part[] = [
  {
    name: 'the kiosk',
    output: 'dist/kiosk',
    inputs: [...common, 'kiosk/vite.config.ts', 'kiosk/renderer/**/*', 'kiosk/vision/**/*'],
    command: viteBuild('kiosk/vite.config.ts'),
    served: true,
  },
  {
    name: 'the other screens',
    output: 'dist/screens',
    inputs: [...common, 'counter-display/**/*'],
    command: viteBuild('counter-display/vite.config.ts'),
    served: true,
  },
  {
    name: 'the kiosk shell',
    output: 'dist/kiosk-main',
    inputs: [...common, 'kiosk/main/**/*', 'kiosk/preload/**/*'],
    command: ['kiosk/main/build.ts'],
    served: false,
  },
];

/** A hash over the names and contents of everything a part is made from. */
function hashInputs({ inputs, command, served }: Part): string {
  const hash = createHash('sha256').update(JSON.stringify([command, served]));
  const files = globSync([...inputs], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/** Runs Node on `args`. @throws StartError with what it said if it fails. */
async function run(name: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  // Left alone it would write into the folder while the next start builds it.
  const end = (): void => void child.kill();
  process.once('exit', end);
  let said = '';
  const keep = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise((resolve) => child.on('close', resolve));
  process.off('exit', end);
  if (code !== 0) throw new StartError(`${said.trim()}\nBuilding ${name} failed.`);
}

async function build(part: Part): Promise<void> {
  const stampFile = join(root, 'dist/stamps', part.output.replaceAll('/', '-'));
  const stamp = hashInputs(part);
  const output = join(root, part.output);
  if (existsSync(output) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const started = performance.now();
  console.log(`Building ${part.name} …`);
  // Written again last, so that a build that was interrupted is made again.
  await rm(stampFile, { force: true });
  await run(part.name, part.command);
  if (part.served) await packFolder(output);
  await mkdir(join(root, 'dist/stamps'), { recursive: true });
  await writeFile(stampFile, stamp);
  console.log(`Built ${part.name} (${((performance.now() - started) / 1000).toFixed(1)} s).`);
}

/**
 * Prepares the models and builds the pages and the shell from their sources, as far as anything changed since the last
 * time.
 * @throws StartError, or the models' own error, with a message for whoever started it.
 */
export async function buildChanged(): Promise<void> {
  await prepareModels();
  await Promise.all(parts.map(build));
}

if (import.meta.main) {
  await buildChanged().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
