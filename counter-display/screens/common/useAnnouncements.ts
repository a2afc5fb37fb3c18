import { useEffect, useReducer, useRef } from 'react';
import type { Announcing, Call } from './announcements.ts';
import { announced, hear, silence } from './announcements.ts';

type Event =
  | { readonly kind: 'view'; readonly epoch: string; readonly calls: readonly Call[] }
  | { readonly kind: 'announced'; readonly announcementId: number };

const step = (before: Announcing, event: Event): Announcing =>
  event.kind === 'view' ? hear(before, event.epoch, event.calls) : announced(before, event.announcementId);

/**
 * Announces new calls one after the other.
 * @param calls the open calls of the newest view; the same array as long as the view is the same.
 * @param announce makes a call heard and seen; the promise it gives ends when the next one may begin.
 * @returns the call being announced now, or null.
 */
export function useAnnouncements(
  epoch: string,
  calls: readonly Call[],
  announce: (call: Call) => Promise<void>,
): Call | null {
  const [{ queue }, dispatch] = useReducer(step, silence);
  useEffect(() => dispatch({ kind: 'view', epoch, calls }), [epoch, calls]);

  const now = queue[0] ?? null;
  const begun = useRef<Call | null>(null);
  useEffect(() => {
    if (now === null || begun.current === now) return;
    begun.current = now;
    void announce(now).finally(() => dispatch({ kind: 'announced', announcementId: now.announcementId }));
  }, [now, announce]);
  return now;
}
