import { mkdirSync } from 'node:fs';
import { businessDayOf, daysAfter } from '../../shared/domain/calendar.ts';
import type { BusinessDay, Millis, OfficerId } from '../../shared/domain/ids.ts';
import { draws } from '../../shared/domain/random.ts';
import type { Db } from '../db/open.ts';
import { sqliteStore } from '../db/store.ts';
import { openOffice } from '../openOffice.ts';
import { StartError } from '../startError.ts';
import type { Store } from '../usecases/store.ts';
import type { Past, PastKind } from './past/days.ts';
import { fillPast } from './past/days.ts';
import { drawnName } from './past/people.ts';
import type { FirstManager } from './prepare.ts';
import { prepareOffice } from './prepare.ts';

/** Whether anybody has ever used the office: numbers, faces or appointments. */
const isUsed = (db: Db): boolean =>
  db
    .prepare<[], 0 | 1>(
      `SELECT EXISTS (SELECT 1 FROM ticket) OR EXISTS (SELECT 1 FROM visitor) OR EXISTS (SELECT 1 FROM appointment)`,
    )
    .pluck()
    .get() === 1;

/** Officers for the counters in the order of their numbers; where there are too few, invented ones who cannot log in. */
function officersFor(db: Db, store: Store, seed: number): OfficerId[] {
  const random = draws(seed);
  const plain = (): OfficerId[] =>
    store.officers
      .all()
      .filter(({ role }) => role === 'officer')
      .map(({ id }) => id);
  const add = db.prepare(
    "INSERT INTO officer (login, name, role) VALUES (?, ?, 'officer') ON CONFLICT DO NOTHING",
  );
  const wanted = store.office.counters().length;
  for (let n = 1; plain().length < wanted; n++) add.run(`canbo${n}`, drawnName(random));
  return plain();
}

export type Filled = Past & {
  /** Only when the office was made by this. */
  readonly firstManager: FirstManager | null;
};

/**
 * Fills a new data folder, or an office that nobody has used, with an invented past.
 * @param last the last day of it; null is yesterday by `now`.
 * @throws StartError if the office has tickets, visitors or appointments; then nothing is changed.
 */
export async function fillFolder(
  data: string,
  wanted: { readonly past: PastKind; readonly seed: number; readonly last: BusinessDay | null },
  now: Millis,
): Promise<Filled> {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const office = await openOffice({ data, ask: () => Promise.resolve(null), now: () => now });
  const { db, vault } = office;
  try {
    if (isUsed(db))
      throw new StartError(`The office in ${data} is in use: it has tickets, visitors or appointments.`);
    const firstManager = await prepareOffice(office);
    const store = sqliteStore(db, vault);
    const last = wanted.last ?? daysAfter(businessDayOf(now, store.office.office().timeZone), -1);
    const officers = officersFor(db, store, wanted.seed);
    return { ...fillPast(store, officers, { ...wanted, last }), firstManager };
  } finally {
    db.close();
  }
}
