import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { restoreRequest } from '../../server/db/auditCheck.ts';
import type { Db } from '../../server/db/open.ts';
import { closeDay } from '../../server/usecases/closeDay.ts';
import { perform } from '../../server/usecases/perform.ts';
import type { Context } from '../../server/usecases/ports.ts';
import { makeVault } from '../../server/vault.ts';
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import { requests } from '../../shared/contract/requests.ts';
import type { SignedGrant } from '../../shared/contract/requests/reserve.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { FieldId } from '../../shared/domain/ids.ts';
import type { Given } from '../../shared/domain/reserve.ts';
import { nextReserved } from '../../shared/domain/reserve.ts';
import type { Input } from '../factories/clients.ts';
import { contextOver } from '../factories/context.ts';
import { minutes } from '../factories/ids.ts';
import type { Rows } from '../factories/server.ts';
import { noLegs } from '../factories/staffedOffice.ts';
import { faultsOf } from './audit.ts';
import { bareOffice, kiosk as local, staff } from './bareOffice.ts';

/** Everything that can come between a kiosk that gives numbers and a server that takes them in. */
type Act =
  | { readonly do: 'connect' | 'handIn'; readonly kiosk: number; readonly answerIsLost: boolean }
  | {
      readonly do: 'give';
      readonly kiosk: number;
      readonly field: number;
      readonly killed: 'before' | 'after' | null;
    }
  | { readonly do: 'wipe'; readonly kiosk: number }
  | { readonly do: 'issue'; readonly field: number }
  | { readonly do: 'callNext' | 'backup' | 'restore' | 'newPrefix' | 'nextDay' }
  | { readonly do: 'wait'; readonly minutes: number };

const whichKiosk = fc.nat({ max: 2 });
const field = fc.constantFrom(1, 2);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('connect' as const),
      kiosk: whichKiosk,
      answerIsLost: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('handIn' as const),
      kiosk: whichKiosk,
      answerIsLost: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      kiosk: whichKiosk,
      field,
      killed: fc.constantFrom(null, null, null, 'before' as const, 'after' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('issue' as const), field }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wipe' as const), kiosk: whichKiosk }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('callNext' as const, 'backup' as const, 'restore' as const, 'newPrefix' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'nextDay' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(0, 1, 7) }),
  },
);

type Own = Given & { readonly ticketId: string; readonly grant: SignedGrant; readonly issuedAt: number };
type Kiosk = { keeper: string; grant: SignedGrant | null; given: Own[]; pending: Own[] };
const newKiosk = (): Kiosk => ({ keeper: randomUUID(), grant: null, given: [], pending: [] });

/** A new office as bytes: made once, since that takes longer than a story in it. */
let newOffice: Buffer;
let opensAt: number;
beforeAll(async () => {
  const { db, clock } = await bareOffice();
  [newOffice, opensAt] = [db.serialize(), clock.now];
});

function openCopy(bytes: Buffer): Db {
  const db = new Database(bytes);
  db.pragma('foreign_keys = ON');
  return db;
}

