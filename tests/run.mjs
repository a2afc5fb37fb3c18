// `npm test`: plain JavaScript, since it also installs. `npm test -- lint unit` runs only those checks, and
// `npm test -- --long` also what takes longer (`tests/long.ts`).
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { pinnedNode, root, setUp } from '../server/launch/setup.mjs';
import { countTests, faultsOf } from './report.mjs';

const modules = join(root, 'node_modules');
const results = join(root, 'tests/results');

/** What each check runs on the pinned Node, in this order: first the tools, several at once, then the tests. */
const checks = [
  { name: 'types', does: 'types', args: ['tsc/bin/tsc', '-b'] },
  { name: 'format', does: 'formatting', args: ['prettier/bin/prettier.cjs', '--check', '.'] },
  { name: 'lint', does: 'lint rules, with types', args: ['oxlint/bin/oxlint'] },
  {
    name: 'rooms',
    does: 'who imports whom',
    args: [
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      'kiosk',
      'counter-display',
      'server',
      'shared',
      'models',
      'tests',
    ],
  },
  { name: 'unused', does: 'unused code and packages', args: ['knip/bin/knip.js'] },
  { name: 'build', does: 'builds', script: 'server/launch/build.ts' },
  ...['unit', 'server', 'screens', 'e2e'].map((name) => ({
    name,
    does: `${name} tests`,
    project: name,
    needsBuild: name !== 'unit',
  })),
];

const cores = availableParallelism();
/** How many files of a project run at once: more than there are cores where they wait a good part of their time. */
const atOnce = {
  unit: cores,
  server: Math.min(5, cores * 2),
  screens: Math.min(8, cores * 3),
  // Each looks at a camera all the time.
  e2e: Math.min(3, cores + 1),
};

const beforeBrowser = new Set(['screens', 'e2e']);
/** Where more files fail, it is no machine's fault. */
const mostAgain = 8;

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });

/** Runs the pinned Node. @returns whether it ended well, and what it said unless that was shown. */
function run(args, { shown = false, env = {} } = {}) {
  const child = spawn(pinnedNode, args, {
    cwd: root,
    stdio: shown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // What one process has compiled, the next need not: servers and workers are started by the dozen.
      NODE_COMPILE_CACHE: join(modules, '.cache/node'),
      ...env,
      PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH}`,
    },
  });
  running.add(child);
  let said = '';
  const keep = (chunk) => (said += chunk);
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve({ ok: code === 0, said });
    });
  });
}

/** A tool counts as one. What it says is kept until it ends, since others run beside it. */
async function runTool({ name, does, args, script }) {
  const { ok, said } = await run(
    script === undefined ? [join(modules, args[0]), ...args.slice(1)] : [script],
  );
  console.log(`\n▶ ${name}: ${does}`);
  if (!ok) console.log(said.trimEnd());
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** One run of Vitest. @returns what each file came to, and whether all ended well; no files if it broke down. */
async function runVitest(project, workers, files) {
  const report = join(results, `${project}.json`);
  rmSync(report, { force: true });
  const vitest = join(modules, 'vitest/vitest.mjs');
  const { ok } = await run([vitest, 'run', '--project', project, `--maxWorkers=${workers}`, ...files], {
    shown: true,
    env: { LUOT_REPORT: report },
  });
  return { ok, ended: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [] };
}

const hasFailed = ({ status }) => status === 'failed';

/**
 * Vitest counts its tests. Files before a browser that failed are tried once more, alone: a machine that does too much
 * else draws too few pictures for a head to be followed. That they did is told at the end all the same.
 */
async function runProject({ name, does, project }) {
  console.log(`\n▶ ${name}: ${does}`);
  const first = await runVitest(project, atOnce[project], []);
  const failed = first.ended.filter(hasFailed);
  const isSettled = failed.length === 0 || failed.length > mostAgain;
  if (isSettled || !beforeBrowser.has(project)) return countTests(first);
  console.log(`\n▶ ${name}: what failed, once more and alone`);
  const second = await runVitest(
    project,
    1,
    failed.map((file) => file.name),
  );
  const ended = [...first.ended.filter((file) => !hasFailed(file)), ...second.ended];
  const counts = countTests({ ok: second.ok, ended });
  return counts.failed === 0 ? { ...counts, shaky: failed.flatMap(faultsOf) } : counts;
}

const words = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Runs one check and says how it ended. @returns its counts, and the line that says so. */
async function runCheck(check) {
  const started = performance.now();
  const counts = await (check.project === undefined ? runTool(check) : runProject(check));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const line = `${counts.failed === 0 ? '✓' : '✗'} ${check.name}: ${words(counts)} (${seconds} s)`;
  console.log(line);
  return { counts, line };
}

/** Runs checks in their order, so many at once. @returns how each ended, in their order. */
async function runSeveral(some, most) {
  const ends = [];
  let next = 0;
  const runOnes = async () => {
    for (let at = next++; at < some.length; at = next++) ends[at] = await runCheck(some[at]);
  };
  await Promise.all(Array.from({ length: most }, runOnes));
  return ends;
}

async function runChecks(chosen) {
  const isTool = ({ project }) => project === undefined;
  const ends = [
    ...(await runSeveral(chosen.filter(isTool), cores)),
    ...(await runSeveral(
      chosen.filter((check) => !isTool(check)),
      1,
    )),
  ];
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { counts } of ends) for (const key of Object.keys(total)) total[key] += counts[key];
  // Said again at the very end: of a long log people, and CI, keep the last page.
  const tell = (title, faults) => faults.length > 0 && console.log(`\n${title}:\n${faults.join('\n')}`);
  tell(
    'What failed beside others, and passed alone',
    ends.flatMap(({ counts }) => counts.shaky ?? []),
  );
  tell(
    'What failed',
    ends.flatMap(({ counts }) => counts.faults ?? []),
  );
  console.log(`\n${ends.map(({ line }) => line).join('\n')}\n\n${words(total)}`);
  return total.failed === 0 && total.passed > 0;
}

const names = process.argv.slice(2).filter((name) => name !== '--long');
if (process.argv.includes('--long')) process.env['LUOT_LONG'] = '1';
const unknown = names.find((name) => checks.every((check) => check.name !== name));
if (unknown !== undefined) {
  console.error(`There is no check '${unknown}'. There are: ${checks.map(({ name }) => name).join(' ')}`);
  process.exit(2);
}
const named = checks.filter(({ name }) => names.length === 0 || names.includes(name));
const build = named.some(({ needsBuild }) => needsBuild);

await setUp();
mkdirSync(results, { recursive: true });
const fine = await runChecks(
  checks.filter((check) => named.includes(check) || (build && check.name === 'build')),
);
process.exitCode = fine ? 0 : 1;
