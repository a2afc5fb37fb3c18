import type { Command, MissPolicy } from '../../../shared/domain/command.ts';
import type { TicketId } from '../../../shared/domain/ids.ts';
import type { Desk } from '../../../shared/domain/ticket.ts';
import type { Move } from './acts.ts';

/** What an officer does with a ticket, as the domain's command. */
export function commandOf(desk: Desk, move: Move, policy: MissPolicy): Command {
  switch (move.kind) {
    case 'miss':
      return { kind: 'miss', desk, policy };
    case 'transfer':
      return { kind: 'transfer', desk, fieldId: move.fieldId, target: { kind: 'anyone' }, place: 'kept' };
    case 'finish':
      return { kind: 'finish', desk };
    default:
      return { kind: move.kind, desk };
  }
}

/** What the audit keeps of it. */
export const detailOf = (ticketId: TicketId, move: Move): Readonly<Record<string, unknown>> =>
  move.kind === 'transfer'
    ? { ticketId, fieldId: move.fieldId, target: { kind: 'anyone' }, place: 'kept' }
    : { ticketId };
