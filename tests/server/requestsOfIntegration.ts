import { expect } from 'vitest';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

type Names =
  | 'integration:read'
  | 'apiKey:make'
  | 'apiKey:revoke'
  | 'webhook:save'
  | 'webhook:remove'
  | 'webhook:rotate'
  | 'webhook:test'
  | 'delivery:resend'
  | 'drop:setUp';

export const aWebhook = {
  webhookId: null,
  url: 'https://tinh.example.vn/luot',
  events: ['ticket.issued' as const],
  on: true,
};

/** What the API says to whoever asks with a key. */
export const askQueue = (office: StaffedOffice, key: string): Promise<Response> =>
  fetch(`${office.url()}/api/v1/queue`, { headers: { authorization: `Bearer ${key}` } });

/** A manager, and a second one who sees what the first has done. */
async function managers(office: StaffedOffice) {
  const [manage, second] = await Promise.all([office.manage(), office.manage()]);
  return { manage, read: () => second.do('integration:read', {}) };
}

async function withKey(office: StaffedOffice) {
  const both = await managers(office);
  const { key } = await both.manage.do('apiKey:make', {
    name: 'Cổng dịch vụ',
    scopes: ['queue:read'],
    expiresAt: null,
  });
  return { ...both, key };
}

async function withWebhook(office: StaffedOffice) {
  const both = await managers(office);
  const { secret } = await both.manage.do('webhook:save', { ...aWebhook, on: false });
  return { ...both, secret };
}

/** How other systems are let in and told. */
export const integrationCases: { readonly [N in Names]: Case<N> } = {
  'integration:read': {
    arrange: async (office) => {
      const { manage } = await withKey(office);
      return {
        from: manage,
        input: {},
        other: null,
        seen: ({ keys, webhooks, drop }) => {
          expect(keys).toMatchObject([{ name: 'Cổng dịch vụ', scopes: ['queue:read'], usedAt: null }]);
          expect([webhooks, drop.on, drop.files]).toEqual([[], false, []]);
          return Promise.resolve();
        },
      };
    },
  },
  'apiKey:make': {
    arrange: async (office) => {
      const { manage } = await managers(office);
      const input = { name: 'Cổng dịch vụ', scopes: ['queue:read' as const], expiresAt: null };
      return {
        from: manage,
        input,
        other: { ...input, name: 'Khác' },
        seen: async ({ key }) => expect((await askQueue(office, key)).status).toBe(200),
      };
    },
  },
  'apiKey:revoke': {
    arrange: async (office) => {
      const { manage, key } = await withKey(office);
      return {
        from: manage,
        input: { keyId: 1 },
        other: { keyId: 2 },
        seen: async () => expect((await askQueue(office, key)).status).toBe(401),
      };
    },
  },
  'webhook:save': {
    arrange: async (office) => {
      const { manage, read } = await managers(office);
      return {
        from: manage,
        input: aWebhook,
        other: { ...aWebhook, on: false },
        seen: async ({ secret }) => {
          expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u);
          expect((await read()).webhooks).toMatchObject([{ url: aWebhook.url, on: true }]);
        },
      };
    },
  },
  'webhook:remove': {
    arrange: async (office) => {
      const { manage, read } = await withWebhook(office);
      return {
        from: manage,
        input: { webhookId: 1 },
        other: { webhookId: 2 },
        seen: async () => expect((await read()).webhooks).toEqual([]),
      };
    },
  },
  'webhook:rotate': {
    arrange: async (office) => {
      const { manage, read, secret } = await withWebhook(office);
      return {
        from: manage,
        input: { webhookId: 1 },
        other: { webhookId: 2 },
        seen: async (output) => {
          expect(output.secret).not.toBe(secret);
          const [webhook] = (await read()).webhooks;
          expect(webhook?.previousUntil).toBe(office.clock.now + 24 * 3600_000);
        },
      };
    },
  },
  'webhook:test': {
    arrange: async (office) => {
      const { manage, read } = await withWebhook(office);
      return {
        from: manage,
        input: { webhookId: 1 },
        other: { webhookId: 2 },
        seen: async () => expect((await read()).deliveries).toMatchObject([{ type: 'webhook.test' }]),
      };
    },
  },
  'delivery:resend': {
    arrange: async (office) => {
      const { manage } = await withWebhook(office);
      await manage.do('webhook:test', { webhookId: 1 });
      await office.edit(`UPDATE delivery SET state = 'dead', tries = 11`);
      return {
        from: await office.manage(),
        input: { deliveryId: 1 },
        other: { deliveryId: 2 },
        seen: async () => {
          const { deliveries } = await (await office.manage()).do('integration:read', {});
          expect(deliveries).toMatchObject([{ state: 'due' }]);
        },
      };
    },
  },
  'drop:setUp': {
    arrange: async (office) => {
      const { manage, read } = await managers(office);
      return {
        from: manage,
        input: { on: true },
        other: { on: false },
        seen: async () => expect((await read()).drop.on).toBe(true),
      };
    },
  },
};
