import type { Population } from '../../shared/contract/settings.ts';
import type { CounterId, FieldId } from '../../shared/domain/ids.ts';
import type { Bilingual, ConsentText, Counter, Field, Office } from '../usecases/records.ts';
import type { OfficeStore } from '../usecases/officeStore.ts';
import { hoursStore } from './hours.ts';
import type { Db } from './open.ts';
import { paperStore } from './papers.ts';
import { procedureStore } from './procedures.ts';

type OfficeRow = {
  name_vi: string;
  name_en: string;
  time_zone: string;
  max_calls: number;
  cool_down_ms: number;
  one_of_every: number;
  late_tolerance_ms: number;
  open_per_visitor: number | null;
  daily_per_visitor: number | null;
  keep_parked: 0 | 1;
  lock_vi: string | null;
  lock_en: string | null;
  population: Population;
  dwell_ms: number;
  long_line: number;
  very_long_line: number;
  long_wait_ms: number;
  very_long_wait_ms: number;
};
type FieldRow = {
  id: number;
  code: string;
  prefix: string;
  name_vi: string;
  name_en: string;
  description_vi: string;
  description_en: string;
  icon: string;
  colour: string;
  service_ms: number;
  daily_quota: number | null;
};
type CounterRow = { id: number; number: number; name_vi: string; name_en: string; field_ids: string | null };
type ConsentRow = { version: string; title_vi: string; title_en: string; body_vi: string; body_en: string };

const officeOf = (row: OfficeRow): Office => ({
  name: { vi: row.name_vi, en: row.name_en },
  timeZone: row.time_zone,
  missPolicy: { maxCalls: row.max_calls, coolDownMs: row.cool_down_ms },
  oneOfEvery: row.one_of_every,
  limits: {
    lateToleranceMs: row.late_tolerance_ms,
    openPerVisitor: row.open_per_visitor,
    dailyPerVisitor: row.daily_per_visitor,
    keepParked: row.keep_parked === 1,
  },
  lock: row.lock_vi === null || row.lock_en === null ? null : { vi: row.lock_vi, en: row.lock_en },
  population: row.population,
  dwellMs: row.dwell_ms,
  floorLimits: {
    longLine: row.long_line,
    veryLongLine: row.very_long_line,
    longWaitMs: row.long_wait_ms,
    veryLongWaitMs: row.very_long_wait_ms,
  },
});

type NameRow = { name_vi: string; name_en: string };
const nameOf = (row: NameRow): Bilingual => ({ vi: row.name_vi, en: row.name_en });

const fieldOf = (row: FieldRow): Field => ({
  id: row.id as FieldId,
  code: row.code,
  prefix: row.prefix,
  name: nameOf(row),
  description: { vi: row.description_vi, en: row.description_en },
  icon: row.icon,
  colour: row.colour,
  serviceMs: row.service_ms,
  dailyQuota: row.daily_quota,
});

const counterOf = (row: CounterRow): Counter => ({
  id: row.id as CounterId,
  number: row.number,
  name: nameOf(row),
  fieldIds: (row.field_ids ?? '').split(',').filter(Boolean).map(Number) as FieldId[],
});

const consentOf = (row: ConsentRow): ConsentText => ({
  version: row.version,
  title: { vi: row.title_vi, en: row.title_en },
  body: { vi: JSON.parse(row.body_vi) as string[], en: JSON.parse(row.body_en) as string[] },
});

/** Settings of the office, its fields and its counters. */
export function officeStore(db: Db): OfficeStore {
  const office = db.prepare<[], OfficeRow>('SELECT * FROM office WHERE id = 1');
  const publicUrl = db.prepare<[], string | null>('SELECT public_url FROM office WHERE id = 1').pluck();
  const fields = db.prepare<[], FieldRow>(
    'SELECT * FROM field WHERE removed_at IS NULL ORDER BY position, id',
  );
  const counters = db.prepare<[], CounterRow>(`
    SELECT counter.*, (
      SELECT group_concat(field_id) FROM counter_field WHERE counter_id = counter.id
    ) AS field_ids
    FROM counter WHERE removed_at IS NULL ORDER BY number`);
  const consent = db.prepare<[], ConsentRow>('SELECT * FROM consent_text WHERE current = 1');
  const classes = db.prepare<[], NameRow & { code: string; asked: 0 | 1 }>(
    'SELECT * FROM priority_class WHERE removed_at IS NULL ORDER BY position',
  );
  const setRules = db.prepare(`
    UPDATE office SET one_of_every = $oneOfEvery, max_calls = $maxCalls, cool_down_ms = $coolDownMs,
                      late_tolerance_ms = $lateToleranceMs, open_per_visitor = $openPerVisitor,
                      daily_per_visitor = $dailyPerVisitor, keep_parked = $keepParked`);
  const setQuota = db.prepare('UPDATE field SET daily_quota = ? WHERE id = ?');
  const setLock = db.prepare('UPDATE office SET lock_vi = ?, lock_en = ?');
  const setKiosk = db.prepare('UPDATE office SET population = ?, dwell_ms = ?');
  const setFloorLimits = db.prepare(`
    UPDATE office SET long_line = $longLine, very_long_line = $veryLongLine,
                      long_wait_ms = $longWaitMs, very_long_wait_ms = $veryLongWaitMs`);
  const setPublicUrl = db.prepare('UPDATE office SET public_url = ?');
  const one = <Row>(row: Row | undefined, what: string): Row => {
    if (row === undefined) throw new Error(`the database has no ${what}`);
    return row;
  };
  return {
    office: () => officeOf(one(office.get(), 'office')),
    publicUrl: () => publicUrl.get() ?? null,
    fields: () => fields.all().map(fieldOf),
    counters: () => counters.all().map(counterOf),
    consentText: () => consentOf(one(consent.get(), 'consent text')),
    priorityClasses: () =>
      classes.all().map((row) => ({ code: row.code, name: nameOf(row), asked: row.asked === 1 })),
    ...procedureStore(db),
    ...hoursStore(db),
    ...paperStore(db),
    setRules: (rules) => void setRules.run({ ...rules, keepParked: rules.keepParked ? 1 : 0 }),
    setQuota: (id, dailyQuota) => void setQuota.run(dailyQuota, id),
    setLock: (message) => void setLock.run(message?.vi ?? null, message?.en ?? null),
    setFloorLimits: (limits) => void setFloorLimits.run(limits),
    setKiosk: ({ population, dwellMs }) => void setKiosk.run(population, dwellMs),
    setPublicUrl: (url) => void setPublicUrl.run(url),
  };
}
