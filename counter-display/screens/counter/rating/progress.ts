import type { TicketId } from '../../../../shared/domain/ids.ts';
import type { View } from '../../../../shared/contract/views.ts';

/** How far the visitor is with the question. */
export type Step =
  | { readonly kind: 'ask' }
  /** Chose a low level and is asked why. */
  | { readonly kind: 'why'; readonly level: number }
  /** Shown until then, ms by the server's clock. */
  | { readonly kind: 'thanks'; readonly until: number }
  /** Not asked again. */
  | { readonly kind: 'over' };

/** The ticket that was asked about last; null before the first. */
export type Progress = { readonly ticketId: TicketId; readonly step: Step } | null;

export type Asked = Extract<Step, { kind: 'ask' | 'why' | 'thanks' }>;

/**
 * What of the question is on the screen. A call takes the place of everything, and the question goes by itself when its
 * time is over; the thanks stay although the server asks no longer.
 * @param now ms by the server's clock.
 */
export function askedNow(
  { call, rating }: Pick<View<'counter'>, 'call' | 'rating'>,
  progress: Progress,
  now: number,
): Asked | null {
  if (call !== null) return null;
  const isNew = rating !== null && rating.ticketId !== progress?.ticketId;
  const step: Step = isNew ? { kind: 'ask' } : (progress?.step ?? { kind: 'over' });
  switch (step.kind) {
    case 'ask':
    case 'why':
      return rating !== null && now < rating.until ? step : null;
    case 'thanks':
      return now < step.until ? step : null;
    case 'over':
      return null;
  }
}
