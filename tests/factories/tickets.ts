import type { Millis } from '../../shared/domain/ids.ts';
import type { Command, CommandKind, MissPolicy } from '../../shared/domain/command.ts';
import type { Desk, State, StateKind, Ticket } from '../../shared/domain/ticket.ts';
import { formatNumber, issue } from '../../shared/domain/ticket.ts';
import { unreachable } from '../../shared/kernel/unreachable.ts';
import { deskAt } from './desks.ts';
import { fieldId, minutes, opening, ticketId, today } from './ids.ts';

export const stateKinds = [
  'waiting',
  'called',
  'serving',
  'parked',
  'missed',
  'done',
  'cancelled',
  'expired',
] as const satisfies readonly StateKind[];

export const commandKinds = [
  'call',
  'recall',
  'start',
  'return',
  'miss',
  'park',
  'resume',
  'transfer',
  'finish',
  'undoFinish',
  'reactivate',
  'cancel',
  'setPriority',
  'setLegs',
  'putFirst',
  'expire',
] as const satisfies readonly CommandKind[];

export const missPolicy: MissPolicy = { maxCalls: 3, coolDownMs: minutes(5) };

export const undoMs = 5_000;

/** A state of the kind, at the desk if it is held or done. */
export function stateOf(kind: StateKind, desk: Desk = deskAt(1)): State {
  switch (kind) {
    case 'waiting':
      return { kind, notBefore: null };
    case 'called':
      return { kind, desk, announcements: 1, turn: 'normal' };
    case 'serving':
    case 'parked':
      return { kind, desk };
    case 'done':
      return { kind, desk };
    case 'cancelled':
      return { kind, by: 'staff' };
    case 'missed':
    case 'expired':
      return { kind };
    default:
      return unreachable(kind);
  }
}

/** A command of the kind, given at the desk if it is a desk's. */
export function commandOf(kind: CommandKind, desk: Desk = deskAt(1)): Command {
  switch (kind) {
    case 'miss':
      return { kind, desk, policy: missPolicy };
    case 'transfer':
      return { kind, desk, fieldId: fieldId(2), target: { kind: 'anyone' }, place: 'kept' };
    case 'finish':
      return { kind, desk };
    case 'undoFinish':
      return {
        kind,
        desk,
        service: { desk, fieldId: fieldId(1), legs: [], finishedAt: opening + minutes(1) },
        withinMs: undoMs,
      };
    case 'call':
      return { kind, desk, byHand: false };
    case 'cancel':
      return { kind, by: 'staff', desk };
    case 'setPriority':
      return { kind, priority: 'PREGNANT', desk };
    case 'setLegs':
      return { kind, legs: [fieldId(3)], desk };
    case 'putFirst':
      return { kind, orderAt: opening - 1 };
    case 'expire':
    case 'reactivate':
      return { kind };
    default:
      return { kind, desk };
  }
}

/**
 * The `sequence`-th ticket of the day: of field 1, nobody's in particular, issued so many minutes after opening and
 * waiting since. Whatever is given in `more` is so instead.
 */
export function ticketOf(sequence = 1, more: Partial<Ticket> = {}): Ticket {
  const issuedAt: Millis = more.issuedAt ?? opening + minutes(sequence);
  const issued = issue({
    id: ticketId(sequence),
    number: formatNumber('A', sequence),
    businessDay: today,
    issuedAt,
    visitorId: null,
    priority: null,
    priorityConfirmed: false,
    legs: [],
    appointmentAt: null,
    fieldId: fieldId(1),
  });
  return { ...issued, ...more };
}
