import type { RequestOutput } from '../../shared/contract/requests.ts';
import type { integrationRequests } from '../../shared/contract/requests/integration.ts';
import { ok } from '../../shared/kernel/result.ts';
import { makeApiKey, revokeApiKey } from './apiKeys.ts';
import type { Context } from './ports.ts';
import type { UseCases } from './table.ts';
import { removeWebhook, resendDelivery, rotateSecret, saveWebhook, testWebhook } from './webhooks.ts';

const deliveriesShown = 50;
const filesShown = 20;

/** How other systems reach the office, and what became of what they were told. */
function readIntegration({ store, dropFolder: folder }: Context): RequestOutput<'integration:read'> {
  const { apiKeys, webhooks, drop } = store;
  return {
    keys: [...apiKeys.all()],
    webhooks: [...webhooks.all()],
    deliveries: [...webhooks.deliveries(deliveriesShown)],
    drop: { on: drop.isOn(), folder, files: [...drop.files(filesShown)] },
  };
}

/** Every request of a manager about other systems. */
export const integrationUseCases: UseCases<keyof typeof integrationRequests> = {
  'integration:read': (context) => ok(readIntegration(context)),
  'apiKey:make': makeApiKey,
  'apiKey:revoke': revokeApiKey,
  'webhook:save': saveWebhook,
  'webhook:remove': removeWebhook,
  'webhook:rotate': rotateSecret,
  'webhook:test': testWebhook,
  'delivery:resend': resendDelivery,
  'drop:setUp': ({ store }, { on }) => {
    store.drop.setOn(on);
    return ok({});
  },
};
