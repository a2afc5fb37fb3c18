import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../server/db/open.ts';
import type { Context } from '../../server/usecases/ports.ts';
import { reportUseCases } from '../../server/usecases/reports.ts';
import type { DossierId } from '../../server/usecases/dossierStore.ts';
import type { Store } from '../../server/usecases/store.ts';
import type { Figures, Report } from '../../shared/contract/requests/report.ts';
import { report as reportSchema } from '../../shared/contract/requests/report.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import { pastOffice } from '../factories/pastOffice.ts';
import { long } from '../long.ts';
import { kiosk, staff } from './bareOffice.ts';

type Row = Readonly<Record<string, number | string | null>>;

let db: Db;
let store: Store;
const [from, to] = (long ? ['2025-11-22', '2026-11-21'] : ['2026-11-15', '2026-11-21']) as [
  BusinessDay,
  BusinessDay,
];

function read(first: string, last: string): Report {
  const requestId = crypto.randomUUID();
  const input = { requestId, from: first as BusinessDay, to: last as BusinessDay };
  // After the last day of it.
  const context = { store, now: () => Date.UTC(2026, 10, 22) } as Context;
  const done = reportUseCases['report:read']({ ...context, afterCommit: () => undefined }, input, staff(1));
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

beforeAll(async () => {
  ({ db, store } = await pastOffice({ kind: long ? 'year' : 'week' }));
}, 60_000);
afterAll(() => void db.close());

/** Every visit, counted one by one from the rows themselves. */
function naive() {
  const tickets = db.prepare<[], Row>('SELECT * FROM ticket ORDER BY id').all();
  const stories = Map.groupBy(
    db.prepare<[], Row>('SELECT * FROM period ORDER BY id').all(),
    (period) => period['ticket_id'],
  );
  const ratings = new Map(
    db
      .prepare<[], Row>('SELECT * FROM rating')
      .all()
      .map((row) => [row['ticket_id'], row['level']]),
  );
  return tickets.map((ticket) => {
    const story = stories.get(ticket['id'] ?? '') ?? [];
    const lasted = (state: string): number | null => {
      const stays = story.filter((stay) => stay['state'] === state && stay['to_at'] !== null);
      return stays.length === 0
        ? null
        : stays.reduce((sum, stay) => sum + Number(stay['to_at']) - Number(stay['from_at']), 0);
    };
    const called = story.find((stay) => stay['state'] === 'called');
    const served = story.findLast((stay) => stay['state'] === 'serving');
    const end = String(story.at(-1)?.['state']);
    const begins = Math.max(Number(ticket['issued_at']), Number(ticket['appointment_at'] ?? 0));
    const shown = new Date(Number(ticket['issued_at']) + 7 * 3_600_000);
    return {
      day: String(ticket['business_day']),
      cell: `${(shown.getUTCDay() + 6) % 7} ${shown.getUTCHours()}`,
      field: String(ticket['issued_field_id']),
      channel: String(ticket['channel']),
      priority: String(ticket['priority'] ?? 'normal'),
      counter: String(served?.['counter_id'] ?? 'none'),
      officer: String(served?.['officer_id'] ?? 'none'),
      done: end === 'done',
      noShow: end !== 'done' && Number(ticket['misses']) > 0,
      wait: called === undefined ? null : Math.max(0, Number(called['from_at']) - begins),
      service: end === 'done' ? lasted('serving') : null,
      parked: lasted('parked'),
      level: ratings.get(ticket['id'] ?? '') ?? null,
    };
  });
}

const endings = (one: Figures): number =>
  one.served + one.noShow + one.withdrawn + one.cancelled + one.unfinished + one.open;
const addedUp = ['issued', 'served', 'noShow', 'called', 'withinTarget', 'rated', 'satisfied'] as const;

describe('the report', () => {
  test('R10 fits its contract', () => {
    expect(reportSchema.safeParse(read(from, to)).error).toBeUndefined();
  });

  test('R11 adds up alike by field, counter, officer, way of taking a number, day, and hour of the week', () => {
    const { figures, groups, trend, hours, waits } = read(from, to);
    expect(figures.issued).toBeGreaterThan(long ? 55_000 : 900);
    expect(endings(figures)).toBe(figures.issued);
    for (const rows of Object.values(groups))
      for (const count of addedUp)
        expect(rows.reduce((sum, row) => sum + row.figures[count], 0)).toBe(figures[count]);
    const sum = (rows: readonly { readonly issued: number }[]): number =>
      rows.reduce((total, { issued }) => total + issued, 0);
    expect(sum(trend.now)).toBe(figures.issued);
    expect(sum(hours)).toBe(figures.issued);
    expect(waits.reduce((total, { count }) => total + count, 0)).toBe(figures.called);
    expect(read(from, to).satisfaction.levels.reduce((total, count) => total + count, 0)).toBe(figures.rated);
  });

  test('R12 says what somebody finds who counts every visit by hand', () => {
    const all = naive();
    const { figures, groups, trend, hours } = read(from, to);
    const mean = (values: readonly (number | null)[]): number | null => {
      const known = values.filter((value) => value !== null);
      return known.length === 0
        ? null
        : Math.round(known.reduce((sum, value) => sum + value, 0) / known.length);
    };
    const waits = all.flatMap(({ wait }) => wait ?? []).toSorted((a, b) => a - b);
    const at = (share: number): number | undefined => waits[Math.ceil(share * waits.length) - 1];
    const of = (those: typeof all) => ({
      issued: those.length,
      served: those.filter(({ done }) => done).length,
      noShow: those.filter(({ noShow }) => noShow).length,
      waitMeanMs: mean(those.map(({ wait }) => wait)),
      serviceMeanMs: mean(those.map(({ service }) => service)),
      parkedMeanMs: mean(those.map(({ parked }) => parked)),
      rated: those.filter(({ level }) => level !== null).length,
      satisfied: those.filter(({ level }) => Number(level) >= 3).length,
    });
    expect(figures).toMatchObject({
      ...of(all),
      waitMedianMs: at(0.5),
      waitP90Ms: at(0.9),
      withinTarget: waits.filter((wait) => wait <= 30 * 60_000).length,
    });
    for (const by of ['field', 'counter', 'officer', 'channel', 'priority'] as const)
      for (const { key, figures: found } of groups[by])
        expect([by, key, found]).toMatchObject([by, key, of(all.filter((one) => one[by] === key))]);
    for (const { weekday, hour, issued } of hours)
      expect([weekday, hour, issued]).toEqual([
        weekday,
        hour,
        all.filter(({ cell }) => cell === `${weekday} ${hour}`).length,
      ]);
    if (trend.step === 'day')
      for (const point of trend.now)
        expect(point.issued).toBe(all.filter(({ day }) => day === point.from).length);
  });

  test('R13 compares with as many days before, whole months with whole months', () => {
    expect(read('2026-11-18', '2026-11-21').before).toMatchObject({ from: '2026-11-14', to: '2026-11-17' });
    expect(read('2026-11-01', '2026-11-30').before).toMatchObject({ from: '2026-10-01', to: '2026-10-31' });
    expect(read('2026-01-01', '2026-03-31').before).toMatchObject({ from: '2025-10-01', to: '2025-12-31' });
    expect(read('2026-11-20', '2026-11-21').before.figures.issued).toBe(
      read('2026-11-18', '2026-11-19').figures.issued,
    );
  });

  test.each([
    ['2026-11-21', '2026-11-20'],
    ['2026-11-31', '2026-12-01'],
    ['2026-99-99', '2026-99-99'],
    ['2020-01-01', '2026-01-01'],
  ])('R14 from %s to %s are no days of a report', (first, last) => {
    expect(() => read(first, last)).toThrow('badRange');
  });

  test('R15 a day without visitors has a report of nothing', () => {
    const empty = read('2024-05-05', '2024-05-05');
    expect(empty.figures).toMatchObject({ issued: 0, waitMeanMs: null, waitP90Ms: null });
    expect(empty.hours).toEqual([]);
    expect(empty.procedures).toEqual([]);
  });

  test('R16 procedures come most first and add up to what was recorded', () => {
    const { procedures } = read(from, to);
    const recorded = new Map<string, { count: number; supplement: number }>();
    for (const row of db.prepare<[], Row>('SELECT * FROM service').all())
      for (const { key, count } of JSON.parse(String(row['procedures'])) as {
        key: string;
        count: number;
      }[]) {
        const so = recorded.get(key) ?? { count: 0, supplement: 0 };
        const supplement = row['result'] === 'supplement' ? count : 0;
        recorded.set(key, { count: so.count + count, supplement: so.supplement + supplement });
      }
    expect(recorded.size).toBeGreaterThan(30);
    expect(new Map(procedures.map(({ key, count, supplement }) => [key, { count, supplement }]))).toEqual(
      recorded,
    );
    expect(procedures.map(({ count }) => count)).toEqual(
      procedures.map(({ count }) => count).toSorted((a, b) => b - a),
    );
  });
});

describe('the report on dossiers', () => {
  const hanoiDay = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
  const isWithin = (at: unknown): boolean =>
    at !== null && hanoiDay(Number(at)) >= from && hanoiDay(Number(at)) <= to;

  /** When each was concluded, by its steps alone. */
  const concludedAt = (): Map<string, number | null> => {
    const stories = Map.groupBy(db.prepare<[], Row>('SELECT * FROM dossier_step ORDER BY id').all(), (step) =>
      String(step['dossier_id']),
    );
    return new Map(
      [...stories].map(([id, steps]) => {
        const lastOpen = steps.findLastIndex(({ state }) => state === 'received' || state === 'supplement');
        const step = steps[lastOpen + 1];
        return [id, step === undefined ? null : Number(step['at'])];
      }),
    );
  };

  test('DB30 says what somebody finds who follows every dossier step by step', () => {
    const { dossiers, trend } = read(from, to);
    const ends = concludedAt();
    const all = db.prepare<[], Row>('SELECT * FROM dossier').all();
    const fieldOf = new Map(store.office.procedures().map(({ key, fieldId }) => [key, String(fieldId)]));
    const now = Date.UTC(2026, 10, 22);
    const countsOf = (those: readonly Row[]) => {
      const received = those.filter((one) => isWithin(one['received_at']));
      const concluded = those.flatMap((one) => {
        const at = ends.get(String(one['id'])) ?? null;
        const due = one['due_at'];
        return isWithin(at) && at !== null ? [{ at, due: due as number | null, state: one['state'] }] : [];
      });
      const open = received.filter(({ state }) => state === 'received');
      return {
        received: received.length,
        early: concluded.filter(({ at, due }) => due !== null && hanoiDay(at) < hanoiDay(due)).length,
        onTime: concluded.filter(({ at, due }) => due !== null && at <= due && hanoiDay(at) === hanoiDay(due))
          .length,
        late: concluded.filter(({ at, due }) => due !== null && at > due).length,
        noLimit: concluded.filter(({ due }) => due === null).length,
        refused: concluded.filter(({ state }) => state === 'refused').length,
        openInTime: open.filter(({ due_at: due }) => due === null || Number(due) >= now).length,
        openLate: open.filter(({ due_at: due }) => due !== null && Number(due) < now).length,
        supplement: received.filter(({ state }) => state === 'supplement').length,
      };
    };
    expect(dossiers.counts).toEqual(countsOf(all));
    expect(dossiers.counts.early).toBeGreaterThan(20);
    expect(dossiers.counts.late).toBeGreaterThan(0);
    for (const { key, counts } of dossiers.procedure)
      expect([key, counts]).toEqual([key, countsOf(all.filter((one) => one['procedure_key'] === key))]);
    for (const { key, counts } of dossiers.field)
      expect([key, counts]).toEqual([
        key,
        countsOf(all.filter((one) => fieldOf.get(String(one['procedure_key'])) === key)),
      ]);
    if (trend.step === 'day')
      for (const { from: day, received } of dossiers.trend)
        expect([day, received]).toEqual([
          day,
          all.filter((one) => hanoiDay(Number(one['received_at'])) === day).length,
        ]);
  });

  test('DB31 adds up alike by field, procedure and time, and as the list of dossiers counts', () => {
    const { dossiers } = read(from, to);
    const { counts } = dossiers;
    for (const rows of [dossiers.field, dossiers.procedure])
      for (const key of Object.keys(counts) as (keyof typeof counts)[])
        expect([key, rows.reduce((sum, row) => sum + row.counts[key], 0)]).toEqual([key, counts[key]]);
    const sum = (key: 'received' | 'concluded' | 'late'): number =>
      dossiers.trend.reduce((total, point) => total + point[key], 0);
    const { early, onTime, late, noLimit } = counts;
    expect([sum('received'), sum('concluded'), sum('late')]).toEqual([
      counts.received,
      early + onTime + late + noLimit,
      late,
    ]);
    const clock = { now: Date.UTC(2026, 10, 22), soon: Date.UTC(2026, 10, 22) };
    // Everything was received in these days, so what is open is all that is open.
    expect([counts.supplement, counts.openLate]).toEqual([
      store.dossiers.count('supplement', clock),
      store.dossiers.count('overdue', clock),
    ]);
  });

  test('DB32 follows a dossier that is taken up again, and does not guess when an imported one was concluded', () => {
    const day = '2026-11-20' as BusinessDay;
    const at = (hour: number): number => Date.UTC(2026, 10, 20, hour - 7);
    const key = store.office.procedures()[0]?.key ?? '';
    const add = (state: 'received' | 'ready', code: string): DossierId => {
      const id = crypto.randomUUID() as string as DossierId;
      const facts = { id, code, procedureKey: key, visitorId: null, ticketId: null, receivedAt: at(8) };
      store.dossiers.add({ ...facts, dueAt: at(10), state });
      const step = { kind: state, state, dueAt: at(10), text: null, serviceId: null } as const;
      store.dossiers.addStep(id, step, 'local', at(8));
      return id;
    };
    const before = read(day, day).dossiers.counts;
    const id = add('received', 'DB32-1');
    const step = (
      kind: 'ready' | 'reopened' | 'returned',
      state: 'ready' | 'received' | 'returned',
      hour: number,
    ) =>
      store.dossiers.addStep(
        id,
        { kind, state, dueAt: at(10), text: null, serviceId: null },
        'local',
        at(hour),
      );
    const changed = () => {
      const { onTime, late, openLate, received } = read(day, day).dossiers.counts;
      return {
        received: received - before.received,
        onTime: onTime - before.onTime,
        late: late - before.late,
        openLate: openLate - before.openLate,
      };
    };
    expect(changed()).toEqual({ received: 1, onTime: 0, late: 0, openLate: 1 });
    step('ready', 'ready', 9);
    expect(changed()).toEqual({ received: 1, onTime: 1, late: 0, openLate: 0 });
    // Handed over late, but it was ready in time.
    step('returned', 'returned', 16);
    expect(changed()).toEqual({ received: 1, onTime: 1, late: 0, openLate: 0 });
    step('reopened', 'received', 16);
    expect(changed()).toEqual({ received: 1, onTime: 0, late: 0, openLate: 1 });
    step('ready', 'ready', 17);
    expect(changed()).toEqual({ received: 1, onTime: 0, late: 1, openLate: 0 });
    add('ready', 'DB32-2');
    expect(changed()).toEqual({ received: 2, onTime: 0, late: 1, openLate: 0 });
    db.exec("DELETE FROM dossier WHERE code LIKE 'DB32-%'");
    expect(changed()).toEqual({ received: 0, onTime: 0, late: 0, openLate: 0 });
  });
});

describe('the rows that reports are read from', () => {
  const differing = (): unknown[] =>
    db
      .prepare(
        `SELECT * FROM (
           SELECT ticket_id, ending, wait_ms, walk_ms, service_ms, parked_ms, counter_id, officer_id, level
           FROM visit_facts WHERE ending <> 'open'
           EXCEPT SELECT ticket_id, ending, wait_ms, walk_ms, service_ms, parked_ms, counter_id, officer_id, level
           FROM visit)
         UNION ALL SELECT ticket_id, '', 0, 0, 0, 0, 0, 0, 0 FROM visit
         WHERE ticket_id NOT IN (SELECT ticket_id FROM visit_facts WHERE ending <> 'open')`,
      )
      .all();

  test('R17 are what tickets, stays and ratings say', () => {
    expect(differing()).toEqual([]);
  });

  test('R18 go when a visit goes on, and come back when it ends; ratings follow', () => {
    const day = '2026-11-20' as BusinessDay;
    const visitsOf = () => store.reports.visits(day, day);
    const before = visitsOf();
    const id = db
      .prepare<[string], string>('SELECT ticket_id FROM visit WHERE business_day = ? AND level = 4 LIMIT 1')
      .pluck()
      .get(day);
    const endingsOf = (ending: string): number => visitsOf().filter((one) => one.ending === ending).length;
    const served = endingsOf('served');
    db.prepare('DELETE FROM rating WHERE ticket_id = ?').run(id);
    expect(visitsOf().filter(({ level }) => level === 4)).toHaveLength(
      before.filter(({ level }) => level === 4).length - 1,
    );
    db.prepare('UPDATE period SET to_at = from_at WHERE ticket_id = ? AND to_at IS NULL').run(id);
    db.prepare(
      `INSERT INTO period (ticket_id, state, field_id, counter_id, officer_id, from_at, actor)
       SELECT ticket_id, 'serving', field_id, counter_id, officer_id, from_at, actor FROM period
       WHERE ticket_id = ? AND state = 'done'`,
    ).run(id);
    expect(visitsOf()).toHaveLength(before.length);
    expect([endingsOf('served'), endingsOf('open')]).toEqual([served - 1, 1]);
    expect(differing()).toEqual([]);
  });
});

test('R19 only managers read reports, and reading leaves no trace', async () => {
  const { perform } = await import('../../server/usecases/perform.ts');
  const { bareOffice } = await import('./bareOffice.ts');
  const office = await bareOffice();
  const input = { requestId: crypto.randomUUID(), from, to };
  const ask = (caller: typeof kiosk) => perform(office.context, 'report:read', input, caller);
  expect(ask(kiosk)).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
  expect(ask({ ...staff(2), screen: 'manage' } as typeof kiosk)).toMatchObject({
    ok: false,
    error: { code: 'notAllowed' },
  });
  expect(ask({ ...staff(1), screen: 'manage' } as typeof kiosk).ok).toBe(true);
  for (const table of ['request', 'audit'])
    expect(office.db.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
});
