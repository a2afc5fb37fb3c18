import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { unreachable } from '../kernel/unreachable.ts';
import type { CounterId, FieldId, Millis } from './ids.ts';
import type { Desk, State, StateKind, Target, Ticket } from './ticket.ts';
import { holder, mayServe, waiting } from './ticket.ts';

export type Command =
  | { readonly kind: 'call'; readonly desk: Desk }
  | { readonly kind: 'recall'; readonly desk: Desk }
  | { readonly kind: 'start'; readonly desk: Desk }
  | { readonly kind: 'return'; readonly desk: Desk }
  | { readonly kind: 'miss'; readonly desk: Desk; readonly policy: MissPolicy }
  | { readonly kind: 'park'; readonly desk: Desk }
  | { readonly kind: 'resume'; readonly desk: Desk }
  | {
      readonly kind: 'transfer';
      readonly desk: Desk;
      readonly fieldId: FieldId;
      readonly target: Target;
      readonly place: 'kept' | 'end';
    }
  /** The end of the present leg: on to the next field, or of the whole visit. */
  | { readonly kind: 'finish'; readonly desk: Desk }
  /** A finish taken back: the visitor is still there. */
  | {
      readonly kind: 'undoFinish';
      readonly desk: Desk;
      /** The ticket's last service, as it was when it was finished. */
      readonly service: Service;
      readonly withinMs: number;
    }
  /** Back to the line from outside it. */
  | { readonly kind: 'reactivate' }
  | { readonly kind: 'cancel'; readonly by: 'staff' | 'visitor' }
  | { readonly kind: 'expire' };

export type CommandKind = Command['kind'];

/** A leg that was finished: where, when, and what was still to come then. */
export type Service = {
  readonly desk: Desk;
  readonly fieldId: FieldId;
  readonly legs: readonly FieldId[];
  readonly finishedAt: Millis;
};

export type MissPolicy = {
  /** After this many unanswered calls the ticket leaves the line. */
  readonly maxCalls: number;
  /** How long it is left in peace before it may be called again, ms. */
  readonly coolDownMs: number;
};

export type TicketRefusal =
  /** The command does not apply to a ticket in this state. */
  | { readonly code: 'wrongState'; readonly state: StateKind; readonly command: CommandKind }
  /** Another desk has it. */
  | { readonly code: 'otherDesk'; readonly counterId: CounterId }
  /** It is kept for another counter or officer. */
  | { readonly code: 'keptForOther' }
  | { readonly code: 'coolingDown'; readonly until: Millis }
  /** What it would take back happened too long ago. */
  | { readonly code: 'tooLate' };

const sameDesk = (a: Desk, b: Desk): boolean => a.counterId === b.counterId && a.officerId === b.officerId;

/** Which states each command applies to. The state it leads to is decided in `advance`. */
export const legalFrom: Readonly<Record<CommandKind, readonly StateKind[]>> = {
  call: ['waiting', 'missed', 'parked'],
  recall: ['called'],
  start: ['called'],
  return: ['called'],
  miss: ['called'],
  park: ['serving'],
  resume: ['parked'],
  transfer: ['called', 'serving'],
  finish: ['serving'],
  undoFinish: ['done', 'waiting'],
  reactivate: ['missed', 'cancelled'],
  cancel: ['waiting', 'called', 'parked', 'missed'],
  expire: ['waiting', 'called', 'serving', 'parked', 'missed'],
};

function refusalOf(ticket: Ticket, command: Command, now: Millis): TicketRefusal | null {
  const { state } = ticket;
  if (!legalFrom[command.kind].includes(state.kind))
    return { code: 'wrongState', state: state.kind, command: command.kind };
  if (command.kind === 'cancel' || command.kind === 'expire' || command.kind === 'reactivate') return null;
  if (command.kind === 'call') {
    if (!mayServe(ticket.target, command.desk)) return { code: 'keptForOther' };
    return state.kind === 'waiting' && state.notBefore !== null && state.notBefore > now
      ? { code: 'coolingDown', until: state.notBefore }
      : null;
  }
  if (command.kind === 'undoFinish') {
    const { service, withinMs } = command;
    if (ticket.since !== service.finishedAt || now - service.finishedAt > withinMs)
      return { code: 'tooLate' };
  }
  const desk = command.kind === 'undoFinish' ? command.service.desk : holder(ticket);
  return desk === null || sameDesk(desk, command.desk)
    ? null
    : { code: 'otherDesk', counterId: desk.counterId };
}

/**
 * Moves a ticket by one command.
 * @param now ms; a clock that stepped back is held at `ticket.since`, so that times never run backwards.
 * @returns the moved ticket, or why the command does not apply. The ticket given is never changed.
 */
export function advance(ticket: Ticket, command: Command, now: Millis): Result<Ticket, TicketRefusal> {
  const refusal = refusalOf(ticket, command, now);
  return refusal === null ? ok(moved(ticket, command, Math.max(now, ticket.since))) : err(refusal);
}

function moved(ticket: Ticket, command: Command, at: Millis): Ticket {
  const to = (state: State, more: Partial<Ticket> = {}): Ticket => ({ ...ticket, ...more, state, since: at });
  switch (command.kind) {
    case 'call':
      return to({ kind: 'called', desk: command.desk, announcements: 1 });
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
      return missed(ticket, command.policy, at);
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
    case 'expire':
      return to({ kind: 'expired' });
    default:
      return unreachable(command);
  }
}

function missed(ticket: Ticket, policy: MissPolicy, at: Millis): Ticket {
  const misses = ticket.misses + 1;
  const state: State =
    misses >= policy.maxCalls ? { kind: 'missed' } : { kind: 'waiting', notBefore: at + policy.coolDownMs };
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
