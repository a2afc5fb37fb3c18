import type { IsoDay, VisitorId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { RecognitionOutcome, Visitor } from '../usecases/records.ts';
import type { VisitorStore } from '../usecases/store.ts';
import { deviceIdOf } from './actor.ts';
import type { Db } from './open.ts';

type VisitorRow = {
  id: VisitorId;
  name_sealed: Buffer | null;
  birth_year_sealed: Buffer | null;
  birth_date_sealed: Buffer | null;
  id_hash: Buffer | null;
  id_last4_sealed: Buffer | null;
  facts_from: Visitor['factsFrom'];
  registered_at: number;
};

/** What is sealed of a visitor, each with a key of its own; how it is called in messages. */
const called = {
  name: 'a name',
  birthYear: 'a birth year',
  birthDate: 'a birth date',
  idLast4: 'the end of an ID number',
} as const;
type Fact = keyof typeof called;

/** What a sealed value is bound to, so that one visitor's cannot be put in another's place. */
export const visitorContexts: Readonly<Record<Fact, (id: VisitorId) => string>> = {
  name: (id) => `name of ${id}`,
  birthYear: (id) => `birth year of ${id}`,
  birthDate: (id) => `birth date of ${id}`,
  idLast4: (id) => `last of the ID number of ${id}`,
};

/** Something sealed was changed from outside. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** What `vault.open` gave. @throws SealBroken if it could not be opened. */
export function opened(value: Buffer | null, what: string): Buffer {
  if (value === null) throw new SealBroken(`${what} cannot be opened: it was changed from outside`);
  return value;
}

type Facts = Pick<VisitorStore, 'add' | 'find' | 'byIdHash' | 'setFacts'>;

/** Who visitors are, sealed. */
export function visitorFacts(db: Db, vault: Vault): Facts {
  const add = db.prepare(`
    INSERT INTO visitor (id, name_sealed, birth_year_sealed, birth_date_sealed, id_hash, id_last4_sealed,
                         facts_from, registered_at)
    VALUES ($id, $name, $birthYear, $birthDate, $idHash, $idLast4, $factsFrom, $registeredAt)`);
  const find = db.prepare<[VisitorId], VisitorRow>('SELECT * FROM visitor WHERE id = ?');
  const byIdHash = db.prepare<[Buffer], VisitorRow>('SELECT * FROM visitor WHERE id_hash = ?');
  const set = db.prepare(`
    UPDATE visitor SET name_sealed = $name, birth_year_sealed = $birthYear, birth_date_sealed = $birthDate,
                       id_hash = $idHash, id_last4_sealed = $idLast4, facts_from = $factsFrom
    WHERE id = $id`);
  const seal = (fact: Fact, id: VisitorId, value: string | number | null): Buffer | null =>
    value === null ? null : vault.seal(fact, visitorContexts[fact](id), Buffer.from(String(value), 'utf8'));
  const open = (fact: Fact, id: VisitorId, sealed: Buffer | null): string | null =>
    sealed && opened(vault.open(fact, visitorContexts[fact](id), sealed), called[fact]).toString('utf8');
  const sealed = ({ id, idHash, factsFrom, ...facts }: Omit<Visitor, 'registeredAt'>) => ({
    id,
    name: seal('name', id, facts.name),
    // The date says it, too.
    birthYear: seal('birthYear', id, facts.birthDate === null ? facts.birthYear : null),
    birthDate: seal('birthDate', id, facts.birthDate),
    idHash,
    idLast4: seal('idLast4', id, facts.idLast4),
    factsFrom,
  });
  const visitorOf = (row: VisitorRow): Visitor => {
    const { id } = row;
    const birthDate = open('birthDate', id, row.birth_date_sealed) as IsoDay | null;
    const birthYear = birthDate?.slice(0, 4) ?? open('birthYear', id, row.birth_year_sealed);
    return {
      id,
      name: open('name', id, row.name_sealed),
      birthYear: birthYear === null ? null : Number(birthYear),
      birthDate,
      idHash: row.id_hash,
      idLast4: open('idLast4', id, row.id_last4_sealed),
      factsFrom: row.facts_from,
      registeredAt: row.registered_at,
    };
  };
  const orNull = (row: VisitorRow | undefined): Visitor | null => (row === undefined ? null : visitorOf(row));
  return {
    add: ({ registeredAt, ...visitor }) => void add.run({ ...sealed(visitor), registeredAt }),
    find: (id) => orNull(find.get(id)),
    byIdHash: (idHash) => orNull(byIdHash.get(idHash)),
    setFacts: (visitor) => void set.run(sealed(visitor)),
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
