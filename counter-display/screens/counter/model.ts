import type { View } from '../../../shared/contract/views.ts';
import { deepen, lighten } from '../../../shared/ui/colour.ts';

type Field = View<'counter'>['fields'][number];

/** What a counter display shows. */
export type CounterModel =
  | {
      readonly kind: 'called' | 'serving';
      readonly number: string;
      /** Null if the field was removed while its ticket was still open. */
      readonly field: Field['name'] | null;
      /** Dark enough for white text. */
      readonly colour: string;
      /** Light enough to be text on a dark screen. */
      readonly lightColour: string;
    }
  /** Somebody sits here and waits for the next visitor. */
  | { readonly kind: 'ready'; readonly fields: readonly Field[] }
  /** Nobody sits here, or the officer is away for a while. */
  | { readonly kind: 'closed' };

const strangerColour = '#334155';

/** What is shown of a view, but for the rating. Colours of fields are dark enough for white text. */
export function counterModel({ call, fields, officerName, onBreak }: View<'counter'>): CounterModel {
  if (call !== null) {
    const field = fields.find(({ id }) => id === call.fieldId);
    return {
      kind: call.state,
      number: call.number,
      field: field?.name ?? null,
      colour: deepen(field?.colour ?? strangerColour),
      lightColour: lighten(field?.colour ?? strangerColour),
    };
  }
  return officerName === null || onBreak
    ? { kind: 'closed' }
    : { kind: 'ready', fields: fields.map((field) => ({ ...field, colour: deepen(field.colour) })) };
}
