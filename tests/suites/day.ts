import type { Millis } from '../../shared/domain/ids.ts';
import { nextInTurn } from '../../shared/domain/queue.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { advance } from '../../shared/domain/advance.ts';
import type { DayPlan } from '../factories/days.ts';
import { commandOf } from '../factories/tickets.ts';
import type { OrderWorld } from './orderWorld.ts';
import { callingDeskOf } from './orderWorld.ts';

/** One call of the day: who was called, and the world in which the desk chose. */
export type DayCall = { readonly ticket: Ticket; readonly world: OrderWorld };

/** How long an officer waits for somebody to come to the counter. */
const patience: Millis = 60_000;

function applied(ticket: Ticket, command: Command, now: Millis): Ticket {
  const result = advance(ticket, command, now);
  if (!result.ok) throw new Error(`${command.kind} was refused: ${result.error.code}`);
  return result.value;
}

/**
 * Plays a day: people come, and whenever a desk is free it calls whom the rule names, until nobody can be called any more.
 * @returns every call in the order they were made.
 */
export function playDay({ arrivals, desks, oneOfEvery }: DayPlan): DayCall[] {
  const arrivalOf = new Map(arrivals.map((arrival) => [arrival.ticket.id, arrival]));
  const tickets = new Map(arrivals.map(({ ticket }) => [ticket.id, ticket]));
  const calls: DayCall[] = [];
  const freeAt = desks.map(() => 0);
  const times = new Set(arrivals.flatMap(({ ticket }) => [ticket.issuedAt, ticket.appointmentAt ?? 0]));
  while (times.size > 0) {
    const now = Math.min(...times);
    times.delete(now);
    desks.forEach(({ desk, fields, work }, i) => {
      if ((freeAt[i] ?? 0) > now) return;
      const world: OrderWorld = {
        tickets: [...tickets.values()].filter(({ issuedAt }) => issuedAt <= now),
        calls: calls.map((call) => ({ desk: call.world.desk, ticketId: call.ticket.id })),
        desk,
        fields,
        work,
        oneOfEvery,
        now,
      };
      const ticket = nextInTurn(world.tickets, callingDeskOf(world), { oneOfEvery }, now);
      if (ticket === null) return;
      const { serviceMs, absences } = arrivalOf.get(ticket.id) ?? { serviceMs: 0, absences: 0 };
      const called = applied(ticket, commandOf('call', desk), now);
      const present = ticket.misses >= absences;
      const busyUntil = now + (present ? serviceMs : patience);
      const after = present
        ? applied(applied(called, commandOf('start', desk), now), commandOf('finish', desk), busyUntil)
        : applied(called, commandOf('miss', desk), busyUntil);
      calls.push({ ticket, world });
      tickets.set(ticket.id, after);
      freeAt[i] = busyUntil;
      times.add(busyUntil);
      if (after.state.kind === 'waiting' && after.state.notBefore !== null) times.add(after.state.notBefore);
    });
  }
  return calls;
}
