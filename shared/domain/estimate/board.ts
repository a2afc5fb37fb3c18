import type { FieldId, Millis } from '../ids.ts';
import type { Ticket } from '../ticket.ts';
import { mayServe } from '../ticket.ts';
import type { DeskNow, OfficeNow } from './state.ts';

/** The three lines that the ordering rule draws from. */
export const line = { normal: 0, priority: 1, appointment: 2 } as const;

/** How many people may come while the present ones are played to their calls. */
const mostArrivals = 400;

/**
 * An office in numbers, made once and played often. People, desks, fields and lanes are indices; times are ms from now
 * on. A lane is what decides which desks may call somebody: the field, or the field and a target.
 */
export type Board = {
  readonly desks: readonly DeskNow[];
  readonly fields: readonly FieldId[];
  readonly lanes: number;
  /** The rank at `desk * lanes + lane`; 0 where the desk does not serve the lane. The first lanes are the fields. */
  readonly rank: Uint8Array;
  /** The smallest rank of each desk. */
  readonly lowest: Uint8Array;
  /** Everybody who waits or was called, in the order of their place in line; then appointments to come. */
  readonly people: readonly (Ticket | null)[];
  /** The first of these many people have a place in line. */
  readonly present: number;
  readonly lane: Int32Array;
  readonly fieldOf: Int32Array;
  /** When each took the number, and from when on they may be called. */
  readonly since: Float64Array;
  readonly from: Float64Array;
  readonly misses: Uint8Array;
  /** 1 for those whose call counts as one of a priority ticket. */
  readonly priority: Uint8Array;
  /** 1 for those at a desk. */
  readonly away: Uint8Array;
  /** By `line`: who stands in it. */
  readonly lines: readonly Int32Array[];
  readonly lengths: readonly number[];
};

const byPlace = (a: Ticket, b: Ticket): number =>
  a.orderAt - b.orderAt || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);

const lineOf = (ticket: Ticket | null): 0 | 1 | 2 => {
  if (ticket === null || ticket.appointmentAt !== null) return line.appointment;
  return ticket.priority === null ? line.normal : line.priority;
};

/** The desks' rank of a field for a ticket, or of anybody who comes for it. */
const ranksOf = (desks: readonly DeskNow[], fieldId: FieldId, ticket: Ticket | null): number[] =>
  desks.map(({ counterId, officerId, fields }) => {
    const rank = fields.get(fieldId) ?? 0;
    if (ticket === null || ticket.target.kind === 'anyone') return rank;
    if (officerId === null)
      return ticket.target.kind === 'counter' && ticket.target.counterId === counterId ? rank : 0;
    return mayServe(ticket.target, { counterId, officerId }) ? rank : 0;
  });

function availableFrom({ state, appointmentAt }: Ticket, now: Millis): Millis {
  const cool = state.kind === 'waiting' && state.notBefore !== null ? state.notBefore - now : 0;
  return Math.max(0, cool, appointmentAt === null ? 0 : appointmentAt - now);
}

type Person = { readonly ticket: Ticket | null; readonly fieldId: FieldId; readonly dueAt: Millis };

function peopleOf({ waiting, desks, appointments }: OfficeNow): { people: Person[]; present: number } {
  const called = desks.flatMap(({ doing }) => (doing.kind === 'called' ? [doing.ticket] : []));
  const present = [...waiting, ...called].sort(byPlace);
  const people = [
    ...present.map((ticket) => ({ ticket, fieldId: ticket.fieldId, dueAt: ticket.appointmentAt ?? 0 })),
    ...appointments.map(({ fieldId, at }) => ({ ticket: null, fieldId, dueAt: at })),
  ];
  return { people, present: present.length };
}

/** Makes an office ready to be played. */
export function boardOf(office: OfficeNow): Board {
  const { now, desks } = office;
  const { people, present } = peopleOf(office);
  const fields = [
    ...new Set([
      ...office.fields,
      ...people.map(({ fieldId }) => fieldId),
      ...office.arrivals.map(({ fieldId }) => fieldId),
      ...desks.flatMap(({ doing }) => (doing.kind === 'serving' ? [doing.fieldId] : [])),
    ]),
  ];
  const ranks = fields.map((fieldId) => ranksOf(desks, fieldId, null));
  const room = people.length + mostArrivals;
  const lane = new Int32Array(room);
  const fieldOf = new Int32Array(room);
  const since = new Float64Array(room);
  const from = new Float64Array(room);
  const misses = new Uint8Array(room);
  const priority = new Uint8Array(room);
  const away = new Uint8Array(room);
  people.forEach(({ ticket, fieldId, dueAt }, i) => {
    fieldOf[i] = fields.indexOf(fieldId);
    lane[i] = fieldOf[i] ?? 0;
    since[i] = (ticket?.issuedAt ?? dueAt) - now;
    from[i] = ticket === null ? Math.max(0, dueAt - now) : availableFrom(ticket, now);
    misses[i] = ticket?.misses ?? 0;
    priority[i] = ticket === null || ticket.priority === null ? 0 : 1;
    away[i] = ticket !== null && ticket.state.kind !== 'waiting' ? 1 : 0;
    if (ticket !== null && ticket.target.kind !== 'anyone')
      lane[i] = ranks.push(ranksOf(desks, fieldId, ticket)) - 1;
  });
  const lines = [line.normal, line.priority, line.appointment].map((which) => {
    const members = people.flatMap(({ ticket }, i) => (lineOf(ticket) === which ? [i] : []));
    if (which === line.appointment) members.sort((a, b) => (people[a]?.dueAt ?? 0) - (people[b]?.dueAt ?? 0));
    return members;
  });
  return {
    desks,
    fields,
    lanes: ranks.length,
    rank: Uint8Array.from(desks.flatMap((_, desk) => ranks.map((row) => row[desk] ?? 0))),
    lowest: Uint8Array.from(desks, (desk) => Math.min(...desk.fields.values())),
    people: people.map(({ ticket }) => ticket),
    present,
    lane,
    fieldOf,
    since,
    from,
    misses,
    priority,
    away,
    lines: lines.map((members) => {
      const array = new Int32Array(room);
      array.set(members);
      return array;
    }),
    lengths: lines.map((members) => members.length),
  };
}
