import type { Millis } from './ids.ts';
import type { PriorityPolicy } from './queue.ts';
import type { Ticket } from './ticket.ts';

/** With no more people ahead than this a phone that asked for it is told. */
export const tellAhead = 3;

/**
 * How many people of a line will be called before somebody who joins it now, by the ordering rule, if nobody else comes
 * and one desk that has just begun its day calls them. With several desks the mixing of priority may differ by a few.
 * @param line those who wait for the same field, whoever may call them; not the newcomer.
 */
export function peopleAhead(
  line: readonly Ticket[],
  newcomer: Pick<Ticket, 'priority' | 'appointmentAt'>,
  policy: PriorityPolicy,
  now: Millis,
): number {
  const due = newcomer.appointmentAt ?? now;
  const appointed = line.filter(({ appointmentAt }) => appointmentAt !== null && appointmentAt <= due).length;
  if (newcomer.appointmentAt !== null) return appointed;
  const others = line.filter(({ appointmentAt }) => appointmentAt === null);
  const priority = others.filter((ticket) => ticket.priority !== null).length;
  const normal = others.length - priority;
  const normalBetween = policy.oneOfEvery - 1;
  if (newcomer.priority !== null) return appointed + priority + Math.min(normal, priority * normalBetween);
  const turns = normalBetween === 0 ? Infinity : Math.floor(normal / normalBetween) + 1;
  return appointed + normal + Math.min(priority, turns);
}

/** Whether both are called in one order whatever is mixed in between: appointments, priority, or neither. */
const inOneLine = (a: Ticket, b: Ticket): boolean =>
  (a.appointmentAt === null) === (b.appointmentAt === null) &&
  (a.appointmentAt !== null || (a.priority === null) === (b.priority === null));

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
    (other) => other.id !== ticket.id && (!inOneLine(other, ticket) || standsBefore(other, ticket)),
  );
  return peopleAhead(others, ticket, policy, now);
}
