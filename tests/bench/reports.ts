/**
 * How long the report of a year takes, and what it is made of: `npm run bench:reports [-- --rounds N]`, on a simulated
 * year of about 60,000 numbers. In the server nothing else happens meanwhile.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sqliteStore } from '../../server/db/store.ts';
import { stepStarts, trendOf } from '../../server/reports/days.ts';
import { dossierCounts, dossierGroups, dossierSpan, dossierTrend } from '../../server/reports/dossiers.ts';
import { figuresOf } from '../../server/reports/figures.ts';
import { groupsOf, hoursOf, proceduresOf, waitsOf } from '../../server/reports/sections.ts';
import { fillFolder } from '../../server/seed/fill.ts';
import type { Context } from '../../server/usecases/ports.ts';
import { reportUseCases } from '../../server/usecases/reports.ts';
import { openOffice } from '../../server/openOffice.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '40' } } });
const rounds = Number(values.rounds);
const timeZone = 'Asia/Ho_Chi_Minh';
const day = (text: string): BusinessDay => text as BusinessDay;
const year = { from: day('2025-11-22'), to: day('2026-11-21') };
const moments = [Date.parse(year.from), Date.parse(year.to) + 86_400_000] as const;

type Times = { readonly wall: readonly number[]; readonly processor: readonly number[] };

/** Milliseconds of each round, shortest first, after two rounds to warm up: as long as somebody waits, and of work. */
function timesOf(work: () => unknown): Times {
  const wall: number[] = [];
  const processor: number[] = [];
  for (let round = -2; round < rounds; round++) {
    const [before, begun] = [process.cpuUsage(), performance.now()];
    work();
    const passed = performance.now() - begun;
    const { user, system } = process.cpuUsage(before);
    if (round < 0) continue;
    wall.push(passed);
    // The machine may be busy with other things meanwhile.
    processor.push((user + system) / 1000);
  }
  return { wall: wall.sort((a, b) => a - b), processor: processor.sort((a, b) => a - b) };
}

function say(name: string, work: () => unknown): void {
  const { wall, processor } = timesOf(work);
  const at = (times: readonly number[], share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(1).padStart(9);
  console.log(
    `${name.padEnd(44)}${at(wall, 0.5)}${at(wall, 0.95)}${at(processor, 0.5)}${at(processor, 0.95)}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'luot-reports-'));
try {
  const begun = performance.now();
  const { tickets } = await fillFolder(
    folder,
    { past: { kind: 'year' }, seed: 7, last: year.to },
    Date.now(),
  );
  console.log(`${tickets} numbers, filled in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  const { db, vault } = await openOffice({ data: folder, ask: () => Promise.resolve(null), now: Date.now });
  const store = sqliteStore(db, vault);
  const { reports, office } = store;
  const visits = reports.visits(year.from, year.to);
  const none = new Map<string, null>();
  const whole = (from: BusinessDay, to: BusinessDay) => () => {
    const input = { requestId: '', from, to };
    const caller = { kind: 'device', screen: 'wall', deviceId: null, counterId: null } as const;
    reportUseCases['report:read'](
      { ...({ store, now: () => Date.UTC(2026, 10, 22) } as Context), afterCommit: () => undefined },
      input,
      caller,
    );
  };
  console.log(`${'ms'.padEnd(44)} wall p50      p95 work p50      p95`);
  say('whole report, a year', whole(year.from, year.to));
  say('whole report, a quarter and the one before', whole(day('2026-07-01'), day('2026-09-30')));
  say('whole report, a month and the one before', whole(day('2026-10-01'), day('2026-10-31')));
  say('whole report, a day and the one before', whole(day('2026-11-20'), day('2026-11-20')));
  console.log('\nof which, for the year');
  say('reading the visits', () => reports.visits(year.from, year.to));
  say('figures', () => figuresOf(visits));
  say('trend', () => trendOf(visits, year, 'month'));
  say('hours of the week', () => hoursOf(visits, timeZone));
  say('distribution of waits', () => waitsOf(visits));
  say('by field', () => groupsOf(visits, ({ fieldId }) => fieldId, none));
  say('by counter', () => groupsOf(visits, ({ counterId }) => counterId, none));
  say('by officer', () => groupsOf(visits, ({ officerId }) => officerId, none));
  say('by way of taking the number', () => groupsOf(visits, ({ channel }) => channel, none));
  say('by priority', () => groupsOf(visits, ({ priority }) => priority, none));
  say('dossiers, read and counted', () => {
    const dossiers = reports.dossiers(...moments);
    const span = dossierSpan({ from: moments[0], until: moments[1], now: moments[1], timeZone });
    dossierCounts(dossiers, span);
    dossierTrend(dossiers, stepStarts(year, 'month'), span);
    dossierGroups(dossiers, span, office.procedures(), new Map());
  });
  say('procedures', () => proceduresOf(reports.procedures(...moments), office.procedures(), none));
  say('reasons of ratings', () => reports.reasons(year.from, year.to));
  say('recognition', () => reports.recognitions(...moments));
  db.close();
} finally {
  rmSync(folder, { recursive: true });
}
