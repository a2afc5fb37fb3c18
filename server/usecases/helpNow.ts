import type { Help } from '../../shared/domain/estimate/ends.ts';
import { helpFor } from '../../shared/domain/estimate/ends.ts';
import type { OfficeNow } from '../../shared/domain/estimate/state.ts';
import type { FieldId, Millis } from '../../shared/domain/ids.ts';
import type { Context } from './ports.ts';
import type { Store } from './store.ts';

/** What would help is found by playing the day several times over; it does not change by the second. */
const helpHoldsMs = 20_000;

type Helped = { readonly at: Millis; readonly of: string; readonly help: Help };
const helped = new WeakMap<Store['waits'], Map<FieldId, Helped>>();

/** What would help a field, anew when somebody opened or closed a counter for it, and now and then. */
export function helpNow(
  { store }: Context,
  office: OfficeNow,
  {
    fieldId,
    closesAt,
    seed,
  }: { readonly fieldId: FieldId; readonly closesAt: Millis; readonly seed: number },
): Help {
  const all = helped.get(store.waits) ?? new Map<FieldId, Helped>();
  helped.set(store.waits, all);
  const desks = office.desks.filter(({ fields }) => fields.has(fieldId));
  const of = JSON.stringify([closesAt, desks.map(({ counterId, officerId }) => [counterId, officerId])]);
  const known = all.get(fieldId);
  const age = known === undefined ? Infinity : office.now - known.at;
  if (known?.of === of && age >= 0 && age < helpHoldsMs) return known.help;
  const help = helpFor(office, fieldId, closesAt - office.now, seed);
  all.set(fieldId, { at: office.now, of, help });
  return help;
}
