import { randomBytes } from 'node:crypto';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { dayMs } from '../../shared/domain/localTime.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Context } from './ports.ts';

/** As Standard Webhooks writes it: 32 bytes in base64. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Adds a webhook, whose secret is in this answer and nowhere else, or changes one. */
export function saveWebhook(
  { store }: Context,
  { webhookId, url, events, on }: ParsedInput<'webhook:save'>,
): Result<RequestOutput<'webhook:save'>, Refused> {
  const setting = { url, events: [...new Set(events)], on };
  if (webhookId === null) {
    const secret = newSecret();
    store.webhooks.add(setting, secret);
    return ok({ secret });
  }
  if (!store.webhooks.isThere(webhookId)) return err(refuse('unknownWebhook'));
  store.webhooks.set(webhookId, setting);
  return ok({ secret: null });
}

/** Takes a webhook away, with what was still to be sent to it. */
export function removeWebhook(
  { store }: Context,
  { webhookId }: ParsedInput<'webhook:remove'>,
): Result<RequestOutput<'webhook:remove'>, Refused> {
  if (!store.webhooks.isThere(webhookId)) return err(refuse('unknownWebhook'));
  store.webhooks.remove(webhookId);
  return ok({});
}

/** Gives a webhook a new secret; for a day both sign, so that the receiver can change over without losing anything. */
export function rotateSecret(
  { store, now }: Context,
  { webhookId }: ParsedInput<'webhook:rotate'>,
): Result<RequestOutput<'webhook:rotate'>, Refused> {
  if (!store.webhooks.isThere(webhookId)) return err(refuse('unknownWebhook'));
  const secret = newSecret();
  store.webhooks.rotate(webhookId, secret, now() + dayMs);
  return ok({ secret });
}

/** Sends something that means nothing, to see whether it comes. */
export function testWebhook(
  { store, now }: Context,
  { webhookId }: ParsedInput<'webhook:test'>,
): Result<RequestOutput<'webhook:test'>, Refused> {
  if (!store.webhooks.isThere(webhookId)) return err(refuse('unknownWebhook'));
  store.webhooks.tellOne(webhookId, 'webhook.test', { webhookId }, now());
  return ok({});
}

/** Begins anew with something that was given up. */
export function resendDelivery(
  { store, now }: Context,
  { deliveryId }: ParsedInput<'delivery:resend'>,
): Result<RequestOutput<'delivery:resend'>, Refused> {
  return store.webhooks.resend(deliveryId, now()) ? ok({}) : err(refuse('unknownDelivery'));
}
