import type { Millis } from '../../shared/domain/ids.ts';
import { nextTryAfter } from '../../shared/domain/retries.ts';
import type { DueDelivery } from './integrationStore.ts';
import type { Context } from './ports.ts';

/** Something to be sent, with what it is signed by. */
export type Delivery = Omit<DueDelivery, 'tries'> & {
  readonly tries: number;
  /** The newest first. */
  readonly secrets: readonly string[];
};

/** What came of a try: it was taken, or why not. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly why: string };

/**
 * What is to be sent now, one thing for each webhook that is not `busy`; each is noted as tried, and as to be tried again,
 * before anybody sends it: whatever ends the server, nothing is lost, at most sent twice.
 * @param chance from 0 up to 1, for each delivery.
 */
export function takeDeliveries(
  { store, now }: Context,
  busy: ReadonlySet<number>,
  chance: () => number,
): readonly Delivery[] {
  const due = store.webhooks.due(now(), busy);
  if (due.length === 0) return [];
  return store.transaction(() =>
    due.map((one) => {
      const tries = one.tries + 1;
      // After the last try there is no next: until it has ended, it counts as one that will come.
      store.webhooks.tried(one.id, tries, now() + (nextTryAfter(tries, chance()) ?? lastPatienceMs));
      return { ...one, tries, secrets: store.webhooks.secrets(one.webhookId, now()) };
    }),
  );
}

/** For a server that was ended in the middle of the last try. */
const lastPatienceMs: Millis = 3_600_000;

/** What came of a try. After the last that failed the delivery is given up, and stands on the manager's list. */
export function endDelivery({ store, now }: Context, { id, tries }: Delivery, sent: Sent): void {
  store.transaction(() => {
    if (sent.ok) store.webhooks.end(id, 'sent', null, now());
    else if (nextTryAfter(tries, 0) === null) store.webhooks.end(id, 'dead', sent.why, now());
    else store.webhooks.failed(id, sent.why);
  });
}
