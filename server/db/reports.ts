import type { DossierState } from '../../shared/domain/dossier.ts';
import type { BusinessDay, CounterId, FieldId, Millis, OfficerId } from '../../shared/domain/ids.ts';
import type { RecognitionOutcome } from '../usecases/records.ts';
import type {
  DossierFacts,
  Ending,
  Named,
  ProcedureCount,
  ReportStore,
  VisitFacts,
} from '../usecases/reportStore.ts';
import type { Statement } from 'better-sqlite3';
import type { Db } from './open.ts';

type Days = { readonly from: BusinessDay; readonly to: BusinessDay };
type Moments = { readonly from: Millis; readonly until: Millis };
/** In the order of `columns`: as arrays a year of them is read in half the time. */
type VisitRow = [
  day: string,
  issuedAt: number,
  fieldId: number,
  channel: string,
  ending: Ending,
  waitMs: number | null,
  walkMs: number | null,
  serviceMs: number | null,
  parkedMs: number | null,
  counterId: number | null,
  officerId: number | null,
  level: number | null,
  priority: string | null,
];
const columns = `business_day, issued_at, field_id, channel, ending, wait_ms, walk_ms, service_ms, parked_ms,
                 counter_id, officer_id, level, priority`;

type NameRow = { id: number; name_vi: string; name_en: string; removed_at: number | null };
const namedOf = (row: NameRow): Named => ({
  key: String(row.id),
  name: { vi: row.name_vi, en: row.name_en },
  isOver: row.removed_at !== null,
});

const visitOf = (row: VisitRow): VisitFacts => ({
  day: row[0] as BusinessDay,
  issuedAt: row[1],
  fieldId: row[2] as FieldId,
  channel: row[3],
  ending: row[4],
  waitMs: row[5],
  walkMs: row[6],
  serviceMs: row[7],
  parkedMs: row[8],
  counterId: row[9] as CounterId | null,
  officerId: row[10] as OfficerId | null,
  level: row[11],
  priority: row[12],
});

type DossierRow = [
  procedureKey: string,
  receivedAt: number,
  dueAt: number | null,
  concludedAt: number | null,
  state: DossierState,
];
const dossierOf = (row: DossierRow): DossierFacts => ({
  procedureKey: row[0],
  receivedAt: row[1],
  dueAt: row[2],
  concludedAt: row[3],
  state: row[4],
});

/** What reports are made of. Visits that are over are kept as rows of their own, by triggers; the few others are worked out. */
export function reportStore(db: Db): ReportStore {
  const namesOf = (select: string): Statement<[], NameRow> => db.prepare<[], NameRow>(`SELECT id, ${select}`);
  const names = {
    field: namesOf('name_vi, name_en, removed_at FROM field ORDER BY position, id'),
    counter: namesOf('name_vi, name_en, removed_at FROM counter ORDER BY number, id'),
    officer: namesOf('name AS name_vi, name AS name_en, removed_at FROM officer ORDER BY id'),
  };
  const priorities = db.prepare<[], { code: string; name_vi: string; name_en: string }>(
    'SELECT code, name_vi, name_en FROM priority_class ORDER BY position',
  );
  const visits = db
    .prepare<Days, VisitRow>(
      `SELECT ${columns} FROM visit WHERE business_day BETWEEN $from AND $to
       UNION ALL
       SELECT ${columns} FROM visit_facts
       WHERE state IN ('waiting', 'called', 'serving', 'parked', 'missed') AND business_day BETWEEN $from AND $to`,
    )
    .raw();
  // From the ratings, which are fewer than the tickets.
  const reasons = db.prepare<Days, { reasons: string; count: number }>(`
    SELECT reasons, count(*) AS count FROM rating CROSS JOIN ticket ON ticket.id = ticket_id
    WHERE reasons <> '[]' AND business_day BETWEEN $from AND $to GROUP BY reasons`);
  // Grouped as they stand first, so that only a few hundred lists have to be taken apart.
  const procedures = db.prepare<Moments, Omit<ProcedureCount, 'key'> & { procedure_key: string }>(`
    SELECT value ->> 'key' AS procedure_key, result, sum(times * (value ->> 'count')) AS count
    FROM (
      SELECT procedures, result, count(*) AS times FROM service
      WHERE finished_at >= $from AND finished_at < $until GROUP BY procedures, result
    ), json_each(procedures)
    GROUP BY procedure_key, result`);
  const dossiers = db
    .prepare<Moments, DossierRow>(
      `SELECT procedure_key, received_at, due_at, concluded_at, state FROM dossier
       WHERE received_at >= $from AND received_at < $until
          OR concluded_at >= $from AND concluded_at < $until`,
    )
    .raw();
  const recognitions = db.prepare<Moments, { outcome: RecognitionOutcome; count: number }>(
    'SELECT outcome, count(*) AS count FROM recognition WHERE at >= $from AND at < $until GROUP BY outcome',
  );
  return {
    names: () => ({
      field: names.field.all().map(namedOf),
      counter: names.counter.all().map(namedOf),
      officer: names.officer.all().map(namedOf),
      priority: priorities
        .all()
        .map(({ code, name_vi: vi, name_en: en }) => ({ key: code, name: { vi, en }, isOver: false })),
    }),
    visits: (from, to) => visits.all({ from, to }).map(visitOf),
    reasons: (from, to) =>
      reasons
        .all({ from, to })
        .map((row) => ({ codes: JSON.parse(row.reasons) as string[], count: row.count })),
    procedures: (from, until) =>
      procedures
        .all({ from, until })
        .map(({ procedure_key: key, result, count }) => ({ key, result, count })),
    dossiers: (from, until) => dossiers.all({ from, until }).map(dossierOf),
    recognitions: (from, until) =>
      new Map(recognitions.all({ from, until }).map(({ outcome, count }) => [outcome, count])),
  };
}
