import type { BreachFacts } from '../../shared/contract/schemas.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { Breach, BreachStore } from '../usecases/privacyStore.ts';
import type { Db } from './open.ts';
import { opened } from './visitors.ts';

type Row = {
  id: number;
  noticed_at: Millis;
  facts_sealed: Buffer;
  reported_at: Millis | null;
  closed_at: Millis | null;
};

/** Bound to its row, so that one breach's facts cannot be put in another's place. */
export const breachContext = (id: number): string => `facts of breach ${id}`;

/** Breaches of personal data. What happened is sealed: it may name people. */
export function breachStore(db: Db, vault: Vault): BreachStore {
  // The facts are bound to the row's id, which is known only once the row is there.
  const add = db.prepare("INSERT INTO breach (noticed_at, added_at, facts_sealed) VALUES (?, ?, x'')");
  const save = db.prepare(
    'UPDATE breach SET noticed_at = ?, facts_sealed = ?, reported_at = ?, closed_at = ? WHERE id = ?',
  );
  const find = db.prepare<[number], Row>('SELECT * FROM breach WHERE id = ?');
  const all = db.prepare<[], Row>('SELECT * FROM breach ORDER BY noticed_at DESC, id DESC');
  const breachOf = (row: Row): Breach => {
    const plain = opened(vault.open('breach', breachContext(row.id), row.facts_sealed), 'a breach');
    return {
      id: row.id,
      noticedAt: row.noticed_at,
      facts: JSON.parse(plain.toString('utf8')) as BreachFacts,
      reportedAt: row.reported_at,
      closedAt: row.closed_at,
    };
  };
  const write = ({ id, noticedAt, facts, reportedAt, closedAt }: Breach): void => {
    const sealed = vault.seal('breach', breachContext(id), Buffer.from(JSON.stringify(facts), 'utf8'));
    save.run(noticedAt, sealed, reportedAt, closedAt, id);
  };
  return {
    add: (noticedAt, facts, now) => {
      const id = Number(add.run(noticedAt, now).lastInsertRowid);
      write({ id, noticedAt, facts, reportedAt: null, closedAt: null });
    },
    save: write,
    find: (id) => {
      const row = find.get(id);
      return row === undefined ? null : breachOf(row);
    },
    all: () => all.all().map(breachOf),
  };
}
