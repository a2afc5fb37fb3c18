import type { Millis } from '../../shared/domain/ids.ts';
import type { Desk, State, Ticket } from '../../shared/domain/ticket.ts';
import { deskAt } from '../factories/desks.ts';
import { counterId, fieldId, minutes, officerId, opening } from '../factories/ids.ts';
import { stateKinds, stateOf, ticketOf } from '../factories/tickets.ts';
import type { OrderWorld } from './orderWorld.ts';

const at = (minute: number): Millis => opening + minutes(minute);
const now = at(60);
const waitingUntil = (notBefore: Millis): { state: State } => ({ state: { kind: 'waiting', notBefore } });
const elderly = { priority: 'ELDERLY80' };
/** Two normal people in line and, last come, one with priority. */
const first = ticketOf(1);
const mixed = [first, ticketOf(2), ticketOf(3, elderly)];
/** People served before, whom calls can be of. */
const [gone, goneElderly] = [
  ticketOf(91, { issuedAt: opening, state: stateOf('done') }),
  ticketOf(92, { issuedAt: opening, state: stateOf('done'), ...elderly }),
];
const callsOf = (...called: readonly (readonly [Ticket, Desk])[]): Partial<OrderWorld> => ({
  tickets: [...mixed, gone, goneElderly],
  calls: called.map(([ticket, desk]) => ({ desk, ticketId: ticket.id })),
});
const here = deskAt(1);

const inField2 = { fieldId: fieldId(2) };
/** An officer who serves field 1 before field 2. */
const ranked: Partial<OrderWorld> = {
  fields: [fieldId(1), fieldId(2)],
  work: [
    { fieldId: fieldId(2), rank: 2 },
    { fieldId: fieldId(1), rank: 1 },
  ],
};
const bothOfRank = (rank: number) => [1, 2].map((field) => ({ fieldId: fieldId(field), rank }));

