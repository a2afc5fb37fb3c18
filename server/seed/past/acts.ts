import type { FieldId } from '../../../shared/domain/ids.ts';
import type { Desk, Ticket } from '../../../shared/domain/ticket.ts';
import type { Outcome } from '../../usecases/queueStore.ts';
import type { RecognitionOutcome } from '../../usecases/records.ts';
import type { Arrival } from './plan.ts';

/** What an officer does with the ticket at the desk. */
export type Move =
  | { readonly kind: 'recall' | 'start' | 'miss' | 'park' | 'resume' }
  | { readonly kind: 'transfer'; readonly fieldId: FieldId }
  | { readonly kind: 'finish'; readonly outcome: Outcome };

/** What a visitor thinks of a visit. `level` null: was asked and did not answer. */
export type Opinion = {
  readonly level: 1 | 2 | 3 | 4 | null;
  readonly reasons: readonly string[];
  readonly screen: 'counter' | 'track';
};

/**
 * What people do in an office, each at the present moment of the agenda. There are two offices: one in the past, written
 * down at once, and one that is live. Both keep the rules, so what they refuse is null and happens not.
 */
export type Acts = {
  readonly take: (arrival: Arrival) => Ticket | null;
  readonly callNext: (desk: Desk) => Ticket | null;
  readonly move: (desk: Desk, ticket: Ticket, move: Move) => Ticket | null;
  /** The visitor goes and says so on the phone page, if the ticket still waits. */
  readonly leave: (ticket: Ticket) => void;
  readonly rate: (desk: Desk, ticket: Ticket, opinion: Opinion) => void;
  /** What the kiosk's camera made of somebody. */
  readonly sawFace: (outcome: RecognitionOutcome) => void;
};
