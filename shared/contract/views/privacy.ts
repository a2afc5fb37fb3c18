import { z } from 'zod';
import {
  birthDate,
  breachFacts,
  businessDay,
  dataRequestKind,
  fieldId,
  language,
  millis,
  modelId,
} from '../schemas.ts';

const count = z.int().nonnegative();

/** Everything that is kept of one person, in a form that people can read. Faces are counted, never shown as numbers. */
export const keptData = z.strictObject({
  name: z.string().nullable(),
  birthYear: z.int().nullable(),
  /** Null if only the year is known. */
  birthDate: birthDate.nullable(),
  /** The last four digits of the citizen card. */
  idLast4: z.string().nullable(),
  factsFrom: z.enum(['said', 'card']),
  registeredAt: millis,
  templates: z.array(z.strictObject({ modelId, madeAt: millis })).max(100),
  /** The last 100, newest first. */
  visits: z.array(z.strictObject({ number: z.string(), fieldId, issuedAt: millis })).max(100),
  visitCount: count,
  /** Newest first. `current`: to the wording that is used now. */
  consents: z
    .array(
      z.strictObject({
        version: z.string(),
        language,
        agreedAt: millis,
        withdrawnAt: millis.nullable(),
        current: z.boolean(),
      }),
    )
    .max(100),
  appointments: z.array(z.strictObject({ fieldId, at: millis })).max(100),
  requests: z
    .array(z.strictObject({ kind: dataRequestKind, receivedOn: businessDay, closedAt: millis.nullable() }))
    .max(100),
});
export type KeptData = z.infer<typeof keptData>;

const dataRequest = z.strictObject({
  id: z.int().positive(),
  kind: dataRequestKind,
  channel: z.enum(['desk', 'post', 'kiosk']),
  receivedOn: businessDay,
  acknowledgeBy: businessDay,
  dueOn: businessDay,
  acknowledgedAt: millis.nullable(),
  closedAt: millis.nullable(),
  outcome: z.enum(['done', 'refused']).nullable(),
  /** Masked; null if nobody was found, or the person was erased since. */
  person: z
    .strictObject({
      maskedName: z.string().nullable(),
      birthYear: z.int().nullable(),
      idLast4: z.string().nullable(),
      factsFrom: z.enum(['said', 'card']),
    })
    .nullable(),
  correction: z.strictObject({ name: z.string().nullable(), birthDate: birthDate.nullable() }).nullable(),
  note: z.string().nullable(),
  refusal: z.string().nullable(),
});
export type DataRequestView = z.infer<typeof dataRequest>;

const breach = z.strictObject({
  id: z.int().positive(),
  noticedAt: millis,
  reportBy: millis,
  facts: breachFacts,
  reportedAt: millis.nullable(),
  closedAt: millis.nullable(),
});
export type BreachView = z.infer<typeof breach>;

/** What the office answers for about personal data. */
export const privacy = z.strictObject({
  /** Those that are open, the most urgent first, then those closed last. */
  requests: z.array(dataRequest),
  /** Newest first. */
  breaches: z.array(breach),
  /** What the record of processing is made of, beside what the manager sees elsewhere. */
  record: z.strictObject({
    consentVersion: z.string(),
    /** Consents that stand, to the present wording and to older ones. */
    consentsCurrent: count,
    consentsOlder: count,
    withdrawn: count,
    /** Tickets that name a registered visitor. */
    visits: count,
  }),
});
