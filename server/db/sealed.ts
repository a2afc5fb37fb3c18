import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import { anchorContext, anchorPurpose } from './audit.ts';
import { appointmentContext } from './appointments.ts';
import { stepContext } from './dossierSteps.ts';
import { breachContext } from './breaches.ts';
import type { DataRequestPart } from './dataRequests.ts';
import { dataRequestContext } from './dataRequests.ts';
import { noteContext } from './notes.ts';
import type { Db } from './open.ts';
import { pushContext, pushKeyContext } from './pushes.ts';
import { remarkContext } from './ratings.ts';
import { templateContext } from './templates.ts';
import { secretContext } from './webhooks.ts';
import { SealBroken, visitorContexts } from './visitors.ts';

type Row = Readonly<Record<string, string | number>>;

/** A column of which every value is sealed. */
export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  /** The table's primary key. */
  readonly key: 'id' | 'ticket_id';
  /** Of the vault. */
  readonly purpose: string;
  /** Other columns that `context` needs. */
  readonly needs: readonly string[];
  /** What the value is bound to. */
  readonly context: (row: Row) => string;
};

const text = (row: Row, column: string): string => String(row[column]);

function sealed(
  place: `${string}.${string}`,
  purpose: string,
  context: SealedColumn['context'],
  more: Partial<Pick<SealedColumn, 'key' | 'needs'>> = {},
): SealedColumn {
  const [table = '', column = ''] = place.split('.');
  return { table, column, purpose, context, key: 'id', needs: [], ...more };
}

const ofVisitor = (place: `visitor.${string}`, fact: keyof typeof visitorContexts): SealedColumn =>
  sealed(place, fact, (row) => visitorContexts[fact](text(row, 'id') as VisitorId));

const ofDataRequest = (part: DataRequestPart): SealedColumn =>
  sealed(`data_request.${part}_sealed`, 'dataRequest', (row) => dataRequestContext(part, Number(row['id'])));

/** Every sealed column of the schema: what gets new seals when the key is changed. A test holds it against the schema. */
export const sealedColumns: readonly SealedColumn[] = [
  ofVisitor('visitor.name_sealed', 'name'),
  ofVisitor('visitor.birth_year_sealed', 'birthYear'),
  ofVisitor('visitor.birth_date_sealed', 'birthDate'),
  ofVisitor('visitor.id_last4_sealed', 'idLast4'),
  sealed(
    'template.sealed',
    'template',
    (row) => templateContext(text(row, 'visitor_id'), text(row, 'model_id')),
    { needs: ['visitor_id', 'model_id'] },
  ),
  sealed('note.text_sealed', 'note', (row) => noteContext(text(row, 'ticket_id')), { needs: ['ticket_id'] }),
  sealed('rating.remark_sealed', 'remark', (row) => remarkContext(text(row, 'ticket_id')), {
    key: 'ticket_id',
  }),
  sealed(
    'appointment.name_sealed',
    'appointment',
    (row) => appointmentContext({ business_day: text(row, 'business_day'), code: text(row, 'code') }),
    { needs: ['business_day', 'code'] },
  ),
  sealed('dossier_step.text_sealed', 'dossier', (row) => stepContext(text(row, 'dossier_id')), {
    needs: ['dossier_id'],
  }),
  sealed('push_key.private_sealed', 'push', () => pushKeyContext),
  sealed('push_subscription.subscription_sealed', 'push', (row) => pushContext(text(row, 'ticket_id')), {
    key: 'ticket_id',
  }),
  sealed('webhook.secret_sealed', 'webhook', (row) => secretContext(Number(row['id']))),
  sealed('webhook.previous_sealed', 'webhook', (row) => secretContext(Number(row['id']))),
  sealed('request.answer_sealed', 'answer', (row) => text(row, 'id')),
  ofDataRequest('correction'),
  ofDataRequest('note'),
  ofDataRequest('refusal'),
  sealed('breach.facts_sealed', 'breach', (row) => breachContext(Number(row['id']))),
  sealed('audit_anchor.ends_sealed', anchorPurpose, () => anchorContext),
];

type Cell = Row & { readonly sealed: Buffer };

/**
 * Goes through one column in order of its rows, a few hundred in each transaction.
 * @param onBatch told how many values were seen, after each transaction.
 */
function eachCell(
  db: Db,
  { table, column, key, needs }: SealedColumn,
  work: (row: Cell, write: (sealed: Buffer) => void) => void,
  onBatch: (values: number) => void = () => undefined,
): void {
  const batch = db.prepare<[string | number], Cell>(
    `SELECT ${[key, ...needs].join(', ')}, ${column} AS sealed FROM ${table}
     WHERE ${key} > ? AND ${column} IS NOT NULL ORDER BY ${key} LIMIT 500`,
  );
  const update = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`);
  // Texts are greater than every number.
  for (let after: string | number = -1; ;) {
    const cells = batch.all(after);
    db.transaction(() => {
      for (const cell of cells) work(cell, (value) => void update.run(value, cell[key]));
    }).immediate();
    const last = cells.at(-1);
    if (last === undefined) return;
    onBatch(cells.length);
    after = last[key] ?? '';
  }
}

const broken = ({ table, column }: SealedColumn): SealBroken =>
  new SealBroken(`${table}.${column} holds something that no key opens`);

/** Those columns that a database has; one of an earlier release lacks some. */
const columnsIn = (db: Db): readonly SealedColumn[] =>
  sealedColumns.filter(
    ({ table, column }) =>
      db.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column) !== undefined,
  );

/**
 * Seals anew what was not sealed with the newest key yet. May be ended at any point and begun again.
 * @param any opens what the newest or an earlier key sealed.
 * @param newest opens and seals with the newest key only.
 * @param onBatch told how many more values are done, when they are on disk.
 * @throws SealBroken if something cannot be opened by any.
 */
export function resealAll(
  db: Db,
  any: Vault,
  newest: Vault,
  { onBatch }: { readonly onBatch?: (values: number) => void } = {},
): void {
  for (const place of columnsIn(db))
    eachCell(
      db,
      place,
      (cell, write) => {
        const context = place.context(cell);
        if (newest.open(place.purpose, context, cell.sealed) !== null) return;
        const plain = any.open(place.purpose, context, cell.sealed);
        if (plain === null) throw broken(place);
        write(newest.seal(place.purpose, context, plain));
        plain.fill(0);
      },
      onBatch,
    );
}

/** How many values of each column the vault cannot open, and how many there are. */
export function countSealed(
  db: Db,
  vault: Vault,
): readonly { readonly place: string; readonly count: number; readonly broken: number }[] {
  return sealedColumns.map((place) => {
    let [count, unopened] = [0, 0];
    eachCell(db, place, (cell) => {
      count += 1;
      if (vault.open(place.purpose, place.context(cell), cell.sealed) === null) unopened += 1;
    });
    return { place: `${place.table}.${place.column}`, count, broken: unopened };
  });
}
