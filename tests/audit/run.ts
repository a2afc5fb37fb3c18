import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptedList, judge } from './judge.ts';

// `npm run audit:packages`: whether an advisory is known of a package that the lockfile names. Needs a registry that
// gives advisories, so that it is no part of `npm test`, which has to work without a network.
const accepted = acceptedList.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'accepted.json'), 'utf8')),
);
const { stdout, error } = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
  cwd: join(import.meta.dirname, '../..'),
  encoding: 'utf8',
  timeout: 120_000,
  // npm is a script there.
  shell: process.platform === 'win32',
});
const verdict = judge(error === undefined ? stdout : '', accepted, new Date().toISOString().slice(0, 10));
if (verdict.kind === 'unchecked')
  console.log(`NOT CHECKED: ${verdict.why}. Run it where the npm registry is reached.`);
else {
  for (const line of verdict.open) console.error(line);
  for (const id of verdict.stale)
    console.log(`${id} is accepted, but not there any more: take it off the list.`);
  console.log(
    verdict.open.length === 0
      ? 'No advisory is open for any package of the lockfile.'
      : `${verdict.open.length} advisories are open. Update, or accept them in tests/audit/accepted.json with a reason and a last day.`,
  );
  if (verdict.open.length > 0) process.exitCode = 1;
}
