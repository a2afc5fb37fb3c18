import { z } from 'zod';
import { longestName } from '../../domain/name.ts';
import {
  birthDate,
  breachFacts,
  businessDay,
  dataRequestKind,
  language,
  millis,
  personalNote,
  personName,
  visitorRef,
} from '../schemas.ts';
import { keptData } from '../views/privacy.ts';
import type { Request } from './request.ts';
import { byManager, nothing, repeatable } from './request.ts';

/** What visitors see and do about the data kept of them, at a kiosk that knows their face. */
const mineRequests = {
  /** The second fact, without which a face opens nothing; a wrong one ends it for a while. */
  'mine:prove': {
    callers: ['kiosk'],
    input: repeatable.extend({ visitorRef, birthDate }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('proven'), mineRef: visitorRef }),
      z.strictObject({ kind: z.literal('wrong') }),
    ]),
    audited: [],
  },
  'mine:show': {
    callers: ['kiosk'],
    reads: true,
    input: repeatable.extend({ mineRef: visitorRef }),
    output: keptData,
    audited: [],
  },
  'mine:correct': {
    callers: ['kiosk'],
    input: repeatable.extend({ mineRef: visitorRef, name: personName.nullable(), birthDate }),
    /** `asked`: it speaks against a citizen card, so staff look at it, by the day given. */
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('corrected') }),
      z.strictObject({ kind: z.literal('asked'), dueOn: businessDay }),
    ]),
    audited: [],
  },
  /** The face goes at once, everything else stays. */
  'mine:withdraw': {
    callers: ['kiosk'],
    input: repeatable.extend({ mineRef: visitorRef }),
    output: nothing,
    audited: [],
  },
  'mine:erase': {
    callers: ['kiosk'],
    input: repeatable.extend({ mineRef: visitorRef }),
    output: nothing,
    audited: [],
  },
  /** Whether a visitor who agreed to an older wording agrees to the present one. If not, the face goes at once. */
  'visitor:answerConsent': {
    callers: ['kiosk'],
    input: repeatable.extend({
      visitorRef,
      agrees: z.boolean(),
      consent: z.strictObject({ version: z.string().max(40), language }),
    }),
    output: nothing,
    audited: ['agrees', 'consent'],
  },
} as const satisfies Record<string, Request>;

const dataRequestId = z.int().positive();
const breachId = z.int().positive();

/** What the office does about the data of others: their requests, and breaches. */
const officeRequests = {
  /** Looks for somebody among all who are registered, which is kept in the audit with its reason. */
  'person:find': {
    callers: ['manage'],
    role: 'manager',
    reads: true,
    input: repeatable.extend({
      by: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('name'),
          /** Any part of it, without regard to diacritics. */
          name: z.string().trim().min(2).max(longestName),
          /** Null: born in any year. */
          birthYear: z.int().min(1900).max(2100).nullable(),
        }),
        /** The whole number of the citizen card. */
        z.strictObject({ kind: z.literal('card'), idNumber: z.string().regex(/^\d{12}$/) }),
        z.strictObject({ kind: z.literal('last4'), idLast4: z.string().regex(/^\d{4}$/), birthDate }),
      ]),
      why: z.enum(['request', 'mistake', 'authority']),
    }),
    output: z.strictObject({
      people: z
        .array(
          z.strictObject({
            personRef: visitorRef,
            name: z.string().nullable(),
            birthYear: z.int().nullable(),
            idLast4: z.string().nullable(),
            registeredAt: millis,
          }),
        )
        .max(20),
      /** How many more there are. */
      more: z.int().nonnegative(),
    }),
    audited: ['why'],
  },
  'dataRequest:add': {
    callers: ['manage'],
    role: 'manager',
    input: repeatable.extend({
      kind: dataRequestKind,
      channel: z.enum(['desk', 'post']),
      receivedOn: businessDay,
      /** Null: nobody was found of whom anything is kept, which is an answer too. */
      personRef: visitorRef.nullable(),
      /** What a correction is to make of the facts; only with `correct`. */
      correction: z.strictObject({ name: personName.nullable(), birthDate: birthDate.nullable() }).nullable(),
      note: personalNote.nullable(),
    }),
    output: z.strictObject({ dataRequestId }),
    audited: ['kind', 'channel', 'receivedOn'],
  },
  'dataRequest:acknowledge': {
    ...byManager,
    input: repeatable.extend({ dataRequestId }),
    audited: ['dataRequestId'],
  },
  /** Does what was asked and closes the request. */
  'dataRequest:carryOut': {
    ...byManager,
    input: repeatable.extend({ dataRequestId }),
    audited: ['dataRequestId'],
  },
  'dataRequest:refuse': {
    ...byManager,
    input: repeatable.extend({ dataRequestId, reason: personalNote }),
    audited: ['dataRequestId'],
  },
  /** Everything kept of the person of a request, to be handed over. */
  'dataRequest:sheet': {
    callers: ['manage'],
    role: 'manager',
    reads: true,
    input: repeatable.extend({ dataRequestId }),
    output: keptData,
    audited: ['dataRequestId'],
  },
  'breach:add': {
    ...byManager,
    input: repeatable.extend({ noticedAt: millis, facts: breachFacts }),
    audited: ['noticedAt'],
  },
  'breach:change': {
    ...byManager,
    /** `step`: what has become of it; null leaves that as it is. */
    input: repeatable.extend({
      breachId,
      facts: breachFacts,
      step: z.enum(['reported', 'closed']).nullable(),
    }),
    audited: ['breachId', 'step'],
  },
} as const satisfies Record<string, Request>;

/** Personal data: what people may see and do about their own, and what the office answers for. */
export const privacyRequests = { ...mineRequests, ...officeRequests } as const;
