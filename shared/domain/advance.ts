import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { unreachable } from '../kernel/unreachable.ts';
import type { Command, MissPolicy, TicketRefusal } from './command.ts';
import { refusalOf } from './command.ts';
import type { Millis } from './ids.ts';
import type { Desk, State, Ticket, Turn } from './ticket.ts';
import { waiting } from './ticket.ts';

/**
 * Moves a ticket by one command.
 * @param now ms; a clock that stepped back is held at `ticket.since`, so that times never run backwards. What is to last
 * from now on is measured from now all the same.
 * @returns the moved ticket, or why the command does not apply. The ticket given is never changed.
 */
export function advance(ticket: Ticket, command: Command, now: Millis): Result<Ticket, TicketRefusal> {
  const refusal = refusalOf(ticket, command, now);
  return refusal === null ? ok(moved(ticket, command, Math.max(now, ticket.since), now)) : err(refusal);
}

function moved(ticket: Ticket, command: Command, at: Millis, now: Millis): Ticket {
  const to = (state: State, more: Partial<Ticket> = {}): Ticket => ({ ...ticket, ...more, state, since: at });
  switch (command.kind) {
    case 'call':
      return to({
        kind: 'called',
        desk: command.desk,
        announcements: 1,
        turn: turnOf(ticket, command.byHand),
      });
    case 'recall':
      // Still the same stay in the same state: `since` stays, only the announcement is counted.
      return ticket.state.kind === 'called'
        ? { ...ticket, state: { ...ticket.state, announcements: ticket.state.announcements + 1 } }
        : ticket;
    case 'start':
    case 'resume':
      return to({ kind: 'serving', desk: command.desk });
    case 'return':
      return to(waiting);
    case 'miss':
      return missed(ticket, command.policy, at, now);
    case 'park':
      return to({ kind: 'parked', desk: command.desk });
    case 'transfer':
      return to(waiting, {
        fieldId: command.fieldId,
        target: command.target,
        ...(command.place === 'end' ? { orderAt: at, appointmentAt: null } : { orderAt: ticket.issuedAt }),
      });
    case 'finish':
      return finished(ticket, command.desk, at);
    case 'undoFinish':
      return to(
        { kind: 'serving', desk: command.desk },
        { fieldId: command.service.fieldId, legs: command.service.legs },
      );
    case 'reactivate':
      return to(waiting, { misses: 0 });
    case 'cancel':
      return to({ kind: 'cancelled', by: command.by });
    // None is a move: the stay in the present state goes on.
    case 'setPriority':
      return { ...ticket, priority: command.priority, priorityConfirmed: command.priority !== null };
    case 'setLegs':
      return { ...ticket, legs: command.legs };
    case 'putFirst':
      return { ...ticket, orderAt: command.orderAt, appointmentAt: null };
    case 'expire':
      return to({ kind: 'expired' });
    default:
      return unreachable(command);
  }
}

function turnOf({ priority }: Ticket, byHand: boolean): Turn {
  if (byHand) return 'picked';
  return priority === null ? 'normal' : 'priority';
}

function missed(ticket: Ticket, policy: MissPolicy, at: Millis, now: Millis): Ticket {
  const misses = ticket.misses + 1;
  const state: State =
    misses >= policy.maxCalls ? { kind: 'missed' } : { kind: 'waiting', notBefore: now + policy.coolDownMs };
  return { ...ticket, misses, state, since: at };
}

/** With fields still to come the visitor goes on to the next, in the place of the original issue time. */
function finished(ticket: Ticket, desk: Desk, at: Millis): Ticket {
  const [next, ...legs] = ticket.legs;
  return next === undefined
    ? { ...ticket, state: { kind: 'done', desk }, since: at }
    : {
        ...ticket,
        fieldId: next,
        legs,
        target: { kind: 'anyone' },
        orderAt: ticket.issuedAt,
        appointmentAt: null,
        misses: 0,
        state: waiting,
        since: at,
      };
}
