import { z } from 'zod';
import {
  counterId,
  embeddings,
  fieldId,
  language,
  modelId,
  officerId,
  personName,
  requestId,
  ticketId,
  visitorRef,
  waitRange,
} from './schemas.ts';
import type { Problem } from './problems.ts';
import type { Screen } from './protocol.ts';
import { deviceScreens } from './protocol.ts';

/**
 * One request of the contract: who may send it, what it carries, what comes back. The server's handlers, the clients'
 * typed `send`, authorisation, input checks and the contract tests are all derived from this table.
 */
type Request = {
  readonly callers: readonly Screen[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** `manager` where a plain officer may not. */
  readonly role?: 'manager';
};

const nothing = z.strictObject({});
const repeatable = z.strictObject({ requestId });
/** Commands on the ticket at the desk name it, so that a late double press never hits the next visitor. */
const onTicket = repeatable.extend({ ticketId });

const recognised = z.strictObject({
  kind: z.literal('recognised'),
  visitorRef,
  /** Null if the visitor left no name. */
  maskedName: z.string().nullable(),
  /** Fields used before, most recent first, at most 3. */
  usualFields: z.array(fieldId),
});

export const issued = z.strictObject({
  ticketId,
  number: z.string(),
  fieldId,
  issuedAt: z.int(),
  peopleAhead: z.int().nonnegative(),
  wait: waitRange.nullable(),
});
export type Issued = z.infer<typeof issued>;

export const requests = {
  'visitor:identify': {
    callers: ['kiosk'],
    input: repeatable.extend({ modelId, embeddings }),
    // No scores: yes/no answers with scores would let a template be inverted step by step.
    output: z.discriminatedUnion('kind', [
      recognised,
      z.strictObject({ kind: z.literal('unsure') }),
      z.strictObject({ kind: z.literal('unknown') }),
    ]),
  },
  'visitor:enrol': {
    callers: ['kiosk'],
    input: repeatable.extend({
      modelId,
      embeddings: embeddings.min(3),
      name: personName.nullable(),
      consent: z.strictObject({ version: z.string().max(40), language }),
    }),
    output: z.strictObject({ visitorRef, maskedName: z.string().nullable() }),
  },
  /** "Không phải tôi": counted; the kiosk forgets the reference. */
  'visitor:deny': {
    callers: ['kiosk'],
    input: repeatable.extend({ visitorRef }),
    output: nothing,
  },
  'ticket:issue': {
    callers: ['kiosk'],
    input: repeatable.extend({
      fieldId,
      visitorRef: visitorRef.nullable(),
      /** How the field was chosen: by touch among all or among those used before, or with the head. */
      channel: z.enum(['touch', 'usual', 'head']),
    }),
    output: issued,
  },
  'desk:take': { callers: ['officer'], input: repeatable.extend({ counterId }), output: nothing },
  'desk:leave': { callers: ['officer'], input: repeatable, output: nothing },
  'ticket:callNext': {
    callers: ['officer'],
    input: repeatable,
    output: z.strictObject({ ticketId, number: z.string() }),
  },
  'ticket:recall': { callers: ['officer'], input: onTicket, output: nothing },
  'ticket:start': { callers: ['officer'], input: onTicket, output: nothing },
  'ticket:miss': {
    callers: ['officer'],
    input: onTicket,
    /** Whether the ticket went back to the line or, after the last call, out of it. */
    output: z.strictObject({ state: z.enum(['waiting', 'missed']) }),
  },
  'ticket:finish': { callers: ['officer'], input: onTicket, output: nothing },
  'officer:setPassword': {
    callers: ['manage'],
    role: 'manager',
    input: repeatable.extend({ officerId, password: z.string().min(1).max(200) }),
    output: nothing,
  },
  'device:invite': {
    callers: ['manage'],
    role: 'manager',
    input: repeatable.extend({
      screen: z.enum(deviceScreens),
      name: z.string().trim().min(1).max(60),
      counterId: counterId.nullable(),
    }),
    /** Typed into the new screen once, before `expiresAt`. */
    output: z.strictObject({ code: z.string(), expiresAt: z.int() }),
  },
  'device:remove': {
    callers: ['manage'],
    role: 'manager',
    input: repeatable.extend({ deviceId: z.int().positive() }),
    output: nothing,
  },
} as const satisfies Record<string, Request>;

export type RequestName = keyof typeof requests;
export const requestNames = Object.keys(requests) as RequestName[];
/** What a client sends (before the server's parse) and gets. */
export type RequestInput<N extends RequestName> = z.input<(typeof requests)[N]['input']>;
/** What a use case gets: parsed. */
export type ParsedInput<N extends RequestName> = z.output<(typeof requests)[N]['input']>;
export type RequestOutput<N extends RequestName> = z.output<(typeof requests)[N]['output']>;

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };
