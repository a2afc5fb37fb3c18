import type { DossierSetting } from '../../shared/contract/settings.ts';
import type { DossierState } from '../../shared/domain/dossier.ts';
import type { TicketId, VisitorId } from '../../shared/domain/ids.ts';
import type { Clock, Dossier, DossierId, DossierStore, Which } from '../usecases/dossierStore.ts';
import type { Vault } from '../usecases/ports.ts';
import { dossierSteps } from './dossierSteps.ts';
import type { Db } from './open.ts';

type Row = {
  id: string;
  code: string;
  procedure_key: string;
  visitor_id: string | null;
  ticket_id: string | null;
  received_at: number;
  due_at: number | null;
  state: DossierState;
};

const dossierOf = (row: Row): Dossier => ({
  id: row.id as DossierId,
  code: row.code,
  procedureKey: row.procedure_key,
  visitorId: row.visitor_id as VisitorId | null,
  ticketId: row.ticket_id as TicketId | null,
  receivedAt: row.received_at,
  dueAt: row.due_at,
  state: row.state,
});

const conditions: Readonly<Record<Which, string>> = {
  all: 'true',
  open: "state IN ('received', 'supplement', 'ready')",
  dueSoon: "state = 'received' AND due_at >= $now AND due_at < $soon",
  overdue: "state = 'received' AND due_at < $now",
  supplement: "state = 'supplement'",
  ready: "state = 'ready'",
};

type Lists = Pick<DossierStore, 'list' | 'listByCode' | 'count' | 'ofVisitor'>;

/** Which dossiers there are. */
function dossierLists(db: Db): Lists {
  type Asked = Clock & { readonly limit: number; readonly after: number; readonly part: string };
  const prepared = (which: Which) => {
    const order = which === 'all' ? 'received_at DESC, code' : 'due_at IS NULL, due_at, code';
    return {
      rows: db.prepare<[Asked], Row>(`
        SELECT * FROM dossier WHERE ${conditions[which]} AND instr(code, $part) > 0
        ORDER BY ${order} LIMIT $limit OFFSET $after`),
      count: db.prepare<[Clock], number>(`SELECT count(*) FROM dossier WHERE ${conditions[which]}`).pluck(),
    };
  };
  const lists: Readonly<Record<Which, ReturnType<typeof prepared>>> = {
    all: prepared('all'),
    open: prepared('open'),
    dueSoon: prepared('dueSoon'),
    overdue: prepared('overdue'),
    supplement: prepared('supplement'),
    ready: prepared('ready'),
  };
  const ofVisitor = db.prepare<[VisitorId, number], Row>(`
    SELECT * FROM dossier WHERE visitor_id = ?
    ORDER BY CASE state WHEN 'ready' THEN 0 WHEN 'supplement' THEN 1 WHEN 'received' THEN 2 ELSE 3 END,
             received_at DESC, code LIMIT ?`);
  const listByCode: Lists['listByCode'] = (which, part, clock, limit, after) =>
    lists[which].rows.all({ ...clock, limit, after, part }).map(dossierOf);
  return {
    listByCode,
    list: (which, clock, limit) => listByCode(which, '', clock, limit, 0),
    count: (which, clock) => lists[which].count.get(clock) ?? 0,
    ofVisitor: (visitorId, limit) => ofVisitor.all(visitorId, limit).map(dossierOf),
  };
}

type SettingRow = {
  code_pattern: string;
  superior: string;
  agency: string;
  place: string;
  symbol: string;
  signer_title: string;
  signer_name: string;
};

const settingOf = (row: SettingRow): DossierSetting => ({
  codePattern: row.code_pattern,
  superior: row.superior,
  agency: row.agency,
  place: row.place,
  symbol: row.symbol,
  signerTitle: row.signer_title,
  signerName: row.signer_name,
});

/** What the office received, until when it is due, and what became of it. */
export function dossierStore(db: Db, vault: Vault): DossierStore {
  const add = db.prepare(`
    INSERT INTO dossier (id, code, procedure_key, visitor_id, ticket_id, received_at, due_at, state)
    VALUES ($id, $code, $procedureKey, $visitorId, $ticketId, $receivedAt, $dueAt, $state)`);
  const find = db.prepare<[DossierId], Row>('SELECT * FROM dossier WHERE id = ?');
  const byCode = db.prepare<[string], Row>('SELECT * FROM dossier WHERE code = ?');
  const nextNumber = db
    .prepare<[number], number>(
      `INSERT INTO dossier_number VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last`,
    )
    .pluck();
  const setting = db.prepare<[], SettingRow>('SELECT * FROM dossier_setting');
  const setSetting = db.prepare(`
    UPDATE dossier_setting SET code_pattern = $codePattern, superior = $superior, agency = $agency, place = $place,
                               symbol = $symbol, signer_title = $signerTitle, signer_name = $signerName`);
  const orNull = (row: Row | undefined): Dossier | null => (row === undefined ? null : dossierOf(row));
  const needed = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the database has no setting of dossiers');
    return value;
  };
  return {
    ...dossierLists(db),
    ...dossierSteps(db, vault),
    add: (dossier) => void add.run(dossier),
    find: (id) => orNull(find.get(id)),
    byCode: (code) => orNull(byCode.get(code)),
    nextNumber: (year: number): number => needed(nextNumber.get(year)),
    setting: () => settingOf(needed(setting.get())),
    setSetting: (next) => void setSetting.run(next),
  };
}
