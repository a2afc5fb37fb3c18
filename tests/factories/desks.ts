import type { Desk } from '../../shared/domain/ticket.ts';
import { counterId, officerId } from './ids.ts';

/** The desk at a counter, worked by the officer of the same number unless told otherwise. */
export const deskAt = (counter: number, officer = counter): Desk => ({
  counterId: counterId(counter),
  officerId: officerId(officer),
});
