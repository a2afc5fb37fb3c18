import { unreachable } from '../kernel/unreachable.ts';
import type { BusinessDay, CounterId, FieldId, Millis, OfficerId, TicketId, VisitorId } from './ids.ts';

/** Who may call a ticket. A transfer may narrow it to one counter or one officer. */
export type Target =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'counter'; readonly counterId: CounterId }
  | { readonly kind: 'officer'; readonly officerId: OfficerId };

/** The desk a ticket is at: one counter, worked by one officer. */
export type Desk = { readonly counterId: CounterId; readonly officerId: OfficerId };

/**
 * How a ticket came to be called: by the ordering rule, as somebody with priority or not, or picked by hand. Kept as it
 * was then: the class may be corrected afterwards, but the mixing goes by the calls that were made.
 */
export type Turn = 'priority' | 'normal' | 'picked';

export type State =
  | {
      readonly kind: 'waiting';
      /** Not called again before this time (cool-down after a miss). */
      readonly notBefore: Millis | null;
    }
  | {
      readonly kind: 'called';
      readonly desk: Desk;
      /** 1 for the call itself, one more for each recall. */
      readonly announcements: number;
      readonly turn: Turn;
    }
  | { readonly kind: 'serving'; readonly desk: Desk }
  | { readonly kind: 'parked'; readonly desk: Desk }
  | { readonly kind: 'missed' }
  | { readonly kind: 'done'; readonly desk: Desk }
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
  /** Code of a priority class of the catalogue; null is a normal ticket. Staff may change it. */
  readonly priority: string | null;
  /** Whether staff have confirmed the class or set it themselves; until then it is what the visitor declared. */
  readonly priorityConfirmed: boolean;
  /** Given up by a transfer "to the end", which an appointment would otherwise overtake at once. */
  readonly appointmentAt: Millis | null;
  /** The field it is waiting for or served in now. */
  readonly fieldId: FieldId;
  /** Fields to go on to after that one, with the same number. */
  readonly legs: readonly FieldId[];
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

/** The desk that holds the ticket now, if one does (called, serving, parked). */
export function holder(ticket: Ticket): Desk | null {
  const { state } = ticket;
  return state.kind === 'called' || state.kind === 'serving' || state.kind === 'parked' ? state.desk : null;
}

/** In line, free to be called. */
export const waiting: State = { kind: 'waiting', notBefore: null };

/** What a new ticket is made of; its place in line is its issue time. */
export type NewTicket = Pick<
  Ticket,
  | 'id'
  | 'number'
  | 'businessDay'
  | 'issuedAt'
  | 'visitorId'
  | 'priority'
  | 'priorityConfirmed'
  | 'appointmentAt'
  | 'fieldId'
  | 'legs'
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
