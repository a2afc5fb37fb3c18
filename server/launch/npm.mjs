// Plain JavaScript without dependencies: this runs before anything is installed, on any Node from 20 on.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';

const windows = process.platform === 'win32';

/** The npm that started us, so that a machine with several uses one; else the one in the PATH. */
function npmCommand() {
  const { npm_execpath: path, npm_node_execpath: node } = process.env;
  const isNpm = path !== undefined && basename(path).startsWith('npm') && existsSync(path);
  if (isNpm) return { file: node !== undefined && existsSync(node) ? node : process.execPath, first: [path] };
  return { file: windows ? 'npm.cmd' : 'npm', first: [] };
}

/** `http` tells whether the registry answers; npm's own waiting times are made for worse lines than an office has. */
const npmFlags = ['--loglevel=http', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=8000'];
/** Without a network npm tries each of the packages in turn, for minutes. */
const patienceMs = 25_000;
const unreachable = 'npm error network';

/** Ends npm and what it started: it goes on for a while after a polite signal, and would meet the next start. */
function endNpm(child) {
  if (windows) child.kill();
  else process.kill(-child.pid, 'SIGKILL');
}

/** Runs npm in the folder `cwd`. @returns its exit code and everything it said. */
export function npm(cwd, ...args) {
  const { file, first } = npmCommand();
  // Node starts .cmd files only through a shell; a group of its own can be ended as one.
  const options = { cwd, shell: file.endsWith('.cmd'), detached: !windows };
  const child = spawn(file, [...first, ...npmFlags, ...args], options);
  const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const stopped = () => {
    endNpm(child);
    process.exit(1);
  };
  for (const signal of endSignals) process.once(signal, stopped);
  return new Promise((resolve) => {
    let said = '';
    const keep = (chunk) => (said += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const patience = setTimeout(() => {
      if (!/fetch GET 2\d\d/.test(said) && /attempt \d+ failed with/.test(said)) {
        said += `\n${unreachable}`;
        endNpm(child);
      }
    }, patienceMs);
    const done = (code) => {
      clearTimeout(patience);
      for (const signal of endSignals) process.off(signal, stopped);
      resolve({ code: code ?? 1, said });
    };
    child.on('error', (error) => {
      said += `\nnpm error ${error.message}`;
      done(1);
    });
    child.on('close', done);
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

/** @returns a few words that say why npm failed: in plain words where the reason is known, else npm's own. */
export function reason(said) {
  const errors = said.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line));
  const known = knownFailures.find(([pattern]) => pattern.test(errors.join('\n')));
  if (known !== undefined) return known[1];
  const words = errors.find((line) => !/^npm \S+ (code|syscall|path|dest|errno) /.test(line));
  return words?.replace(/^npm \S+ /, '') ?? 'npm gave no reason';
}
