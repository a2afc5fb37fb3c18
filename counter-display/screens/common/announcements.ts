import type { View } from '../../../shared/contract/views.ts';

export type Call = View<'wall'>['calls'][number];

/** What has been heard of the calls, and what is still to be announced. */
export type Announcing = {
  /** The server's life the last view came from; null before the first view. */
  readonly epoch: string | null;
  /** The newest announcement known, announced or not. */
  readonly heard: number;
  /** Oldest first; the first is being announced now. */
  readonly queue: readonly Call[];
};

export const silence: Announcing = { epoch: null, heard: 0, queue: [] };

/**
 * Takes in the open calls of a view. What is newer than what was heard and still calls a visitor joins the queue; what
 * meanwhile was called again, served or taken back leaves it, except the one being announced, which is never cut short.
 * The first view of a page announces nothing: it is what others have heard already.
 * @param calls in any order.
 */
export function hear(before: Announcing, epoch: string, calls: readonly Call[]): Announcing {
  const newest = Math.max(0, ...calls.map((call) => call.announcementId));
  if (before.epoch === null) return { epoch, heard: newest, queue: [] };
  const calling = calls.filter((call) => call.state === 'called');
  const fresh = calling
    .filter((call) => call.announcementId > before.heard)
    .toSorted((a, b) => a.announcementId - b.announcementId);
  const [now, ...later] = before.queue;
  const stillToCome = later.filter((call) =>
    calling.some((open) => open.announcementId === call.announcementId),
  );
  const sameLife = before.epoch === epoch;
  return {
    epoch,
    // Ids grow through restarts, except when the server was set back to a backup: then they count from there.
    heard: sameLife ? Math.max(before.heard, newest) : newest,
    queue: [...(now === undefined ? [] : [now]), ...stillToCome, ...fresh],
  };
}

/** The first of the queue has been announced whole; the next one's turn. */
export function announced(before: Announcing, announcementId: number): Announcing {
  return before.queue[0]?.announcementId === announcementId
    ? { ...before, queue: before.queue.slice(1) }
    : before;
}

/** A call of nobody's number, by which it is heard whether calls are. */
export const nobodysCall = ({ id, prefix }: Pick<View<'wall'>['fields'][number], 'id' | 'prefix'>): Call => ({
  announcementId: 0,
  number: `${prefix}000`,
  counterNumber: 1,
  fieldId: id,
  state: 'called',
  calledAt: 0,
  announcements: 1,
  last: false,
});
