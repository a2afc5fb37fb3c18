import type { RatingForm } from '../../shared/contract/views/parts.ts';
import type { CounterId, Millis } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Context } from './ports.ts';

/** When a visit may be rated, and what is asked. */

/** How long a counter display asks after a service, unless the next visitor is called before. */
export const askedMs: Millis = 45_000;
/** Whoever began to answer there by then may finish, also in writing. */
export const answeredMs: Millis = 2 * 60_000;
/** How long the phone page asks. */
export const phoneMs: Millis = 24 * 3600_000;

/** What there is to answer, but for the reasons, of which an office may have its own. */
export type RatingScale = Pick<RatingForm, 'levels' | 'askReasonsBelow'>;

/** The question after a service. */
export const ratingForm = ({ store, ratingScale }: Context): RatingForm => ({
  ...ratingScale,
  reasons: [...store.ratings.reasons()],
});

/** Whether the visit is over and its visitor has neither rated it nor declined to. */
const isUnrated = ({ store }: Context, { id, state }: Ticket): boolean =>
  state.kind === 'done' && !store.ratings.isRated(id);

/** Whether a ticket's holder may still rate it on the phone. */
export const phoneMayRate = (context: Context, ticket: Ticket): boolean =>
  isUnrated(context, ticket) && context.now() - ticket.since <= phoneMs;

/**
 * The ticket whose service was the last to end at a counter, if that ended its visit, is not rated yet, and is less than
 * `withinMs` ago.
 */
export function ratedAtCounter(context: Context, counterId: CounterId, withinMs: Millis): Ticket | null {
  const { store, now } = context;
  const last = store.services
    .since(now() - withinMs + 1)
    .findLast(({ desk }) => desk.counterId === counterId);
  // One that seems to end long after now ended before the clock stepped back: nobody knows how long ago.
  if (last !== undefined && last.finishedAt - now() > withinMs) return null;
  const ticket = last === undefined ? null : store.tickets.find(last.ticketId);
  return ticket !== null && isUnrated(context, ticket) && ticket.since === last?.finishedAt ? ticket : null;
}

/** Whether a counter display has stopped asking after `from` and at `to` or before. */
export const stoppedAsking = ({ store }: Context, from: Millis, to: Millis): boolean =>
  store.services.since(from - askedMs + 1).some(({ finishedAt }) => finishedAt <= to - askedMs);
