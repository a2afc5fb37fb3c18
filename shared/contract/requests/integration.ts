import { z } from 'zod';
import { apiScopes } from '../apiScopes.ts';
import { eventTypes } from '../events.ts';
import { millis } from '../schemas.ts';
import type { Request } from './request.ts';
import { byManager, repeatable } from './request.ts';

const id = z.int().positive();
const count = z.int().nonnegative();
const scopes = z.array(z.enum(apiScopes)).min(1).max(apiScopes.length);
const subscribed = z.array(z.enum(eventTypes)).min(1).max(eventTypes.length);
/** Plain http is for the office's own network alone, which is looked at when something is sent. No password in it. */
const webhookUrl = z
  .url({ protocol: /^https?$/ })
  .max(400)
  .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url));
const byManagerWith = { callers: ['manage'], role: 'manager' } as const;

const apiKey = z.strictObject({
  id,
  name: z.string(),
  /** How the key begins, by which its holder knows it. */
  prefix: z.string(),
  scopes: z.array(z.enum(apiScopes)),
  madeAt: millis,
  /** The manager's name. */
  madeBy: z.string(),
  expiresAt: millis.nullable(),
  /** To the minute. */
  usedAt: millis.nullable(),
});
export type ApiKeyRow = z.infer<typeof apiKey>;

const webhook = z.strictObject({
  id,
  url: z.string(),
  events: z.array(z.enum(eventTypes)),
  on: z.boolean(),
  /** Until when the secret before this one signs, too. */
  previousUntil: millis.nullable(),
  /** Still to be sent, and given up. */
  due: count,
  dead: count,
  lastSentAt: millis.nullable(),
});
export type WebhookRow = z.infer<typeof webhook>;

const delivery = z.strictObject({
  id,
  webhookId: id,
  type: z.enum([...eventTypes, 'webhook.test']),
  at: millis,
  tries: count,
  state: z.enum(['due', 'dead', 'sent']),
  /** When it is tried next; of one that has ended, when that was. */
  when: millis,
  /** Why the last try failed: a status, or what the network said. */
  why: z.string().nullable(),
});
export type DeliveryRow = z.infer<typeof delivery>;

const dropFile = z.strictObject({
  id,
  name: z.string(),
  at: millis,
  outcome: z.enum(['imported', 'repeated', 'failed']),
  added: count,
  /** What is wrong with it. */
  what: z.string().nullable(),
});

/** How other systems reach the office, and are told. */
export const integrationRequests = {
  'integration:read': {
    ...byManagerWith,
    reads: true,
    input: repeatable,
    output: z.strictObject({
      keys: z.array(apiKey),
      webhooks: z.array(webhook),
      /** Given up first, then failed ones, then the newest; at most 50. */
      deliveries: z.array(delivery),
      drop: z.strictObject({
        on: z.boolean(),
        /** Where files are put, on the server. */
        folder: z.string(),
        /** The newest first; at most 20. */
        files: z.array(dropFile),
      }),
    }),
  },
  'apiKey:make': {
    ...byManagerWith,
    /** Null as end: until it is revoked. */
    input: repeatable.extend({
      name: z.string().normalize('NFC').trim().min(1).max(60),
      scopes,
      expiresAt: millis.nullable(),
    }),
    /** Said here and never again. */
    output: z.strictObject({ key: z.string() }),
    audited: ['name', 'scopes', 'expiresAt'],
  },
  'apiKey:revoke': { ...byManager, input: repeatable.extend({ keyId: id }), audited: ['keyId'] },
  'webhook:save': {
    ...byManagerWith,
    /** Null as id adds one. */
    input: repeatable.extend({
      webhookId: id.nullable(),
      url: webhookUrl,
      events: subscribed,
      on: z.boolean(),
    }),
    /** Of a new one, said here and never again; null otherwise. */
    output: z.strictObject({ secret: z.string().nullable() }),
    audited: ['webhookId', 'url', 'events', 'on'],
  },
  'webhook:remove': { ...byManager, input: repeatable.extend({ webhookId: id }), audited: ['webhookId'] },
  /** A new secret; the one before signs beside it for a day. */
  'webhook:rotate': {
    ...byManagerWith,
    input: repeatable.extend({ webhookId: id }),
    output: z.strictObject({ secret: z.string() }),
    audited: ['webhookId'],
  },
  'webhook:test': { ...byManager, input: repeatable.extend({ webhookId: id }), audited: ['webhookId'] },
  /** Sends again what was given up, under the same id. */
  'delivery:resend': { ...byManager, input: repeatable.extend({ deliveryId: id }), audited: ['deliveryId'] },
  /** Whether lists that are laid into the folder are taken. */
  'drop:setUp': { ...byManager, input: repeatable.extend({ on: z.boolean() }), audited: ['on'] },
} as const satisfies Record<string, Request>;
