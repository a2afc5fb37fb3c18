import type { SoakDay, SoakReport } from './soak.ts';
import type { Verdict } from './trend.ts';
import { trendOf, verdictOf } from './trend.ts';

/** What is watched every night: its unit, and by how much a day it may rise and still counts as flat. */
type Measure = {
  readonly name: string;
  readonly unit: string;
  readonly of: (day: SoakDay) => number;
  readonly allowed: number;
};

const mb = (bytes: number): number => bytes / 2 ** 20;

const measures: readonly Measure[] = [
  { name: 'memory (RSS)', unit: 'MB', of: ({ night }) => mb(night.rssBytes), allowed: 1 },
  { name: 'heap', unit: 'MB', of: ({ night }) => mb(night.heapBytes), allowed: 0.1 },
  { name: 'external', unit: 'MB', of: ({ night }) => mb(night.externalBytes), allowed: 0.1 },
  { name: 'buffers', unit: 'MB', of: ({ night }) => mb(night.arrayBufferBytes), allowed: 0.1 },
  { name: 'descriptors', unit: '', of: ({ night }) => night.descriptors, allowed: 0.1 },
  { name: 'sockets', unit: '', of: ({ night }) => night.sockets, allowed: 0.1 },
  { name: 'timers', unit: '', of: ({ night }) => night.timers, allowed: 0.1 },
  { name: 'handles', unit: '', of: ({ night }) => night.resources, allowed: 0.1 },
  { name: 'lag p99', unit: 'ms', of: ({ night }) => night.lagP99Ms, allowed: 0.5 },
  { name: 'CPU a request', unit: 'ms', of: ({ night, requests }) => night.cpuMs / requests, allowed: 0.5 },
];

/** Tables from which something goes every night: their rows level off, and may then change by no more than this share a day. */
const forgotten = ['request', 'session', 'template', 'recognition', 'note'];
const rowsAllowed = 0.02;
/** Before that caches fill, and what is forgotten after three days is not forgotten yet. */
const from = 5;
const fewest = 6;

const columns = [
  'day',
  'numbers',
  'requests',
  'phones',
  's',
  ...measures.map(({ name, unit }) => (unit === '' ? name : `${name} ${unit}`)),
  'database MB',
  'log MB',
  'backups',
];
export const header = columns.join('\t');

/** One day as a row of a table. */
export const lineOf = (day: SoakDay): string =>
  [
    day.day,
    day.tickets,
    day.requests,
    day.phones,
    (day.tookMs / 1000).toFixed(0),
    ...measures.map(({ of, unit }) => of(day).toFixed(unit === '' ? 0 : 1)),
    mb(day.night.databaseBytes).toFixed(1),
    mb(day.night.walBytes).toFixed(1),
    day.night.backups,
  ].join('\t');

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Something by days, with its mean. */
type Series = {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  readonly mean: number;
};

function sayTrend({ name, points, mean }: Series, allowed: number, say: (line: string) => void): Verdict {
  const trend = trendOf(points);
  const verdict = verdictOf(trend, allowed);
  const [perDay, low, high] = [trend.perDay, trend.from, trend.to].map((x) => x.toFixed(3));
  say(`${name}: mean ${mean.toFixed(1)}, a day ${perDay} (${low} to ${high}), ${verdict}`);
  return verdict;
}

const series = (days: readonly SoakDay[], name: string, of: (day: SoakDay) => number): Series => ({
  name,
  points: days.map((day) => [day.day, of(day)]),
  mean: meanOf(days.map(of)),
});

/** @returns what is said of the worst. */
function sayTrends(days: readonly SoakDay[], say: (line: string) => void): Verdict {
  const settled = days.filter(({ day }) => day >= from);
  if (settled.length < fewest) {
    say(`Too few days to tell whether anything rises: ${from + fewest - 1} would be needed.`);
    return 'unclear';
  }
  say(`\nFrom day ${from} on, with 95 % confidence intervals:`);
  const verdicts = measures.map(({ name, unit, of, allowed }) =>
    sayTrend(series(settled, unit === '' ? name : `${name}, ${unit}`, of), allowed, say),
  );
  for (const table of forgotten) {
    const rows = series(settled, `rows of ${table}`, ({ night }) => night.rows[table] ?? 0);
    verdicts.push(sayTrend(rows, rowsAllowed * rows.mean, say));
  }
  return (['rises', 'unclear'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'flat';
}

/** What stays for the reports: by visitor, and by table. */
function sayGrowth(days: readonly SoakDay[], say: (line: string) => void): void {
  const [first, last] = [days[Math.min(from, days.length) - 1], days.at(-1)];
  if (first === undefined || last === undefined || first === last) return;
  const visitors = days.filter(({ day }) => day > first.day).reduce((sum, { tickets }) => sum + tickets, 0);
  const bytes = last.night.databaseBytes - first.night.databaseBytes;
  say(
    `\nThe database grew by ${(bytes / visitors).toFixed(0)} bytes a number, from day ${first.day} on. Rows of it:`,
  );
  for (const [table, count] of Object.entries(last.night.rows)) {
    const more = count - (first.night.rows[table] ?? 0);
    if (more !== 0) say(`  ${table}: ${count}, ${(more / visitors).toFixed(2)} a number`);
  }
}

/** Says what came of it. @returns whether all is well. */
export function sayEnd(
  { days, tally, told, logged, faults }: SoakReport,
  say: (line: string) => void,
): boolean {
  say('\nRequests, and refusals:');
  for (const [what, count] of [...tally.counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    say(`${String(count).padStart(7)} ${what}`);
  say(`${String(told).padStart(7)} messages by webhook`);
  sayGrowth(days, say);
  const verdict = sayTrends(days, say);
  for (const line of logged) say(`logged: ${line}`);
  for (const fault of faults) say(`wrong: ${fault}`);
  if (verdict === 'rises' || logged.length + faults.length > 0) say('\nNot all is well.');
  else if (verdict === 'unclear')
    say('\nNothing was logged, everything is right; to show that nothing rises takes more days.');
  else say('\nNothing rises, nothing was logged, everything is right.');
  return verdict === 'flat' && logged.length + faults.length === 0;
}