/** The office, whose database may be put back to what it was, and its kiosks. */
function world() {
  const clock = { now: opensAt };
  const vault = makeVault(Buffer.alloc(32, 7));
  let db: Db = openCopy(newOffice);
  let context: Context = contextOver(db, vault, () => clock.now);
  let backup: Buffer | null = null;
  const kiosks = [newKiosk(), newKiosk(), newKiosk()];
  /** What visitors hold: the number and its day. */
  const papers: { readonly key: string; readonly own: Own | null }[] = [];
  const today = (): string => businessDayOf(clock.now, 'Asia/Ho_Chi_Minh');
  const send = <N extends RequestName>(
    caller: typeof local,
    name: N,
    input: Input<N>,
  ): RequestOutput<N> | null => {
    const parsed = requests[name].input.parse({ requestId: randomUUID(), ...input });
    const done = perform(context, name, parsed as ParsedInput<N>, caller);
    return done.ok ? done.value : null;
  };
  const handIn = (at: Kiosk, answerIsLost: boolean): void => {
    for (const grant of new Set(at.pending.map((own) => own.grant))) {
      const batch = at.pending.filter((own) => own.grant === grant);
      const tickets = batch.map(({ ticketId, fieldId, sequence, issuedAt }) => ({
        ticketId,
        fieldId,
        sequence,
        issuedAt,
        legs: [],
        priority: null,
        instead: null,
      }));
      send(local, 'reserve:handIn', { grant, tickets });
    }
    if (!answerIsLost) at.pending = [];
  };
  const give = (at: Kiosk, fieldId: FieldId, killed: 'before' | 'after' | null): void => {
    const { grant } = at;
    if (grant === null || grant.day !== today() || killed === 'before') return;
    const next = nextReserved(grant, fieldId, at.given);
    if (next === null) return;
    const own = { ...next, day: grant.day, fieldId, grant, ticketId: randomUUID(), issuedAt: clock.now };
    at.given.push(own);
    at.pending.push(own);
    if (killed === null) papers.push({ key: `${own.day} ${own.number}`, own });
  };
  const restore = (): void => {
    if (backup === null) return;
    db.close();
    db = openCopy(backup);
    context = contextOver(db, vault, () => clock.now);
    context.store.audit.add('system', restoreRequest, { madeAt: 0 }, clock.now);
    // The server starts on it.
    closeDay(context);
  };
  const connect = (at: Kiosk, answerIsLost: boolean): void => {
    const answer = send(local, 'reserve:take', { keeper: at.keeper, held: at.grant });
    if (!answerIsLost && answer?.grant) at.grant = answer.grant;
  };
  /** One that no field had that day: two fields with one prefix on a day are another matter. */
  let letters = 0;
  const newPrefix = (): void => {
    letters += 1;
    const prefix = `${String.fromCharCode(65 + (letters % 26))}${String.fromCharCode(65 + Math.floor(letters / 26))}`;
    db.prepare('UPDATE field SET prefix = ? WHERE id = 1').run(prefix);
  };
  const issue = (fieldId: number): void => {
    const wish = { fieldId, legs: noLegs, visitorRef: null, priority: null, channel: 'touch' } as const;
    const ticket = send(local, 'ticket:issue', wish);
    if (ticket !== null) papers.push({ key: `${today()} ${ticket.number}`, own: null });
  };
  const play = (act: Act): void => {
    clock.now += 1;
    const at = 'kiosk' in act ? kiosks[act.kiosk] : undefined;
    if (act.do === 'connect' && at) connect(at, act.answerIsLost);
    if (act.do === 'handIn' && at) handIn(at, act.answerIsLost);
    if (act.do === 'give' && at) give(at, act.field as FieldId, act.killed);
    if (act.do === 'wipe') kiosks[act.kiosk] = newKiosk();
    if (act.do === 'issue') issue(act.field);
    if (act.do === 'callNext') perform(context, 'ticket:callNext', { requestId: randomUUID() }, staff(2));
    if (act.do === 'backup') backup = db.serialize();
    if (act.do === 'restore') restore();
    if (act.do === 'newPrefix') newPrefix();
    if (act.do === 'wait') clock.now += minutes(act.minutes);
    if (act.do === 'nextDay') {
      clock.now += 24 * 3_600_000;
      closeDay(context);
    }
  };
  const rows = (): Rows =>
    Object.fromEntries(
      ['ticket', 'period', 'service', 'reserve_kept'].map((table) => [
        table,
        db.prepare(`SELECT * FROM ${table}`).all(),
      ]),
    );
  return { play, papers, kiosks, rows, today, handIn };
}

type TicketRow = { id: string; number: string; issued_at: number; order_at: number };

test('RN13 after an older backup was put back, lanes of that day stay whose they were, and no new ones are given until the next', () => {
  const { play, kiosks } = world();
  const connect = (kiosk: number): SignedGrant | null => {
    play({ do: 'connect', kiosk, answerIsLost: false });
    return kiosks[kiosk]?.grant ?? null;
  };
  const known = connect(0);
  play({ do: 'backup' });
  const unknown = connect(1);
  expect([known?.lane, unknown?.lane]).toEqual([1, 2]);
  play({ do: 'restore' });
  // The newcomer could get what the second has, which the office has forgotten; that one brings its own proof.
  expect(connect(2)).toBeNull();
  expect(connect(1)?.lane).toBe(2);
  expect(connect(0)?.lane).toBe(1);
  play({ do: 'nextDay' });
  expect(connect(2)?.lane).toBe(1);
});

test('RN12 no number is given twice, and each is in line at its time, whatever is cut, killed, lost or put back meanwhile', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 10, maxLength: 70 }), (acts) => {
      const { play, papers, kiosks, rows, today, handIn } = world();
      for (const act of acts) play(act);
      // Numbers of kiosks meet no other number, whoever forgot what.
      const keys = papers.map(({ key }) => key);
      const offline = papers.flatMap(({ key, own }) => (own === null ? [] : [key]));
      expect(offline.filter((key) => keys.indexOf(key) !== keys.lastIndexOf(key))).toEqual([]);
      // In the end the line is there for all of them.
      const waiting = kiosks.flatMap(({ pending }) => pending);
      for (const kioskAtEnd of kiosks) handIn(kioskAtEnd, false);
      const end = rows();
      expect(faultsOf(end)).toEqual([]);
      const tickets = new Map((end['ticket'] as TicketRow[]).map((row) => [row.id, row]));
      const kept = new Set((end['reserve_kept'] as { ticket_id: string }[]).map((row) => row.ticket_id));
      for (const { ticketId, number, day, issuedAt } of waiting) {
        // Kept are only those of a day that was over.
        expect([number, kept.has(ticketId)]).toEqual([number, !tickets.has(ticketId)]);
        if (day === today())
          expect(tickets.get(ticketId)).toMatchObject({ number, issued_at: issuedAt, order_at: issuedAt });
      }
    }),
    { numRuns: 120 },
  );
});
