import { uniform } from '../../shared/domain/random.ts';
import { hammerDesk, hammerKiosk } from './hammer.ts';
import { auditRace } from './raceAudit.ts';
import { openRaceOffice } from './raceOffice.ts';
import type { Race } from './racer.ts';
import { openRacer } from './racer.ts';

export type RaceReport = {
  readonly seconds: number;
  /** Requests that were carried out. */
  readonly done: number;
  readonly refused: number;
  readonly tickets: number;
  readonly reconnects: number;
  /** How often each request was carried out. */
  readonly of: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
};

const codeOf = (problem: { readonly kind: string; readonly code?: string }): string =>
  problem.code ?? problem.kind;

/** Lets officers, a manager and kiosks hammer one real server over real sockets; then the database is audited. */
export async function runRace(plan: {
  readonly seconds: number;
  readonly officers: number;
  readonly kiosks: number;
  readonly seed: number;
  /** A worse line to the server at this address. */
  readonly through?: (url: string) => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
}): Promise<RaceReport> {
  const office = await openRaceOffice(plan.officers);
  const line = await plan.through?.(office.url);
  const race: Race = {
    url: line?.url ?? office.url,
    random: uniform(plan.seed),
    diary: [],
    faults: [],
    reconnects: { count: 0 },
  };
  try {
    const desks = await Promise.all(
      [...office.cookies].map(([id, cookie]) => openRacer(race, 'officer', `officer:${id}`, cookie)),
    );
    const kiosks = await Promise.all(
      Array.from({ length: plan.kiosks }, () => openRacer(race, 'kiosk', 'local', null)),
    );
    // The first is the manager, who sits nowhere.
    for (const [i, desk] of desks.entries())
      if (i > 0) {
        const seated = await desk.send('desk:take', { counterId: i });
        if (!seated.ok) throw new Error(`counter ${i} could not be taken`);
      }
    race.diary.length = 0;
    const started = performance.now();
    const over = (): boolean => performance.now() - started > plan.seconds * 1_000;
    await Promise.all([
      ...desks.map((desk) => hammerDesk(race, desk, over)),
      ...kiosks.map((kiosk) => hammerKiosk(race, kiosk, over)),
    ]);
    const seconds = (performance.now() - started) / 1_000;
    for (const racer of [...desks, ...kiosks]) racer.close();
    await office.kill();
    const done = race.diary.filter(({ answer }) => answer.ok);
    const of = Map.groupBy(race.diary, ({ name, answer }) =>
      answer.ok ? name : `refused ${codeOf(answer.problem)}`,
    );
    return {
      seconds,
      done: done.length,
      refused: race.diary.length - done.length,
      tickets: done.filter(({ name }) => name === 'ticket:issue').length,
      reconnects: race.reconnects.count,
      of: new Map([...of].map(([name, all]) => [name, all.length])),
      faults: [...race.faults, ...auditRace(office.data, race.diary)],
    };
  } finally {
    await line?.close();
    await office.close();
  }
}

/** One line for people. */
export const sayRace = ({ seconds, done, refused, tickets, reconnects }: RaceReport): string =>
  `${Math.round((done + refused) / seconds)} actions a second over ${seconds.toFixed(0)} s: ${done} carried out, ` +
  `${refused} refused, ${tickets} numbers given, ${reconnects} lines cut`;

if (import.meta.main) {
  const report = await runRace({ seconds: 60, officers: 20, kiosks: 4, seed: Date.now() });
  for (const [name, count] of [...report.of].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(count).padStart(7)} ${name}`);
  console.log(sayRace(report));
  for (const fault of report.faults) console.error(fault);
  console.log(report.faults.length === 0 ? 'The database is right.' : `${report.faults.length} faults.`);
  process.exitCode = report.faults.length === 0 ? 0 : 1;
}
