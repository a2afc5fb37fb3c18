import type { Reply } from '../../../shared/link/ask.ts';
import type { RequestInput, RequestOutput } from '../../../shared/contract/requests.ts';
import type { View } from '../../../shared/contract/views.ts';

/** The question after a service, without the ticket it is about. */
export type RatingForm = NonNullable<Extract<View<'track'>['state'], { kind: 'done' }>['rating']>;
export type Rated = Pick<RequestInput<'rating:give'>, 'level' | 'reasons' | 'remark'>;

/** Whether a visitor who chose this level is asked why. */
export const isAskedWhy = (form: RatingForm, level: number): boolean => level < form.askReasonsBelow;

/** The answer of a visitor who was asked why; an empty remark is none. */
export function ratedWhy(level: number, reasons: readonly string[], remark: string): Rated {
  const text = remark.trim();
  return { level, reasons: [...reasons], remark: text === '' ? null : text };
}

/**
 * Whether the question is settled by what the server said: it took the answer, or it has one already or wants none any
 * more, about which a visitor can do nothing.
 */
export const isSettled = (reply: Reply<RequestOutput<'rating:give'>>): boolean =>
  reply.ok || (reply.problem.kind === 'refused' && settled.includes(reply.problem.code));

const settled: readonly string[] = ['alreadyRated', 'notRateable', 'unknownTicket'];
