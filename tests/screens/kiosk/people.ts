import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';

type Identified = RequestOutput<'visitor:identify'>;

/** Whom the fake server may recognise. */
export const visitorRef = 'a-sealed-reference-of-a-visitor';
export const maskedName = 'Nguyễn T. H***';
/** Came for land and for certified copies before. */
export const known = {
  kind: 'recognised',
  visitorRef,
  maskedName,
  usualFields: [3 as FieldId, 1 as FieldId],
  appointment: null,
  dossiers: [],
  pickUpFieldId: null,
} as const satisfies Identified & { readonly usualFields: readonly FieldId[] };
/** Is expected at 09:30 for a residence matter. */
export const expected = {
  ...known,
  appointment: { id: 4, fieldId: 7 as FieldId, at: Date.UTC(2026, 10, 23, 2, 30) },
};
/** The one of these born in 1971 is taken for the visitor. */
export const birthYears = [1955, 1962, 1971, 1980];
export const questionRef = 'a-sealed-reference-of-a-question';
export const asking = { kind: 'unsure', question: { questionRef, birthYears } } as const;
