import type { CallingDesk } from '../../shared/domain/queue.ts';
import type { Desk } from '../../shared/domain/ticket.ts';
import { counterId, fieldId, officerId } from './ids.ts';

/** The desk at a counter, worked by the officer of the same number unless told otherwise. */
export const deskAt = (counter: number, officer = counter): Desk => ({
  counterId: counterId(counter),
  officerId: officerId(officer),
});

/** A desk that calls. By default the one at counter 1, for field 1, with no priority call today. */
export const callingDesk = ({
  desk = deskAt(1),
  fields = [1],
  normalCallsSincePriority = Infinity,
}: {
  readonly desk?: Desk;
  readonly fields?: readonly number[];
  readonly normalCallsSincePriority?: number;
} = {}): CallingDesk => ({ desk, fields: new Set(fields.map(fieldId)), normalCallsSincePriority });
