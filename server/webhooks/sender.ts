import type { Context } from '../usecases/ports.ts';
import type { Delivery } from '../usecases/deliveries.ts';
import { endDelivery, takeDeliveries } from '../usecases/deliveries.ts';
import type { PostWebhook } from './post.ts';
import { bodyOf, signedHeaders } from './sign.ts';

/** For retries; what was just committed is looked at at once. */
const lookMs = 1_000;

/** Empties the outbox. Nobody waits for it. */
export type WebhookSender = {
  /** To be called after every change: sends what there is to send. */
  readonly look: () => void;
  /** Lets go of what is under way, which is tried again after the next start. */
  readonly close: () => void;
};

/**
 * Sends to each webhook one thing after another, to all of them side by side.
 * @param changed called when something came of a try that a manager may want to see.
 * @param log told what failed: by which webhook and why, never where to.
 */
export function makeWebhookSender(
  context: Context,
  post: PostWebhook,
  changed: () => void,
  log: (facts: object) => void,
): WebhookSender {
  const closed = new AbortController();
  const busy = new Set<number>();
  const send = async (delivery: Delivery): Promise<void> => {
    const body = bodyOf(delivery);
    const sent = await post(delivery.url, signedHeaders(delivery, body, context.now()), body, closed.signal);
    if (closed.signal.aborted) return;
    endDelivery(context, delivery, sent);
    if (!sent.ok)
      log({ webhook: delivery.webhookId, event: delivery.eventId, tries: delivery.tries, why: sent.why });
    if (!sent.ok || delivery.tries > 1 || delivery.type === 'webhook.test') changed();
  };
  const fail = (error: unknown): void =>
    log({ why: error instanceof Error ? error.message : 'fails', err: error });
  const look = (): void => {
    if (closed.signal.aborted) return;
    try {
      for (const delivery of takeDeliveries(context, busy, Math.random)) {
        busy.add(delivery.webhookId);
        void send(delivery)
          .catch(fail)
          .finally(() => {
            busy.delete(delivery.webhookId);
            look();
          });
      }
    } catch (error) {
      fail(error);
    }
  };
  const timer = setInterval(look, lookMs);
  return {
    look,
    close: () => {
      clearInterval(timer);
      closed.abort();
    },
  };
}
