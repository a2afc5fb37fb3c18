import { useEffect, useRef, useState } from 'react';
import type { TicketId } from '../../../../shared/domain/ids.ts';
import type { View } from '../../../../shared/contract/views.ts';
import type { Link } from '../../../../shared/link/link.ts';
import type { Rated } from '../../common/rated.ts';
import { isSettled } from '../../common/rated.ts';
import type { Asked, Progress, Step } from './progress.ts';
import { askedNow } from './progress.ts';

const thanksMs = 5_000;

export type RatingNow = {
  readonly asked: Asked | null;
  /** The last answer did not get through. */
  readonly failed: boolean;
  readonly choose: (step: Extract<Step, { kind: 'ask' | 'why' }>) => void;
  readonly give: (rated: Rated) => Promise<void>;
  readonly skip: () => void;
};

/**
 * The question after a service at this counter: asked once for each ticket, answered once however often it is touched.
 * @param now ms by the server's clock, anew every second.
 */
export function useRating(view: View<'counter'>, link: Link<'counter'>, now: number): RatingNow {
  const { call, rating } = view;
  const [progress, setProgress] = useState<Progress>(null);
  const [failedFor, setFailedFor] = useState<TicketId | null>(null);
  const isUnderWay = useRef(false);
  const ticketId = rating?.ticketId ?? progress?.ticketId ?? null;
  const isCalling = call !== null;
  useEffect(() => {
    // Whoever is called next must not come upon the question of the one before.
    if (isCalling && ticketId !== null) setProgress({ ticketId, step: { kind: 'over' } });
  }, [isCalling, ticketId]);

  const asked = askedNow(view, progress, now);
  const step = (next: Step): void => {
    if (ticketId !== null) setProgress({ ticketId, step: next });
  };
  const give = async (rated: Rated): Promise<void> => {
    if (ticketId === null || asked === null || isUnderWay.current) return;
    isUnderWay.current = true;
    setFailedFor(null);
    step(asked);
    const reply = await link.send('rating:give', { ticketId, ...rated });
    isUnderWay.current = false;
    const next: Step | null = reply.ok
      ? { kind: 'thanks', until: link.now() + thanksMs }
      : isSettled(reply)
        ? { kind: 'over' }
        : null;
    if (next === null) return setFailedFor(ticketId);
    // Meanwhile somebody else may have been called, whose screen this is now.
    return setProgress((before) =>
      before?.ticketId === ticketId && before.step.kind !== 'over' ? { ticketId, step: next } : before,
    );
  };
  return {
    asked,
    failed: failedFor !== null && failedFor === ticketId,
    choose: step,
    give,
    skip: () => {
      if (ticketId === null || isUnderWay.current) return;
      step({ kind: 'over' });
      void link.send('rating:skip', { ticketId });
    },
  };
}
