import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { unreachable } from '../kernel/unreachable.ts';
import type { BusinessDay, CounterId, FieldId, Millis, OfficerId, TicketId, VisitorId } from './ids.ts';

/** Who may call a ticket. A transfer may narrow it to one counter or one officer. */
export type Target =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'counter'; readonly counterId: CounterId }
  | { readonly kind: 'officer'; readonly officerId: OfficerId };

/** The desk a ticket is at: one counter, worked by one officer. */
export type Desk = { readonly counterId: CounterId; readonly officerId: OfficerId };

export type Outcome = {
  /** Keys of the catalogue's procedures that were dealt with. */
  readonly procedures: readonly string[];
  readonly dossierCodes: readonly string[];
  readonly note: string;
};

export type State =
  | {
      readonly kind: 'waiting';
      /** Not called again before this time (cool-down after a miss). */
      readonly notBefore: Millis | null;
    }
  /** `announcements`: 1 for the call itself, one more for each recall. */
  | { readonly kind: 'called'; readonly desk: Desk; readonly announcements: number }
  | { readonly kind: 'serving'; readonly desk: Desk }
  | { readonly kind: 'parked'; readonly desk: Desk }
  | { readonly kind: 'missed' }
  | { readonly kind: 'done'; readonly desk: Desk; readonly outcome: Outcome }
  | { readonly kind: 'cancelled'; readonly by: 'staff' | 'visitor' }
  | { readonly kind: 'expired' };

export type StateKind = State['kind'];

export type Ticket = {
  readonly id: TicketId;
  /** What is printed and called, such as `A012`. Kept through every transfer. */
  readonly number: string;
  readonly businessDay: BusinessDay;
  readonly issuedAt: Millis;
  readonly visitorId: VisitorId | null;
  /** Code of a priority class of the catalogue; null is a normal ticket. */
  readonly priority: string | null;
  /** Given up by a transfer "to the end", which an appointment would otherwise overtake at once. */
  readonly appointmentAt: Millis | null;
  /** The field it is waiting for or served in now. */
  readonly fieldId: FieldId;
  /** The place in line: issue time, or the time of a transfer "to the end". */
  readonly orderAt: Millis;
  /** Kept through a call that is taken back or missed; set anew by a transfer. */
  readonly target: Target;
  /** How many calls nobody answered. */
  readonly misses: number;
  readonly state: State;
  /** When the present state began. Never earlier than the state before it. */
  readonly since: Millis;
};

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

/** Whether a ticket kept for `target` may be called by `desk`. */
export const mayServe = (target: Target, desk: Desk): boolean => {
  switch (target.kind) {
    case 'anyone':
      return true;
    case 'counter':
      return target.counterId === desk.counterId;
    case 'officer':
      return target.officerId === desk.officerId;
    default:
      return unreachable(target);
  }
};

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

const waiting: State = { kind: 'waiting', notBefore: null };

/** The desk that holds the ticket now, if one does (called, serving, parked). */
export function holder(ticket: Ticket): Desk | null {
  const { state } = ticket;
  return state.kind === 'called' || state.kind === 'serving' || state.kind === 'parked' ? state.desk : null;
}

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

/** What a new ticket is made of; its place in line is its issue time. */
export type NewTicket = Pick<
  Ticket,
  'id' | 'number' | 'businessDay' | 'issuedAt' | 'visitorId' | 'priority' | 'appointmentAt' | 'fieldId'
>;

/** The `issue` command: a ticket that waits, with its place in line at its issue time. */
export function issue(ticket: NewTicket): Ticket {
  return {
    ...ticket,
    orderAt: ticket.issuedAt,
    target: { kind: 'anyone' },
    misses: 0,
    state: waiting,
    since: ticket.issuedAt,
  };
}

/** `('A', 12) → 'A012'`; three digits at least, more when the day needs them. */
export function formatNumber(prefix: string, sequence: number): string {
  return prefix + String(sequence).padStart(3, '0');
}
