import { z } from 'zod';
import {
  birthYear,
  dossierState,
  embeddings,
  fieldId,
  language,
  millis,
  modelId,
  personName,
  visitorRef,
} from '../schemas.ts';
import type { Request } from './request.ts';
import { nothing, repeatable } from './request.ts';

const recognised = z.strictObject({
  kind: z.literal('recognised'),
  visitorRef,
  /** Null if the visitor left no name. */
  maskedName: z.string().nullable(),
  /** Fields used before, most recent first, at most 3. */
  usualFields: z.array(fieldId),
  /** Today's appointment of this visitor, if it has not become a ticket yet. */
  appointment: z.strictObject({ id: z.int().positive(), fieldId, at: millis }).nullable(),
  /** Open dossiers by code, those to be fetched first; at most 3. */
  dossiers: z.array(z.strictObject({ code: z.string(), state: dossierState, dueAt: millis.nullable() })),
  /** The field for fetching a result that is ready; null if none is. */
  pickUpFieldId: fieldId.nullable(),
});

/** Faces as one model set describes them. */
const probe = z.strictObject({ modelId, embeddings });

/** What a kiosk asks about the person before it. */
export const visitorRequests = {
  'visitor:identify': {
    callers: ['kiosk'],
    input: repeatable.extend({
      ...probe.shape,
      /** The same frames as the set used before describes them, while visitors are still to be learnt anew. */
      previous: probe.nullable(),
    }),
    // No scores: yes/no answers with scores would let a template be inverted step by step.
    output: z.discriminatedUnion('kind', [
      recognised,
      z.strictObject({
        kind: z.literal('unsure'),
        /** A second fact that would settle it: one of these years is the visitor's birth year. Null: nothing is known. */
        question: z
          .strictObject({ questionRef: visitorRef, birthYears: z.array(birthYear).length(4) })
          .nullable(),
      }),
      z.strictObject({ kind: z.literal('unknown') }),
    ]),
  },
  /** One answer to the question; a wrong one ends it. */
  'visitor:answer': {
    callers: ['kiosk'],
    input: repeatable.extend({ questionRef: visitorRef, birthYear }),
    output: z.discriminatedUnion('kind', [recognised, z.strictObject({ kind: z.literal('wrong') })]),
  },
  'visitor:enrol': {
    callers: ['kiosk'],
    input: repeatable.extend({
      modelId,
      embeddings: embeddings.min(3),
      name: personName.nullable(),
      birthYear,
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
  /** The camera took the face for a picture, or the head did not turn when asked: counted, and nobody is accused. */
  'visitor:unproven': {
    callers: ['kiosk'],
    input: repeatable.extend({ why: z.enum(['replay', 'noTurn']) }),
    output: nothing,
  },
} as const satisfies Record<string, Request>;
