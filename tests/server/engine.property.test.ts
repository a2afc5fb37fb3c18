import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RequestName } from '../../shared/contract/requests.ts';
import { plainFinish } from '../factories/staffedOffice.ts';
import { long } from '../long.ts';
import { faultsOf } from './audit.ts';
import type { BareOffice } from './bareOffice.ts';
import { bareOffice, kiosk, staff } from './bareOffice.ts';

/** What officers can do with one ticket, and what goes with it. */
const onTicket = {
  'ticket:call': {},
  'ticket:recall': {},
  'ticket:start': {},
  'ticket:return': {},
  'ticket:miss': {},
  'ticket:park': {},
  'ticket:resume': {},
  'ticket:finish': plainFinish,
  'ticket:undoFinish': {},
  'ticket:cancel': {},
  'ticket:reactivate': {},
  'ticket:setPriority': { priority: 'PREGNANT', reason: 'đã xem giấy tờ' },
  'ticket:setLegs': { legs: [2] },
  'ticket:note': { text: 'sẽ quay lại' },
  'ticket:reprint': {},
} as const satisfies Partial<Record<RequestName, object>>;

type OnTicket = keyof typeof onTicket | 'ticket:transfer';
const kinds = [...Object.keys(onTicket), 'ticket:transfer'] as OnTicket[];
/** So that visits come to their end. */
const usual: readonly OnTicket[] = [
  'ticket:start',
  'ticket:finish',
  'ticket:finish',
  'ticket:park',
  'ticket:miss',
];

type What = OnTicket | 'issue' | 'next' | 'break' | 'back';
type Act = {
  readonly who: number;
  readonly what: What;
  readonly own: boolean;
  readonly which: number;
  readonly field: number;
  readonly callNext: boolean;
  readonly place: 'kept' | 'end';
  readonly minutes: number;
  readonly thinksBetter: boolean;
};

const anyAct: fc.Arbitrary<Act> = fc.record({
  /** The manager is 1. */
  who: fc.integer({ min: 1, max: 4 }),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant('issue' as const) },
    { weight: 4, arbitrary: fc.constant('next' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...usual) },
    { weight: 8, arbitrary: fc.constantFrom(...kinds) },
    { weight: 1, arbitrary: fc.constantFrom('break' as const, 'back' as const) },
  ),
  /** Mostly the ticket that the officer has. */
  own: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
  which: fc.nat({ max: 9 }),
  field: fc.constantFrom(1, 2),
  callNext: fc.boolean(),
  place: fc.constantFrom('kept' as const, 'end' as const),
  minutes: fc.constantFrom(0, 0, 0.02, 1, 6),
  /** Takes back at once what can be taken back. */
  thinksBetter: fc.boolean(),
});
const takenBack: Partial<Record<string, OnTicket>> = {
  'ticket:finish': 'ticket:undoFinish',
  'ticket:park': 'ticket:resume',
};

const lastHeld = 'SELECT ticket_id FROM period WHERE to_at IS NULL AND officer_id = ? ORDER BY id DESC';
const lastFinished = 'SELECT ticket_id FROM service WHERE officer_id = ? ORDER BY id DESC';

function send(office: BareOffice, act: Act): { readonly ok: boolean } {
  const { who, what, field } = act;
  if (what === 'issue')
    return office.send(kiosk, 'ticket:issue', {
      fieldId: field,
      legs: act.which === 0 ? [3 - field] : [],
      visitorRef: null,
      priority: act.which % 4 === 1 ? 'ELDERLY80' : null,
      channel: 'touch',
    });
  if (what === 'next') return office.send(staff(who), 'ticket:callNext', {});
  if (what === 'break') return office.send(staff(who), 'desk:break', { until: null });
  if (what === 'back') return office.send(staff(who), 'desk:resume', {});
  const all = office.db.prepare<[], string>('SELECT id FROM ticket ORDER BY issued_at, number').pluck().all();
  const own = what === 'ticket:undoFinish' ? lastFinished : lastHeld;
  const held = office.db.prepare<[number], string>(own).pluck().get(who);
  const ticketId = (act.own ? held : undefined) ?? all[act.which % Math.max(1, all.length)];
  if (ticketId === undefined) return { ok: false };
  if (what === 'ticket:transfer')
    return office.send(staff(who), what, {
      ticketId,
      fieldId: field,
      target: { kind: 'anyone' },
      place: act.place,
    });
  if (what === 'ticket:finish')
    return office.send(staff(who), what, { ticketId, ...plainFinish, callNext: act.callNext });
  return office.send(staff(who), what, { ticketId, ...onTicket[what] });
}

/** Now and then a visit is begun, ended and the end taken back in one go, which would hardly come about by chance. */
function withSecondThought(act: Act): Act[] {
  const back = act.thinksBetter ? takenBack[act.what] : undefined;
  if (back === undefined) return [act];
  const own = { ...act, own: true, callNext: false, minutes: 0 };
  return [
    { ...own, what: 'next' },
    { ...own, what: 'ticket:start' },
    { ...own, minutes: act.minutes },
    { ...own, what: back },
  ];
}

const tables = ['ticket', 'period', 'announcement', 'service', 'note', 'audit', 'request', 'desk'] as const;
const rowsOf = ({ db }: BareOffice) =>
  Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]));

const sums = `
  SELECT (SELECT count(*) FROM ticket) AS issued,
         count(*) FILTER (WHERE state = 'waiting') + count(*) FILTER (WHERE state = 'called')
         + count(*) FILTER (WHERE state = 'serving') + count(*) FILTER (WHERE state = 'parked')
         + count(*) FILTER (WHERE state = 'missed') + count(*) FILTER (WHERE state IN ('done', 'cancelled', 'expired'))
         AS placed
  FROM period WHERE to_at IS NULL`;

test('EN1 waiting, called, serving, parked, missed and ended are all that were issued, whatever is done', async () => {
  const office = await bareOffice();
  office.db.exec('UPDATE office SET max_calls = 2');
  const done = new Set<string>();
  const start = office.clock.now;
  const all = ['back', 'break', 'issue', 'next', ...kinds].toSorted();
  const property = fc.property(fc.array(anyAct, { minLength: 20, maxLength: 80, size: 'max' }), (acts) => {
    office.db.exec('BEGIN');
    office.clock.now = start;
    try {
      for (const act of acts.flatMap(withSecondThought)) {
        office.clock.now += act.minutes * 60_000;
        const before = rowsOf(office);
        const { ok } = send(office, act);
        if (ok) done.add(act.what);
        else expect(rowsOf(office)).toEqual(before);
        const { issued, placed } = office.db.prepare(sums).get() as { issued: number; placed: number };
        expect(placed).toBe(issued);
      }
      expect(faultsOf(rowsOf(office))).toEqual([]);
    } finally {
      office.db.exec('ROLLBACK');
    }
  });
  // Again until each was done at least once, or the property would say nothing about it.
  for (let go = 0; go < 8 && done.size < all.length; go++) fc.assert(property, { numRuns: long ? 120 : 30 });
  expect([...done].toSorted()).toEqual(all);
  office.db.close();
}, 60_000);
