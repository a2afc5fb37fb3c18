import type { Vault } from '../usecases/ports.ts';
import type { AuditRow } from './audit.ts';
import { chainOf, readEnds } from './audit.ts';
import type { Db } from './open.ts';

/** Under this the audit keeps that a backup was put back. */
export const restoreRequest = 'backup:restore';

/** What is wrong with the audit, at which rows. */
export type AuditFault = {
  readonly kind: 'altered' | 'removed' | 'inserted' | 'cutOff' | 'noAnchor';
  readonly from: number;
  readonly to: number;
};

/** The end of an audit, by which a later state of it is known to go on from there. */
export type AuditHead = { readonly id: number; readonly chain: string };

/**
 * Goes along the whole audit.
 * @param heads ends that it had earlier, as backups keep them; each must still be in it, unless it was forgotten.
 * @returns every place where it does not hold; empty if nobody changed it.
 */
export function auditFaults(db: Db, vault: Vault, heads: readonly AuditHead[] = []): readonly AuditFault[] {
  const ends = readEnds(db, vault);
  if (ends === null) return [{ kind: 'noAnchor', from: 0, to: 0 }];
  const faults: AuditFault[] = [];
  // Of the rows that are asked about only: an audit of ten years has millions.
  const asked = new Set(heads.map(({ id }) => id));
  const chains = new Map<number, string>([[ends.before.id, ends.before.chain]]);
  let before = ends.before;
  for (const row of db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY id').iterate()) {
    const at = { from: row.id, to: row.id };
    if (row.id <= ends.before.id || row.id > ends.last.id) {
      faults.push({ kind: 'inserted', ...at });
      continue;
    }
    const isNext = row.id === before.id + 1;
    if (!isNext) faults.push({ kind: 'removed', from: before.id + 1, to: row.id - 1 });
    const chain = row.chain?.toString('hex') ?? '';
    // Behind a gap nothing is known of what the row hangs on.
    if (isNext && chainOf(vault, before.chain, row).toString('hex') !== chain)
      faults.push({ kind: 'altered', ...at });
    if (asked.has(row.id)) chains.set(row.id, chain);
    before = { id: row.id, chain };
  }
  if (before.id < ends.last.id) faults.push({ kind: 'cutOff', from: before.id + 1, to: ends.last.id });
  else if (before.chain !== ends.last.chain) faults.push({ kind: 'altered', from: before.id, to: before.id });
  for (const { id, chain } of heads)
    if (id >= ends.before.id && chains.get(id) !== chain)
      faults.push({ kind: id > ends.last.id ? 'cutOff' : 'altered', from: id, to: id });
  return faults;
}

/** Where the audit ends now. */
export const auditHead = (db: Db, vault: Vault): AuditHead | null => readEnds(db, vault)?.last ?? null;

/** Every row, oldest first, as it can be given to somebody to read. */
export function* auditRows(db: Db): Generator<Omit<AuditRow, 'chain'> & { readonly chain: string }> {
  for (const row of db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY id').iterate())
    yield { ...row, chain: row.chain?.toString('hex') ?? '' };
}

/** When backups were put back, and from when they were. */
export const restoresIn = (db: Db): readonly { readonly at: number; readonly from: number }[] =>
  db
    .prepare<[], { at: number; from: number }>(
      `SELECT at, detail ->> 'madeAt' AS "from" FROM audit WHERE request = '${restoreRequest}' ORDER BY id`,
    )
    .all();
