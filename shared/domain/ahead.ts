import type { Millis, TicketId } from './ids.ts';
import type { PriorityPolicy } from './queue.ts';
import type { Ticket } from './ticket.ts';

/** With no more people ahead than this a phone that asked for it is told. */
export const tellAhead = 3;

/** How many of a line may come before somebody, by the order in which they are called. */
type Before = { readonly appointed: number; readonly priority: number; readonly normal: number };
type Kind = keyof Before;
type Place = Pick<Ticket, 'priority' | 'appointmentAt'>;

function kindOf({ priority, appointmentAt }: Place): Kind {
  if (appointmentAt !== null) return 'appointed';
  return priority === null ? 'normal' : 'priority';
}

/** How many of them are called before somebody of this kind, by the ordering rule. */
function calledBefore(
  { appointed, priority, normal }: Before,
  kind: Kind,
  { oneOfEvery }: PriorityPolicy,
): number {
  if (kind === 'appointed') return appointed;
  const normalBetween = oneOfEvery - 1;
  if (kind === 'priority') return appointed + priority + Math.min(normal, priority * normalBetween);
  const turns = normalBetween === 0 ? Infinity : Math.floor(normal / normalBetween) + 1;
  return appointed + normal + Math.min(priority, turns);
}

function count(line: readonly Ticket[], due: Millis): Before {
  const before = { appointed: 0, priority: 0, normal: 0 };
  for (const ticket of line)
    if (ticket.appointmentAt === null || ticket.appointmentAt <= due) before[kindOf(ticket)] += 1;
  return before;
}

/**
 * How many people of a line will be called before somebody who joins it now, by the ordering rule, if nobody else comes
 * and one desk that has just begun its day calls them. With several desks the mixing of priority may differ by a few.
 * @param line those who wait for the same field, whoever may call them; not the newcomer.
 */
export const peopleAhead = (
  line: readonly Ticket[],
  newcomer: Place,
  policy: PriorityPolicy,
  now: Millis,
): number => calledBefore(count(line, newcomer.appointmentAt ?? now), kindOf(newcomer), policy);

function standsBefore(a: Ticket, b: Ticket): boolean {
  const time = (ticket: Ticket): Millis => ticket.appointmentAt ?? ticket.orderAt;
  return time(a) < time(b) || (time(a) === time(b) && a.number < b.number);
}

/**
 * The same for somebody who stands in the line already.
 * @param line those who wait for the same field, with or without the ticket itself.
 */
export function peopleAheadOf(
  line: readonly Ticket[],
  ticket: Ticket,
  policy: PriorityPolicy,
  now: Millis,
): number {
  const others = line.filter(
    (other) => other.id !== ticket.id && (kindOf(other) !== kindOf(ticket) || standsBefore(other, ticket)),
  );
  return peopleAhead(others, ticket, policy, now);
}

/** The same for everybody in a line, at little more than the cost of one. */
export function peopleAheadOfEach(
  line: readonly Ticket[],
  policy: PriorityPolicy,
  now: Millis,
): ReadonlyMap<TicketId, number> {
  const all = count(line, now);
  const inOrder = line.toSorted((a, b) => (standsBefore(a, b) ? -1 : 1));
  const passed = { appointed: 0, priority: 0, normal: 0 };
  return new Map(
    inOrder.map((ticket) => {
      const kind = kindOf(ticket);
      const before = { ...all, [kind]: passed[kind] };
      passed[kind] += 1;
      return [ticket.id, calledBefore(before, kind, policy)];
    }),
  );
}
