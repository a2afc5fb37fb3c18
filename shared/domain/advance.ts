import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { unreachable } from '../kernel/unreachable.ts';
import type { CounterId, FieldId, Millis } from './ids.ts';
import type { Desk, Outcome, State, StateKind, Target, Ticket } from './ticket.ts';
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
  | { readonly kind: 'finish'; readonly desk: Desk; readonly outcome: Outcome }
  | { readonly kind: 'cancel'; readonly by: 'staff' | 'visitor' }
  | { readonly kind: 'expire' };

export type CommandKind = Command['kind'];

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
  | { readonly code: 'coolingDown'; readonly until: Millis };

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
  cancel: ['waiting', 'called', 'parked', 'missed'],
  expire: ['waiting', 'called', 'serving', 'parked', 'missed'],
};

function refusalOf(ticket: Ticket, command: Command, now: Millis): TicketRefusal | null {
  const { state } = ticket;
  if (!legalFrom[command.kind].includes(state.kind))
    return { code: 'wrongState', state: state.kind, command: command.kind };
  if (command.kind === 'cancel' || command.kind === 'expire') return null;
  if (command.kind === 'call') {
    if (!mayServe(ticket.target, command.desk)) return { code: 'keptForOther' };
    return state.kind === 'waiting' && state.notBefore !== null && state.notBefore > now
      ? { code: 'coolingDown', until: state.notBefore }
      : null;
  }
  const desk = holder(ticket);
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
      return to({ kind: 'done', desk: command.desk, outcome: command.outcome });
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
