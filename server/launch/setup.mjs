// Plain JavaScript without dependencies: this runs before anything is installed, on any Node from 20 on.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, reason } from './npm.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const stampFile = join(modules, '.luot-installed');
const windows = process.platform === 'win32';

/** The Node that the lockfile pins and that everything but this bootstrap runs on. */
export const pinnedNode = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');

/** What an installation depends on: the lockfile, and the machine that prebuilt parts were chosen for. */
function wantedStamp() {
  const hash = createHash('sha256').update(readFileSync(lockFile));
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

const isInstalled = (stamp) =>
  existsSync(pinnedNode) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;

/** Packages that every machine gets, whose folders tell how far npm has come. */
function expectedPackages() {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  return Object.keys(packages).filter((path) => path !== '' && !packages[path].optional);
}

/** Says now and then how far the installation is; on a terminal on one line. @returns the function that ends it. */
function showProgress() {
  const expected = expectedPackages();
  const started = Date.now();
  const say = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const there = expected.filter((path) => existsSync(join(root, path, 'package.json'))).length;
    const line = `  ${there} of ${expected.length} packages, ${seconds} s`;
    process.stdout.write(process.stdout.isTTY ? `\r${line} ` : `${line}\n`);
  };
  const timer = setInterval(say, process.stdout.isTTY ? 500 : 5_000);
  return () => {
    clearInterval(timer);
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  };
}

/** Windows does not let a running program be deleted, and a second start may run on the Node that npm is to replace. */
function stepAside() {
  const aside = join(root, '.node-replaced.exe');
  rmSync(aside, { force: true });
  if (existsSync(pinnedNode)) renameSync(pinnedNode, aside);
}

async function install(stamp) {
  rmSync(stampFile, { force: true });
  if (windows) stepAside();
  console.log('Installing the packages this needs (once; about half a minute) …');
  const stop = showProgress();
  // No package's own script runs at installation but that of `node`, which places the pinned Node.
  let result = await npm(root, 'ci', '--ignore-scripts');
  if (result.code === 0) result = await npm(root, 'rebuild', 'node', '--ignore-scripts=false');
  stop();
  if (result.code !== 0) return reason(result.said);
  if (spawnSync(pinnedNode, ['--version']).status !== 0) return 'its Node does not run on this machine';
  // Last, so that an installation that was interrupted is made again.
  writeFileSync(stampFile, stamp);
  console.log('Packages installed.');
  return null;
}

/**
 * Makes node_modules match package-lock.json, unless it does already. Ends the process with exit code 1 and one line
 * when that fails.
 */
export async function setUp() {
  const stamp = wantedStamp();
  if (isInstalled(stamp)) return;
  const failure = await install(stamp);
  if (failure === null) return;
  console.error(`Installing the packages failed: ${failure}.`);
  process.exit(1);
}
