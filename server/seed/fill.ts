import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { businessDayOf, daysAfter } from '../../shared/domain/calendar.ts';
import type { BusinessDay, Millis, OfficerId } from '../../shared/domain/ids.ts';
import { draws } from '../../shared/domain/random.ts';
import type { Db } from '../db/open.ts';
import { openDb } from '../db/open.ts';
import { sqliteStore } from '../db/store.ts';
import { StartError } from '../startError.ts';
import type { Store } from '../usecases/store.ts';
import { loadKey, makeVault } from '../vault.ts';
import { keyDigestOf, seedOffice } from './office.ts';
import { fillPapers } from './papers.ts';
import type { Past, PastKind } from './past/days.ts';
import { fillPast } from './past/days.ts';
import { drawnName } from './past/people.ts';
import { seedRatingReasons } from './rating.ts';

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
  readonly firstManager: { readonly login: string; readonly password: string } | null;
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
  const db = openDb(join(data, 'luot.db'));
  try {
    if (isUsed(db))
      throw new StartError(`The office in ${data} is in use: it has tickets, visitors or appointments.`);
    const known = keyDigestOf(db);
    const vault = makeVault(loadKey(join(data, 'luot.key'), known === null));
    const keyDigest = vault.digest('key', '');
    if (known !== null && !known.equals(keyDigest))
      throw new StartError(`The key file in ${data} is not the one of this office.`);
    const firstManager = known === null ? await seedOffice(db, keyDigest) : null;
    seedRatingReasons(db);
    fillPapers(db);
    const store = sqliteStore(db, vault);
    const last = wanted.last ?? daysAfter(businessDayOf(now, store.office.office().timeZone), -1);
    const officers = officersFor(db, store, wanted.seed);
    return { ...fillPast(store, officers, { ...wanted, last }), firstManager };
  } finally {
    db.close();
  }
}
