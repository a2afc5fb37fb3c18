/**
 * How well waits are foretold: `npm run bench:wait [-- --seed N --offices N --days N --history N --only SCENARIO]`.
 * Whole days are simulated (see tests/bench/day), in offices with officers and service times of their own, after
 * `history` undisturbed days to learn from. Every visitor's wait is foretold when the number is taken, by each method,
 * and compared with the wait that came; those with an appointment have their own time and are left out.
 *
 * ours: the product's estimate, from what its database would hold and the roster as planned. queue: people ahead times
 * mean service over counters that are on, of the field or of the whole office, whichever errs less. last: the wait of
 * the field's last visitor who was called. head: how long the first in the field's line has waited. oracle: ours told
 * the true officers' pace, true service times of the day and the roster as it will be, but not unplanned closures.
 * Seeds 1 to 3 were looked at while this was made; those from 11 on were not.
 */
import { parseArgs } from 'node:util';
import type { DayLog } from './day/log.ts';
import { pastOf } from './day/log.ts';
import type { Past } from './day/log.ts';
import type { Said } from './day/methods.ts';
import { covers, methods, oursAt, pointOf } from './day/methods.ts';
import { minute, trueOffice } from './day/office.ts';
import type { Disturbance } from './day/plan.ts';
import { planDay } from './day/plan.ts';
import type { Seen } from './day/simulate.ts';
import { simulateDay } from './day/simulate.ts';

type Scenario = { readonly name: string; readonly load: number; readonly disturbance: Disturbance };

const scenarios: readonly Scenario[] = [
  { name: 'low', load: 0.5, disturbance: 'none' },
  { name: 'normal', load: 0.7, disturbance: 'none' },
  { name: 'high', load: 0.85, disturbance: 'none' },
  { name: 'overload', load: 1.1, disturbance: 'none' },
  { name: 'wrong roster', load: 0.8, disturbance: 'roster' },
  { name: 'closure', load: 0.8, disturbance: 'closure' },
  { name: 'drift', load: 0.7, disturbance: 'drift' },
];

function learn(officeSeed: number, load: number, days: number): Past {
  const office = trueOffice(officeSeed);
  const logs: DayLog[] = [];
  for (let day = 1; day <= days; day++) {
    const plan = planDay(office, { load, disturbance: 'none', seed: officeSeed * 1000 + 500 + day });
    logs.push(simulateDay(office, plan, () => null).log);
  }
  return pastOf(logs);
}

/** Mean absolute error in minutes. */
const errorOf = (seen: readonly Seen<Said>[], point: (said: Said) => number): number =>
  seen.reduce((sum, { said, waited }) => sum + Math.abs(point(said) - waited), 0) / seen.length / minute;

function report({ name }: Scenario, seen: readonly Seen<Said>[]): void {
  const ours = errorOf(seen, ({ ours: said }) => pointOf(said));
  const oracle = errorOf(seen, ({ oracle: said }) => pointOf(said));
  const queue = Math.min(
    errorOf(seen, ({ fieldQueue }) => fieldQueue),
    errorOf(seen, ({ officeQueue }) => officeQueue),
  );
  const last = errorOf(seen, ({ lastServed }) => lastServed);
  const head = errorOf(seen, ({ headOfLine }) => headOfLine);
  const share = (said: (one: Said) => Said['ours']): string =>
    `${((100 * seen.filter((one) => covers(said(one.said), one.waited)).length) / seen.length).toFixed(1)} %`;
  const below = (100 * seen.filter((one) => one.waited < one.said.ours.p10Ms).length) / seen.length;
  const wait = seen.reduce((sum, { waited }) => sum + waited, 0) / seen.length / minute;

  console.log(
    rowOf([
      name,
      String(seen.length),
      wait.toFixed(1),
      ...[ours, queue, last, head, oracle].map((error) => error.toFixed(2)),
      ...[ours / queue, ours / head, ours / oracle].map((ratio) => ratio.toFixed(2)),
      share(({ ours: said }) => said),
      `${below.toFixed(1)} %`,
      share(({ oracle: said }) => said),
    ]),
  );
}

const columns = [
  ['load', -13],
  ['people', 7],
  ['wait', 7],
  ['ours', 7],
  ['queue', 7],
  ['last', 7],
  ['head', 7],
  ['oracle', 7],
  ['/queue', 7],
  ['/head', 7],
  ['/oracle', 8],
  ['p10–p90', 8],
  ['< p10', 7],
  ['oracle’s', 9],
] as const;
const rowOf = (cells: readonly string[]): string =>
  columns
    .map(([, width], i) => (width < 0 ? (cells[i] ?? '').padEnd(-width) : (cells[i] ?? '').padStart(width)))
    .join('');
const heading = rowOf(columns.map(([name]) => name));

/** What one estimate costs: 40 people at 8 counters, every one of them and every field told at once. */
function cost(): void {
  const office = trueOffice(11);
  const past = learn(11, 0.85, 20);
  const plan = planDay(office, { load: 1.4, disturbance: 'none', seed: 11 });
  const times: number[] = [];
  let waiting = 0;
  simulateDay(office, plan, (moment) => {
    if (Math.abs(moment.waiting.length - 40) > 2) return;
    const estimate = oursAt(office, plan, past, moment);
    for (let i = 0; i < 5; i++) {
      // Of the processor, since the machine may be busy with other things.
      const before = process.cpuUsage();
      estimate(i);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
    waiting += 5 * moment.waiting.length;
  });
  if (times.length === 0) return;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  const people = waiting / times.length;
  console.log(
    `\nOne estimate with ${people.toFixed(0)} waiting at 8 counters and a newcomer of each field: ` +
      `processor time, median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms; ${(at(0.5) / people).toFixed(2)} ms a ticket (${times.length} times).`,
  );
}

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '11' },
    offices: { type: 'string', default: '4' },
    days: { type: 'string', default: '3' },
    history: { type: 'string', default: '20' },
    only: { type: 'string' },
  },
});
const [seed = 1, offices = 1, days = 1, history = 1] = [
  options.seed,
  options.offices,
  options.days,
  options.history,
].map(Number);

function play(scenario: Scenario): Seen<Said>[] {
  const seen: Seen<Said>[] = [];
  for (let n = 0; n < offices; n++) {
    const officeSeed = seed * 100 + n;
    const office = trueOffice(officeSeed);
    const past = learn(officeSeed, scenario.load, history);
    for (let day = 0; day < days; day++) {
      const plan = planDay(office, { ...scenario, seed: officeSeed * 1000 + day });
      seen.push(...simulateDay(office, plan, methods(office, plan, past)).seen);
    }
  }
  return seen;
}

console.log(
  `Mean absolute error in minutes, at the issue of the number; ${offices} offices, ${days} days each, seed ${seed}.\n`,
);
console.log(heading);
for (const scenario of scenarios)
  if (options.only === undefined || options.only === scenario.name) report(scenario, play(scenario));
cost();
