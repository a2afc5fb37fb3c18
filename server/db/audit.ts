import { z } from 'zod';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { AuditStore } from '../usecases/queueStore.ts';
import type { Db } from './open.ts';

export const anchorPurpose = 'auditAnchor';
export const anchorContext = 'where the audit begins and ends';

export type AuditRow = {
  readonly id: number;
  readonly at: Millis;
  readonly actor: string;
  readonly request: string;
  readonly detail: string;
  readonly chain: Buffer | null;
};

const end = z.strictObject({ id: z.int().nonnegative(), chain: z.hex() });
/** `before`: the last row that is not kept any more, or 0 and the chain that the first row hangs on. */
const ends = z.strictObject({ before: end, last: end });
export type Ends = z.infer<typeof ends>;

/** What the very first row hangs on. */
const start = { id: 0, chain: '00' };

/** The chain of a row: a keyed hash of it and of the chain before it, so that nobody without the key can make one. */
export const chainOf = (vault: Vault, before: string, row: Omit<AuditRow, 'chain'>): Buffer =>
  vault.digest('audit', JSON.stringify([before, row.id, row.at, row.actor, row.request, row.detail]));

/** Where the audit begins and ends as it was written down; null if that is missing or was changed from outside. */
export function readEnds(db: Db, vault: Vault): Ends | null {
  const sealed = db.prepare<[], Buffer>('SELECT ends_sealed FROM audit_anchor').pluck().get();
  const plain = sealed && vault.open(anchorPurpose, anchorContext, sealed);
  return plain ? ends.parse(JSON.parse(plain.toString('utf8'))) : null;
}

/** Who did what: rows are added, each chained to the one before, and forgotten from the oldest after their time. */
export function auditStore(db: Db, vault: Vault): AuditStore {
  const insert = db.prepare(
    'INSERT INTO audit (id, at, actor, request, detail, chain) VALUES ($id, $at, $actor, $request, $detail, $chain)',
  );
  const chainUp = db.prepare('UPDATE audit SET chain = ? WHERE id = ?');
  const rows = db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY id');
  const lastAt = db.prepare<[], Millis>('SELECT at FROM audit ORDER BY id DESC LIMIT 1').pluck();
  const isAnchored = db.prepare('SELECT 1 FROM audit_anchor');
  const oldest = db.prepare<[Millis], AuditRow>(
    'SELECT * FROM audit WHERE id < (SELECT coalesce(min(id), 9e18) FROM audit WHERE at >= ?) ORDER BY id DESC LIMIT 1',
  );
  const forget = db.prepare<[number]>('DELETE FROM audit WHERE id <= ?');
  const anchor = db.prepare('REPLACE INTO audit_anchor (id, ends_sealed, forgotten_to) VALUES (1, ?, ?)');
  const setEnds = (to: Ends): void => {
    const plain = Buffer.from(JSON.stringify(to), 'utf8');
    anchor.run(vault.seal(anchorPurpose, anchorContext, plain), to.before.id);
  };
  /** Chains the rows of a release that did not; what has lost its anchor since stays as it is, and is found broken. */
  const begin = (): Ends => {
    let last = start;
    for (const row of rows.all()) {
      const chain = chainOf(vault, last.chain, row);
      if (row.chain === null) chainUp.run(chain, row.id);
      last = { id: row.id, chain: row.chain === null ? chain.toString('hex') : start.chain };
    }
    return { before: start, last };
  };
  const addAll: AuditStore['addAll'] = (entries) => {
    const known = readEnds(db, vault) ?? begin();
    // Not what the table ends with: if somebody has cut it off, the row must not fit on what is left.
    let { last } = known;
    for (const { by, request, detail, at } of entries) {
      const row = { id: last.id + 1, at, actor: by, request, detail: JSON.stringify(detail) };
      const chain = chainOf(vault, last.chain, row);
      insert.run({ ...row, chain });
      last = { id: row.id, chain: chain.toString('hex') };
    }
    setEnds({ before: known.before, last });
  };
  return {
    begin: () => {
      if (isAnchored.get() === undefined) setEnds(begin());
    },
    add: (by, request, detail, at) => addAll([{ by, request, detail, at }]),
    addAll,
    lastAt: () => lastAt.get() ?? null,
    forgetBefore: (time) => {
      const last = oldest.get(time);
      const known = readEnds(db, vault);
      if (last === undefined || known === null || last.chain === null) return 0;
      setEnds({ ...known, before: { id: last.id, chain: last.chain.toString('hex') } });
      return forget.run(last.id).changes;
    },
  };
}
