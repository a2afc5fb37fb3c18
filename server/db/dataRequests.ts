import type { DataRequestKind } from '../../shared/domain/dataRequest.ts';
import type { BusinessDay, Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { Correction, DataRequest, DataRequestStore } from '../usecases/privacyStore.ts';
import type { Db } from './open.ts';
import { opened } from './visitors.ts';

type Row = {
  id: number;
  kind: DataRequestKind;
  channel: DataRequest['channel'];
  visitor_id: VisitorId | null;
  received_on: BusinessDay;
  correction_sealed: Buffer | null;
  note_sealed: Buffer | null;
  refusal_sealed: Buffer | null;
  acknowledged_at: Millis | null;
  closed_at: Millis | null;
  outcome: DataRequest['outcome'];
};
export type DataRequestPart = 'correction' | 'note' | 'refusal';

/** Bound to its request, so that what was written about one person cannot be put in another's place. */
export const dataRequestContext = (part: DataRequestPart, id: number): string =>
  `${part} of data request ${id}`;

function sealing(vault: Vault) {
  const seal = (part: DataRequestPart, id: number, text: string | null): Buffer | null =>
    text === null ? null : vault.seal('dataRequest', dataRequestContext(part, id), Buffer.from(text, 'utf8'));
  const open = (part: DataRequestPart, id: number, sealed: Buffer | null): string | null =>
    sealed &&
    opened(vault.open('dataRequest', dataRequestContext(part, id), sealed), 'a data request').toString(
      'utf8',
    );
  return { seal, open };
}

/** What people asked about their data. What was written about them is sealed, and goes with them. */
export function dataRequestStore(db: Db, vault: Vault): DataRequestStore {
  const { seal, open } = sealing(vault);
  const add = db.prepare(`
    INSERT INTO data_request (kind, channel, visitor_id, received_on, added_at) VALUES (?, ?, ?, ?, ?)`);
  const write = db.prepare('UPDATE data_request SET correction_sealed = ?, note_sealed = ? WHERE id = ?');
  const find = db.prepare<[number], Row>('SELECT * FROM data_request WHERE id = ?');
  const openOnes = db.prepare<[], Row>(
    'SELECT * FROM data_request WHERE closed_at IS NULL ORDER BY received_on, id',
  );
  const closed = db.prepare<[number], Row>(
    'SELECT * FROM data_request WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id DESC LIMIT ?',
  );
  const ofVisitor = db.prepare<[VisitorId], Row>(
    'SELECT * FROM data_request WHERE visitor_id = ? ORDER BY id DESC',
  );
  const acknowledge = db.prepare('UPDATE data_request SET acknowledged_at = ? WHERE id = ?');
  const close = db.prepare(
    'UPDATE data_request SET closed_at = ?, outcome = ?, refusal_sealed = ? WHERE id = ?',
  );
  const requestOf = (row: Row): DataRequest => {
    const correction = open('correction', row.id, row.correction_sealed);
    return {
      id: row.id,
      kind: row.kind,
      channel: row.channel,
      visitorId: row.visitor_id,
      receivedOn: row.received_on,
      correction: correction === null ? null : (JSON.parse(correction) as Correction),
      note: open('note', row.id, row.note_sealed),
      refusal: open('refusal', row.id, row.refusal_sealed),
      acknowledgedAt: row.acknowledged_at,
      closedAt: row.closed_at,
      outcome: row.outcome,
    };
  };
  return {
    add: ({ kind, channel, visitorId, receivedOn, correction, note }, now) => {
      const id = Number(add.run(kind, channel, visitorId, receivedOn, now).lastInsertRowid);
      const facts = correction && JSON.stringify(correction);
      write.run(seal('correction', id, facts), seal('note', id, note), id);
      return id;
    },
    find: (id) => {
      const row = find.get(id);
      return row === undefined ? null : requestOf(row);
    },
    open: () => openOnes.all().map(requestOf),
    closed: (limit) => closed.all(limit).map(requestOf),
    of: (visitorId) => ofVisitor.all(visitorId).map(requestOf),
    acknowledge: (id, now) => void acknowledge.run(now, id),
    close: (id, refusal, now) =>
      void close.run(now, refusal === null ? 'done' : 'refused', seal('refusal', id, refusal), id),
  };
}
