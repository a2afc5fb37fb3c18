import type { CounterId, FieldId, Millis } from './ids.ts';
import type { Desk, StateKind, Target, Ticket } from './ticket.ts';
import { holder, mayServe } from './ticket.ts';

/** What a ticket may be told to do, and when it refuses. */

export type Command =
  | {
      readonly kind: 'call';
      readonly desk: Desk;
      /** Picked by somebody who may: cool-downs do not bind, nor does the time of an appointment. */
      readonly byHand: boolean;
    }
  | { readonly kind: 'recall'; readonly desk: Desk }
  | { readonly kind: 'start'; readonly desk: Desk }
  | { readonly kind: 'return'; readonly desk: Desk }
  | { readonly kind: 'miss'; readonly desk: Desk; readonly policy: MissPolicy }
  | { readonly kind: 'park'; readonly desk: Desk }
  | { readonly kind: 'resume'; readonly desk: Desk }
  | {
      readonly kind: 'transfer';
      /** Null for whoever may send on somebody who waits; a desk sends on whom it has. */
      readonly desk: Desk | null;
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
  /** `desk`: null for whoever may cancel a ticket wherever it is. */
  | { readonly kind: 'cancel'; readonly by: 'staff' | 'visitor'; readonly desk: Desk | null }
  /** A class confirmed, changed or taken away by staff, wherever the ticket is unless `desk` says otherwise. */
  | { readonly kind: 'setPriority'; readonly priority: string | null; readonly desk: Desk | null }
  | { readonly kind: 'setLegs'; readonly legs: readonly FieldId[]; readonly desk: Desk | null }
  /** Before everybody of the line who has no appointment; `orderAt` is a place before the first of them. */
  | { readonly kind: 'putFirst'; readonly orderAt: Millis }
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
  /** It is kept for another counter or officer, or another officer of this counter has it. */
  | { readonly code: 'keptForOther' }
  | { readonly code: 'coolingDown'; readonly until: Millis }
  /** What it would take back happened too long ago. */
  | { readonly code: 'tooLate' };

/**
 * Which states each command applies to; a transfer that comes from no desk, to `waiting` instead. The state it leads to is
 * decided in `advance`.
 */
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
  setPriority: ['waiting', 'called', 'serving', 'parked', 'missed'],
  setLegs: ['waiting', 'called', 'serving', 'parked', 'missed'],
  putFirst: ['waiting'],
  expire: ['waiting', 'called', 'serving', 'parked', 'missed'],
};

/** Which states a command applies to, by whom it comes from. */
const statesFor = (command: Command): readonly StateKind[] =>
  command.kind === 'transfer' && command.desk === null ? ['waiting'] : legalFrom[command.kind];

/** Why whoever gives a command may not have their way with what `desk` has; null if they may. */
function refusalOfDesk(desk: Desk, command: Command): TicketRefusal | null {
  const asking = 'desk' in command ? command.desk : null;
  if (asking === null) return null;
  if (desk.counterId !== asking.counterId) return { code: 'otherDesk', counterId: desk.counterId };
  return desk.officerId === asking.officerId ? null : { code: 'keptForOther' };
}

/** Whoever comes second learns who was first, whatever the command. */
function refusalOfHolder(ticket: Ticket, command: Command): TicketRefusal | null {
  const desk = holder(ticket);
  if (desk === null) return null;
  if (ticket.state.kind === 'parked' && 'desk' in command) {
    // Anybody may call who was parked; and whoever parked them may have moved to another counter since.
    if (command.kind === 'call' || command.desk?.officerId === desk.officerId) return null;
  }
  return refusalOfDesk(desk, command);
}

function refusalOfCall(ticket: Ticket, { desk, byHand }: Extract<Command, { kind: 'call' }>, now: Millis) {
  if (!mayServe(ticket.target, desk)) return { code: 'keptForOther' } as const;
  const until = ticket.state.kind === 'waiting' ? ticket.state.notBefore : null;
  return byHand || until === null || until <= now ? null : ({ code: 'coolingDown', until } as const);
}

/** @returns why a ticket cannot be moved by a command at `now` (ms), or null if it can. */
export function refusalOf(ticket: Ticket, command: Command, now: Millis): TicketRefusal | null {
  const { state } = ticket;
  const elsewhere = refusalOfHolder(ticket, command);
  if (elsewhere !== null) return elsewhere;
  if (!statesFor(command).includes(state.kind))
    return { code: 'wrongState', state: state.kind, command: command.kind };
  if (command.kind === 'call') return refusalOfCall(ticket, command, now);
  if (command.kind !== 'undoFinish') return null;
  const { service, withinMs } = command;
  if (ticket.since !== service.finishedAt || now - service.finishedAt > withinMs) return { code: 'tooLate' };
  return refusalOfDesk(service.desk, command);
}
