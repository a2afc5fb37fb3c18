import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { RecognitionOutcome } from '../usecases/records.ts';
import type { VisitorStore } from '../usecases/store.ts';
import { deviceIdOf } from './actor.ts';
import type { Db } from './open.ts';

type VisitorRow = {
  id: string;
  name_sealed: Buffer | null;
  birth_year_sealed: Buffer | null;
  registered_at: number;
};

/** What a sealed value is bound to, so that one visitor's cannot be put in another's place. */
const nameContext = (id: string): string => `name of ${id}`;
const birthYearContext = (id: string): string => `birth year of ${id}`;

/** Something sealed was changed from outside. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** What `vault.open` gave. @throws SealBroken if it could not be opened. */
export function opened(value: Buffer | null, what: string): Buffer {
  if (value === null) throw new SealBroken(`${what} cannot be opened: it was changed from outside`);
  return value;
}

type Facts = Pick<VisitorStore, 'add' | 'find' | 'setFacts' | 'remove'>;

/** Who visitors are, sealed. */
export function visitorFacts(db: Db, vault: Vault): Facts {
  const add = db.prepare(
    'INSERT INTO visitor (id, name_sealed, birth_year_sealed, registered_at) VALUES (?, ?, ?, ?)',
  );
  const find = db.prepare<[VisitorId], VisitorRow>('SELECT * FROM visitor WHERE id = ?');
  const set = db.prepare('UPDATE visitor SET name_sealed = ?, birth_year_sealed = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM visitor WHERE id = ?');
  const sealName = (id: VisitorId, name: string | null): Buffer | null =>
    name === null ? null : vault.seal('name', nameContext(id), Buffer.from(name, 'utf8'));
  const sealYear = (id: VisitorId, year: number | null): Buffer | null =>
    year === null ? null : vault.seal('birthYear', birthYearContext(id), Buffer.from(String(year), 'utf8'));
  return {
    add: ({ id, name, birthYear, registeredAt }) =>
      void add.run(id, sealName(id, name), sealYear(id, birthYear), registeredAt),
    find: (id) => {
      const row = find.get(id);
      if (row === undefined) return null;
      const { name_sealed: name, birth_year_sealed: year } = row;
      return {
        id,
        name: name && opened(vault.open('name', nameContext(id), name), 'a name').toString('utf8'),
        birthYear:
          year &&
          Number(
            opened(vault.open('birthYear', birthYearContext(id), year), 'a birth year').toString('utf8'),
          ),
        registeredAt: row.registered_at,
      };
    },
    setFacts: ({ id, name, birthYear }) => void set.run(sealName(id, name), sealYear(id, birthYear), id),
    remove: (id) => void remove.run(id),
  };
}

type Records = Pick<VisitorStore, 'countRecognition' | 'recognitionsSince'>;

/** What came of recognising visitors. */
export function visitorRecords(db: Db): Records {
  const recognise = db.prepare('INSERT INTO recognition (at, device_id, outcome) VALUES (?, ?, ?)');
  const since = db.prepare<[number], { outcome: RecognitionOutcome; number: number }>(
    'SELECT outcome, count(*) AS number FROM recognition WHERE at >= ? GROUP BY outcome',
  );
  return {
    countRecognition: (outcome, by, now) => void recognise.run(now, deviceIdOf(by), outcome),
    recognitionsSince: (time) => new Map(since.all(time).map(({ outcome, number }) => [outcome, number])),
  };
}
