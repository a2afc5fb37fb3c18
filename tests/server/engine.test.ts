import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { officerView } from '../../server/views/officer.ts';
import { readFloor } from '../../server/views/shared.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import type { View } from '../../shared/contract/views.ts';
import type { BusinessDay, CounterId, OfficerId, TicketId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { minutes } from '../factories/ids.ts';
import { plainFinish } from '../factories/staffedOffice.ts';
import type { BareOffice } from './bareOffice.ts';
import { bareOffice, kiosk, staff } from './bareOffice.ts';

let office: BareOffice;
beforeEach(async () => {
  office = await bareOffice();
});
afterEach(() => void office.db.close());

const [manager, first, second] = [staff(1), staff(2), staff(3)];

function value<T>(result: Result<T, Refused>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: Result<unknown, Refused>) => (result.ok ? 'carried out' : result.error);
const codeOf = (result: Result<unknown, Refused>) => (result.ok ? 'carried out' : result.error.code);

const take = (fieldId = 1, legs: number[] = []): TicketId =>
  value(
    office.send(kiosk, 'ticket:issue', { fieldId, legs, visitorRef: null, priority: null, channel: 'touch' }),
  ).ticketId;
const next = (by = first): TicketId => value(office.send(by, 'ticket:callNext', {})).ticketId;
function serve(by = first): TicketId {
  const ticketId = next(by);
  value(office.send(by, 'ticket:start', { ticketId }));
  return ticketId;
}
const view = (officerId: number): View<'officer'> => {
  const made = officerView(office.context, readFloor(office.context), officerId as OfficerId);
  if (made === null) throw new Error('there is no such officer');
  return made;
};
const stateOf = (id: TicketId): string | undefined => office.context.store.tickets.find(id)?.state.kind;

describe('whose ticket', () => {
  test('EN2 the loser of a race for one ticket is told which counter has it', () => {
    const ticketId = take();
    office.db.exec('UPDATE officer SET may_pick = 1');
    value(office.send(first, 'ticket:call', { ticketId }));
    expect(refusal(office.send(second, 'ticket:call', { ticketId }))).toEqual({
      kind: 'refused',
      code: 'otherDesk',
      detail: { counterNumber: 1 },
    });
  });

  test.each(['ticket:return', 'ticket:cancel'] as const)(
    'EN3 a manager does %s with a ticket that another desk has; another officer may not',
    (name) => {
      take();
      const ticketId = next();
      expect(codeOf(office.send(second, name, { ticketId }))).toBe('otherDesk');
      value(office.send(manager, name, { ticketId }));
      expect(stateOf(ticketId)).toBe(name === 'ticket:cancel' ? 'cancelled' : 'waiting');
    },
  );

  test('EN3 a manager cancels and corrects from anywhere; an officer needs a desk for it', () => {
    const ticketId = take();
    const change = { ticketId, priority: 'MERIT', reason: 'đã xem giấy tờ' };
    value(office.send(first, 'desk:leave', {}));
    expect(codeOf(office.send(first, 'ticket:setPriority', change))).toBe('noDesk');
    expect(codeOf(office.send(first, 'ticket:cancel', { ticketId }))).toBe('noDesk');
    value(office.send(manager, 'ticket:setPriority', change));
    value(office.send(manager, 'ticket:cancel', { ticketId }));
    expect(stateOf(ticketId)).toBe('cancelled');
  });

  test('EN3 a manager parks or transfers one that is served elsewhere', () => {
    take();
    const ticketId = serve();
    const transfer = { ticketId, fieldId: 2, target: { kind: 'anyone' }, place: 'kept' } as const;
    for (const [name, input] of [
      ['ticket:park', { ticketId }],
      ['ticket:transfer', transfer],
    ] as const) {
      expect(codeOf(office.send(second, name, input as never))).toBe('otherDesk');
      if (name === 'ticket:park') {
        value(office.send(manager, name, { ticketId }));
        value(office.send(first, 'ticket:resume', { ticketId }));
      } else value(office.send(manager, name, transfer));
    }
    expect(stateOf(ticketId)).toBe('waiting');
  });

  test('EN4 who moved to another counter resumes there whom they parked, if the desk is free', () => {
    take();
    take();
    const ticketId = serve();
    value(office.send(first, 'ticket:park', { ticketId }));
    value(office.send(first, 'desk:take', { counterId: 4 }));
    office.db.exec('INSERT INTO counter_field VALUES (4, 1)');
    const other = next();
    expect(codeOf(office.send(first, 'ticket:resume', { ticketId }))).toBe('deskBusy');
    value(office.send(first, 'ticket:return', { ticketId: other }));
    value(office.send(first, 'ticket:resume', { ticketId }));
    expect(view(2).desk).toMatchObject({ counterId: 4, ticket: { id: ticketId, state: 'serving' } });
  });

  test('EN4 a parked ticket of somebody who went home is called by another officer of the field', () => {
    take();
    const ticketId = serve();
    value(office.send(first, 'ticket:park', { ticketId }));
    value(office.send(first, 'desk:leave', {}));
    expect(view(3).parked).toMatchObject([{ id: ticketId, counterNumber: 1, officerName: 'Trần Văn An' }]);
    value(office.send(second, 'ticket:call', { ticketId }));
    expect(view(3).desk?.ticket?.id).toBe(ticketId);
  });

  test('EN5 two visitors at one counter are refused by the database itself', () => {
    take();
    take();
    const ticketId = next();
    const waiting = office.context.store.tickets.waiting('2026-11-23' as BusinessDay)[0];
    if (waiting === undefined) throw new Error('nobody waits');
    const state = { kind: 'called', desk: { counterId: 1, officerId: 2 }, announcements: 1, turn: 'normal' };
    const called = { ...waiting, state } as typeof waiting;
    expect(() => office.context.store.tickets.save(waiting, called, 'system', office.clock.now)).toThrow(
      /UNIQUE.*period\.counter_id/u,
    );
    expect(office.context.store.tickets.atCounter(1 as CounterId)?.id).toBe(ticketId);
  });
});

describe('out of turn', () => {
  test('EN6 a manager who sits at a counter calls out of turn', () => {
    take();
    const ticketId = take();
    value(office.send(first, 'desk:leave', {}));
    value(office.send(manager, 'desk:take', { counterId: 1 }));
    value(office.send(manager, 'ticket:call', { ticketId }));
    expect(view(1)).toMatchObject({ me: { mayPick: true }, desk: { ticket: { id: ticketId } } });
  });

  test('EN6 only whoever may pick calls out of turn; the next in turn anybody calls', () => {
    const [one, two] = [take(), take()];
    expect(codeOf(office.send(first, 'ticket:call', { ticketId: two }))).toBe('mayNotPick');
    value(office.send(first, 'ticket:call', { ticketId: one }));
    office.db.exec('UPDATE officer SET may_pick = 1 WHERE id = 3');
    value(office.send(second, 'ticket:call', { ticketId: two }));
  });

  test('EN6 whoever may pick calls also who cools down, but nobody of fields they do not serve', () => {
    take();
    const ticketId = next();
    value(office.send(first, 'ticket:miss', { ticketId }));
    expect(refusal(office.send(first, 'ticket:call', { ticketId }))).toMatchObject({ code: 'coolingDown' });
    office.db.exec('UPDATE officer SET may_pick = 1');
    value(office.send(first, 'ticket:call', { ticketId }));
    const elsewhere = take(5);
    expect(codeOf(office.send(second, 'ticket:call', { ticketId: elsewhere }))).toBe('keptForOther');
  });

  test('EN6 nor one that is kept for another', () => {
    office.db.exec('UPDATE officer SET may_pick = 1');
    take();
    const ticketId = next();
    const target = { kind: 'counter', counterId: 3 } as const;
    value(office.send(first, 'ticket:transfer', { ticketId, fieldId: 1, target, place: 'kept' }));
    expect(codeOf(office.send(second, 'ticket:call', { ticketId }))).toBe('keptForOther');
  });
});

describe('transfer', () => {
  test.each([
    ['unknownField', { fieldId: 99, target: { kind: 'anyone' } }],
    ['unknownCounter', { fieldId: 1, target: { kind: 'counter', counterId: 99 } }],
    ['unknownCounter', { fieldId: 1, target: { kind: 'counter', counterId: 5 } }],
    ['unknownOfficer', { fieldId: 1, target: { kind: 'officer', officerId: 99 } }],
    ['unknownOfficer', { fieldId: 1, target: { kind: 'officer', officerId: 4 } }],
  ] as const)('EN7 is refused as %s where nobody would serve it: %o', (code, to) => {
    office.db.exec('INSERT INTO officer_field VALUES (4, 2, 1)');
    take();
    const ticketId = next();
    expect(codeOf(office.send(first, 'ticket:transfer', { ticketId, ...to, place: 'kept' }))).toBe(code);
  });
});

describe('finish', () => {
  const outcome = {
    result: 'received',
    procedures: [{ key: 'tk-huong-dan', count: 2 }],
    dossierCodes: ['H26.19-251123-0007'],
  } as const;
  const withOutcome = {
    outcome: { ...outcome, procedures: [...outcome.procedures], dossierCodes: [...outcome.dossierCodes] },
  };

  test('EN8 keeps what came of the service, and calls the next in the same step', () => {
    take();
    const other = take();
    const ticketId = serve();
    const answer = value(office.send(first, 'ticket:finish', { ticketId, ...withOutcome, callNext: true }));
    expect(answer.next?.ticketId).toBe(other);
    expect(office.db.prepare('SELECT * FROM service').all()).toMatchObject([
      {
        ticket_id: ticketId,
        field_id: 1,
        counter_id: 1,
        officer_id: 2,
        result: 'received',
        procedures: '[{"key":"tk-huong-dan","count":2}]',
        dossier_codes: '["H26.19-251123-0007"]',
      },
    ]);
  });

  test.each(['nobody waits', 'there is a break'])('EN8 is carried out with nobody called when %s', (why) => {
    take();
    const ticketId = serve();
    if (why === 'there is a break') {
      take();
      value(office.send(first, 'desk:break', { until: null }));
    }
    expect(value(office.send(first, 'ticket:finish', { ticketId, ...withOutcome, callNext: true }))).toEqual({
      next: null,
      papers: [],
    });
    expect(stateOf(ticketId)).toBe('done');
  });

  test('EN9 is taken back within five seconds, also after a leg, and what was recorded is forgotten', () => {
    const ticketId = take(1, [2]);
    serve();
    value(office.send(first, 'ticket:finish', { ticketId, ...withOutcome, callNext: false }));
    expect(stateOf(ticketId)).toBe('waiting');
    office.clock.now += 5_000;
    value(office.send(first, 'ticket:undoFinish', { ticketId }));
    expect(office.context.store.tickets.find(ticketId)).toMatchObject({
      fieldId: 1,
      legs: [2],
      state: { kind: 'serving' },
    });
    expect(office.db.prepare('SELECT count(*) FROM service').pluck().get()).toBe(0);
  });

  test('EN9 but not when somebody else is at the desk, nor by another desk', () => {
    take();
    take();
    const ticketId = serve();
    value(office.send(first, 'ticket:finish', { ticketId, ...withOutcome, callNext: true }));
    expect(codeOf(office.send(first, 'ticket:undoFinish', { ticketId }))).toBe('deskBusy');
    expect(codeOf(office.send(second, 'ticket:undoFinish', { ticketId }))).toBe('otherDesk');
  });
});

describe('the desk', () => {
  test('EN10 on a break nobody is called; who is there is served on, and work goes on afterwards', () => {
    take();
    take();
    const ticketId = serve();
    const until = office.clock.now + minutes(15);
    value(office.send(first, 'desk:break', { until }));
    expect(view(2).desk?.onBreak).toEqual({ since: office.clock.now, until });
    value(office.send(first, 'ticket:finish', { ticketId, ...plainFinish }));
    expect(codeOf(office.send(first, 'ticket:callNext', {}))).toBe('onBreak');
    value(office.send(first, 'desk:resume', {}));
    expect(view(2).desk?.onBreak).toBeNull();
    next();
  });

  test('EN11 a number kept from the day before and taken up again stands in the line of today, in its old place', () => {
    take();
    const ticketId = serve();
    value(office.send(first, 'ticket:park', { ticketId }));
    office.clock.now += 24 * 3600_000;
    const later = take();
    value(office.send(first, 'ticket:resume', { ticketId }));
    const target = { kind: 'anyone' } as const;
    value(office.send(first, 'ticket:transfer', { ticketId, fieldId: 1, target, place: 'kept' }));
    expect(view(2).line.map(({ id }) => id)).toEqual([ticketId, later]);
    expect([next(first), next(second)]).toEqual([ticketId, later]);
  });

  test('EN12 what an earlier day ended is not reactivated', () => {
    const ticketId = take();
    value(office.send(first, 'ticket:cancel', { ticketId }));
    office.clock.now += 24 * 3600_000;
    expect(codeOf(office.send(first, 'ticket:reactivate', { ticketId }))).toBe('tooLate');
  });
});
