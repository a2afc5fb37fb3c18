// Plain JavaScript without dependencies: this runs before anything is installed, on any Node from 20 on.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** The npm that started us, so that a machine with several uses one; else the one in the PATH. */
function npmCommand() {
  const { npm_execpath: path, npm_node_execpath: node } = process.env;
  const isNpm = path !== undefined && basename(path).startsWith('npm') && existsSync(path);
  if (isNpm) return { file: node !== undefined && existsSync(node) ? node : process.execPath, first: [path] };
  return { file: windows ? 'npm.cmd' : 'npm', first: [] };
}

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

/** npm's own waiting times let a machine without network wait for minutes. */
const networkFlags = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=8000'];
const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs npm in the project's folder. @returns its exit code and everything it said. */
function npm(...args) {
  const { file, first } = npmCommand();
  return new Promise((resolve) => {
    const child = spawn(file, [...first, ...networkFlags, ...args], {
      cwd: root,
      // Node starts .cmd files only through a shell.
      shell: file.endsWith('.cmd'),
      // A group of its own, to be ended as one.
      detached: !windows,
    });
    // npm goes on for a while after a polite signal and would meet the next start in the same folder.
    const end = () => {
      if (windows) child.kill();
      else process.kill(-child.pid, 'SIGKILL');
      process.exit(1);
    };
    for (const signal of endSignals) process.once(signal, end);
    let said = '';
    const keep = (chunk) => (said += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, said: `${said}\n${error.message}` }));
    child.on('close', (code) => {
      for (const signal of endSignals) process.off(signal, end);
      resolve({ code: code ?? 1, said });
    });
  });
}

const knownFailures = [
  [/\bENOSPC\b/, 'the disk is full'],
  [
    /\bE(NOTFOUND|AI_AGAIN|TIMEDOUT|CONNREFUSED|CONNRESET|NETUNREACH|HOSTUNREACH)\b|npm (error|ERR!) network/,
    'the package registry cannot be reached; check the network and try again',
  ],
  [/\b(EACCES|EROFS|EPERM)\b/, 'the project folder or npm’s cache cannot be written'],
  [
    /can only install packages when your package\.json and/,
    'package.json and package-lock.json do not agree',
  ],
  [/spawn \S*npm\S* ENOENT/, 'npm was not found'],
];

/** @returns one line that says why npm failed: in plain words where the reason is known, else npm's own. */
function reason(said) {
  const known = knownFailures.find(([pattern]) => pattern.test(said));
  if (known !== undefined) return known[1];
  const errors = said
    .split('\n')
    .filter(
      (line) => /^npm (error|ERR!) \S/.test(line) && !/^npm \S+ (code|syscall|path|dest|errno) /.test(line),
    );
  return (errors[0] ?? said.trim().split('\n').at(-1) ?? '').replace(/^npm \S+ /, '') || 'npm gave no reason';
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
  let result = await npm('ci', '--ignore-scripts');
  if (result.code === 0) result = await npm('rebuild', 'node', '--ignore-scripts=false');
  stop();
  if (result.code === 0 && spawnSync(pinnedNode, ['--version']).status !== 0)
    result = { code: 1, said: 'the pinned Node was not placed or does not run on this machine' };
  if (result.code !== 0) return reason(result.said);
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
