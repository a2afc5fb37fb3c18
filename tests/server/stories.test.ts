import { expect, test } from 'vitest';
import { officerView } from '../../server/views/officer.ts';
import { readFloor } from '../../server/views/shared.ts';
import type { CounterId, FieldId, OfficerId } from '../../shared/domain/ids.ts';
import { minutes } from '../factories/ids.ts';
import { plainFinish } from '../factories/staffedOffice.ts';
import type { Action } from '../suites/orderStories.ts';
import { stories } from '../suites/orderStories.ts';
import type { BareOffice } from './bareOffice.ts';
import { bareOffice, kiosk, staff } from './bareOffice.ts';

type People = string[];

const officerAt = (desk: number): number => desk + 1;

function must<T>(result: { ok: true; value: T } | { ok: false; error: object }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Who is at a desk now. */
const heldAt = ({ context }: BareOffice, desk: number): string =>
  context.store.tickets.atCounter(desk as CounterId)?.id ?? '';

function act(office: BareOffice, people: People, action: Action): void {
  if (action.do === 'minutes') {
    office.clock.now += minutes(action.pass);
    return;
  }
  if (action.do === 'comes') {
    const { field = 1, priority = null, legs = [] } = action;
    const wish = { fieldId: field, legs: [...legs], priority };
    const issued = office.send(kiosk, 'ticket:issue', { ...wish, visitorRef: null, channel: 'touch' });
    people.push(must(issued).ticketId);
    return;
  }
  const caller = staff(officerAt(action.desk));
  const person = 'person' in action ? (people[action.person - 1] ?? '') : heldAt(office, action.desk);
  const on = { ticketId: person };
  switch (action.do) {
    case 'next':
      return void must(office.send(caller, 'ticket:callNext', {}));
    case 'break':
      return void must(office.send(caller, 'desk:break', { until: null }));
    case 'finish':
      return void must(office.send(caller, 'ticket:finish', { ...on, ...plainFinish }));
    case 'call':
      // A manager's permission, at this desk.
      office.db.prepare('UPDATE officer SET may_pick = 1 WHERE id = ?').run(officerAt(action.desk));
      return void must(office.send(caller, 'ticket:call', on));
    case 'priority':
      return void must(
        office.send(caller, 'ticket:setPriority', {
          ...on,
          priority: action.class,
          reason: 'đã xem giấy tờ',
        }),
      );
    case 'transfer': {
      const { field = 1, to, place = 'kept' } = action;
      const target =
        to === undefined
          ? ({ kind: 'anyone' } as const)
          : 'counter' in to
            ? ({ kind: 'counter', counterId: to.counter } as const)
            : ({ kind: 'officer', officerId: officerAt(to.officer) } as const);
      return void must(office.send(caller, 'ticket:transfer', { ...on, fieldId: field, target, place }));
    }
    case 'work':
      return office.context.store.work.setOfficer(officerAt(action.desk) as OfficerId, {
        fields: action.fields.map((field, i) => ({ fieldId: field as FieldId, rank: i + 1 })),
        mayPick: false,
      });
    default:
      return void must(office.send(caller, `ticket:${action.do}`, on));
  }
}

/** Calls and serves at one desk until nobody is left. @returns who came, by number of the person. */
function callAll(office: BareOffice, people: People, desk: number): number[] {
  const caller = staff(officerAt(desk));
  const order: number[] = [];
  for (;;) {
    const called = office.send(caller, 'ticket:callNext', {});
    if (!called.ok) {
      expect(called.error.code).toBe('nobodyWaiting');
      return order;
    }
    const { ticketId } = called.value;
    order.push(people.indexOf(ticketId) + 1);
    must(office.send(caller, 'ticket:start', { ticketId }));
    must(office.send(caller, 'ticket:finish', { ticketId, ...plainFinish }));
  }
}

test.each(stories)('%s', async (_, actions, desk, expected) => {
  const office = await bareOffice();
  const people: People = [];
  for (const action of actions) act(office, people, action);
  // The console shows the order in which the calls then are made.
  const view = officerView(office.context, readFloor(office.context), officerAt(desk) as OfficerId);
  const shown = (view?.line ?? []).filter(({ notBefore }) => notBefore === null);
  expect(shown.map(({ id }) => people.indexOf(id) + 1)).toEqual(expected);
  expect(callAll(office, people, desk)).toEqual(expected);
  office.db.close();
});