/** What happens, the world, who is next. */
export const orderTable: readonly (readonly [string, Partial<OrderWorld>, string | null])[] = [
  ['QU1 nobody came', {}, null],
  ['QU1 who came first is called first', { tickets: [ticketOf(2), ticketOf(1), ticketOf(3)] }, 'A001'],
  [
    'QU1 of one millisecond, the smaller number first',
    {
      tickets: [
        ticketOf(5, { issuedAt: at(1), orderAt: at(1) }),
        ticketOf(4, { issuedAt: at(1), orderAt: at(1) }),
      ],
    },
    'A004',
  ],
  [
    'QU1 the place in line counts, not the issue',
    { tickets: [ticketOf(1, { orderAt: at(9) }), ticketOf(2)] },
    'A002',
  ],
  [
    'QU2 fields the counter does not serve are passed over',
    { tickets: [ticketOf(1, { fieldId: fieldId(2) }), ticketOf(2)] },
    'A002',
  ],
  ['QU2 a counter without fields calls nobody', { tickets: [ticketOf(1)], fields: [] }, null],
  [
    'QU2 several fields are one line',
    { tickets: [ticketOf(2), ticketOf(1, { fieldId: fieldId(2) })], fields: [fieldId(1), fieldId(2)] },
    'A001',
  ],
  [
    'QU3 a ticket kept for another counter is passed over',
    { tickets: [ticketOf(1, { target: { kind: 'counter', counterId: counterId(2) } }), ticketOf(2)] },
    'A002',
  ],
  [
    'QU3 a ticket kept for another officer is passed over, also at the counter of the same number',
    { tickets: [ticketOf(1, { target: { kind: 'officer', officerId: officerId(1) } })], desk: deskAt(1, 2) },
    null,
  ],
  [
    'QU3 a ticket kept for this counter or officer comes in its turn, not before',
    {
      tickets: [
        ticketOf(3, { target: { kind: 'officer', officerId: officerId(2) } }),
        ticketOf(2, { target: { kind: 'counter', counterId: counterId(1) } }),
        ticketOf(1),
      ],
      desk: deskAt(1, 2),
    },
    'A001',
  ],
  ...stateKinds
    .filter((kind) => kind !== 'waiting')
    .map((kind): readonly [string, Partial<OrderWorld>, null] => [
      `QU4 a ${kind} ticket is never called by itself`,
      { tickets: [ticketOf(1, { state: stateOf(kind, deskAt(2)) })] },
      null,
    ]),
  [
    'QU5 who did not answer is left in peace',
    { tickets: [ticketOf(1, waitingUntil(now + 1)), ticketOf(2)] },
    'A002',
  ],
  [
    'QU5 and back in the old place when the cool-down ends',
    { tickets: [ticketOf(1, waitingUntil(now)), ticketOf(2)] },
    'A001',
  ],
  [
    'QU6 an appointment is not called before its time',
    { tickets: [ticketOf(1, { appointmentAt: now + 1 })] },
    null,
  ],
  [
    'QU6 an appointment comes first at its time, before priority and earlier people',
    { tickets: [ticketOf(1), ticketOf(2, elderly), ticketOf(3, { appointmentAt: now })] },
    'A003',
  ],
  [
    'QU6 the earlier appointment first, whenever they came',
    { tickets: [ticketOf(1, { appointmentAt: at(50) }), ticketOf(2, { appointmentAt: at(40), ...elderly })] },
    'A002',
  ],
  [
    'QU6 appointments at one time by number',
    {
      tickets: [
        ticketOf(2, { appointmentAt: at(50) }),
        ticketOf(1, { appointmentAt: at(50), orderAt: at(55) }),
      ],
    },
    'A001',
  ],
  [
    'QU6 an appointment that did not answer cools down like anybody',
    { tickets: [ticketOf(1, { appointmentAt: at(40), ...waitingUntil(now + 1) }), ticketOf(2)] },
    'A002',
  ],
  ['QU7 the first priority visitor of the day goes first', { tickets: mixed }, 'A003'],
  [
    'QU7 among priority visitors, who came first',
    { tickets: [ticketOf(2, elderly), ticketOf(1, { priority: 'PREGNANT' })] },
    'A001',
  ],
  ['QU8 right after a priority call, normal people', callsOf([goneElderly, here]), 'A001'],
  ['QU8 after one normal call, still normal people', callsOf([goneElderly, here], [gone, here]), 'A001'],
  [
    'QU8 after two normal calls, priority again',
    callsOf([goneElderly, here], [gone, here], [gone, here]),
    'A003',
  ],
  [
    'QU8 the count begins anew with each priority call',
    callsOf([goneElderly, here], [gone, here], [gone, here], [goneElderly, here], [gone, here]),
    'A001',
  ],
  [
    'QU8 calls by other counters do not count',
    callsOf([goneElderly, here], [gone, deskAt(2)], [gone, deskAt(3)], [gone, deskAt(2)]),
    'A001',
  ],
  ['QU8 priority calls by other counters do not count', callsOf([goneElderly, deskAt(2)]), 'A003'],
  ['QU8 calls count by counter, whichever officer made them', callsOf([goneElderly, deskAt(1, 2)]), 'A001'],
  [
    'QU8 every call of one who did not answer counts',
    {
      tickets: [...mixed.slice(1), ticketOf(1, waitingUntil(now + 1)), goneElderly],
      calls: [goneElderly, first, first].map(({ id }) => ({ desk: here, ticketId: id })),
    },
    'A003',
  ],
  [
    'QU9 priority is not held back when no normal people wait',
    { ...callsOf([goneElderly, here]), tickets: [goneElderly, ticketOf(3, elderly)] },
    'A003',
  ],
  [
    'QU9 normal people who cool down or are kept for others hold nobody back',
    {
      ...callsOf([goneElderly, here]),
      tickets: [
        goneElderly,
        ticketOf(1, waitingUntil(now + 1)),
        ticketOf(2, { target: { kind: 'counter', counterId: counterId(2) } }),
        ticketOf(3, elderly),
      ],
    },
    'A003',
  ],
  [
    'QU8 who was picked by hand does not count, neither as priority nor as normal',
    {
      tickets: [...mixed, gone, goneElderly],
      calls: [
        { desk: here, ticketId: goneElderly.id },
        { desk: here, ticketId: gone.id, byHand: true },
        { desk: here, ticketId: gone.id, byHand: true },
      ],
    },
    'A001',
  ],
  [
    'QU8 nor does a priority visitor who was picked hold the next back',
    {
      tickets: [...mixed, gone, goneElderly],
      calls: [{ desk: here, ticketId: goneElderly.id, byHand: true }],
    },
    'A003',
  ],
  [
    'QU19 the lower rank first, whoever came first',
    { ...ranked, tickets: [ticketOf(1, inField2), ticketOf(2)] },
    'A002',
  ],
  [
    'QU19 the next rank when nobody of the first is in turn',
    { ...ranked, tickets: [ticketOf(2, inField2), ticketOf(1, waitingUntil(now + 1))] },
    'A002',
  ],
  [
    'QU19 fields of one rank are one line',
    { ...ranked, work: bothOfRank(2), tickets: [ticketOf(2), ticketOf(1, inField2)] },
    'A001',
  ],
  [
    'QU19 an officer with fields of their own calls no others of the counter',
    { ...ranked, work: [{ fieldId: fieldId(2), rank: 1 }], tickets: [ticketOf(1), ticketOf(2, inField2)] },
    'A002',
  ],
  [
    'QU19 nor fields that the counter does not serve',
    { ...ranked, fields: [fieldId(2)], tickets: [ticketOf(1), ticketOf(2, inField2)] },
    'A002',
  ],
  [
    'QU20 a normal visitor of a lower rank goes before priority of a higher',
    { ...ranked, tickets: [ticketOf(1, { ...inField2, ...elderly }), ticketOf(2)] },
    'A002',
  ],
  [
    'QU20 normal people of another rank hold no priority visitor back',
    {
      ...ranked,
      calls: [{ desk: here, ticketId: goneElderly.id }],
      tickets: [goneElderly, ticketOf(1, inField2), ticketOf(2, elderly)],
    },
    'A002',
  ],
  [
    'QU20 an appointment comes before every rank',
    { ...ranked, tickets: [ticketOf(1), ticketOf(2, { ...inField2, appointmentAt: at(50) })] },
    'A002',
  ],
  [
    'QU10 one of every one: priority always first',
    { ...callsOf([goneElderly, here]), oneOfEvery: 1 },
    'A003',
  ],
];
