import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { DeskNow, ServiceTime, WaitRange } from '../../shared/domain/estimate.ts';
import { estimateWait, serviceTimeOf } from '../../shared/domain/estimate.ts';
import type { FieldId } from '../../shared/domain/ids.ts';
import type { Context } from './ports.ts';

const evidenceMs = 30 * 24 * 3600_000;

/**
 * The desks that share the line of a field, directly or through fields they share with others, and all their fields.
 * What happens elsewhere plays no part in the wait, and a long line is long to play.
 */
function sharing(
  fieldId: FieldId,
  desks: readonly DeskNow[],
): { readonly desks: readonly DeskNow[]; readonly fields: ReadonlySet<FieldId> } {
  const fields = new Set([fieldId]);
  const found = new Set<DeskNow>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const desk of desks) {
      if (![...desk.fields].some((field) => fields.has(field))) continue;
      found.add(desk);
      for (const field of desk.fields) fields.add(field);
    }
  }
  return { desks: [...found], fields };
}

/**
 * The waits to expect from the present state.
 * @returns for a field, what somebody who takes a number now would wait; null if no counter serves it.
 */
export function expectedWaits(context: Context): (fieldId: FieldId) => WaitRange | null {
  const { store } = context;
  const now = context.now();
  const day = businessDayOf(now, store.office.office().timeZone);
  const counters = store.office.counters();
  const staffed = new Set(store.desks.all().map(({ counterId }) => counterId));
  const calls = new Map(store.tickets.openCalls().map((call) => [call.counterId, call]));
  const measured = store.tickets.measuredServices(now - evidenceMs);
  const serviceTimes = new Map<FieldId, ServiceTime>(
    store.office
      .fields()
      .map(({ id, serviceMs }) => [
        id,
        serviceTimeOf(serviceMs, measured.get(id) ?? { count: 0, meanMs: 0 }),
      ]),
  );
  const ahead = store.tickets.waiting(day).map(({ fieldId }) => fieldId);

  const desksFor = (fieldId: FieldId): DeskNow[] => {
    const on = counters.filter(({ id }) => staffed.has(id));
    // Before the officers of a field have come, its counters are taken as they will be once they have.
    const missing = on.some(({ fieldIds }) => fieldIds.includes(fieldId))
      ? []
      : counters.filter(({ fieldIds }) => fieldIds.includes(fieldId));
    return [...on, ...missing].map(({ id, fieldIds }) => {
      const call = calls.get(id);
      return {
        fields: new Set(fieldIds),
        busy: call === undefined ? null : { fieldId: call.fieldId, since: call.calledAt },
      };
    });
  };

  const known = new Map<string, WaitRange | null>();
  return (fieldId) => {
    // Fields that the same counters serve have the same line and the same wait.
    const key = counters.flatMap(({ id, fieldIds }) => (fieldIds.includes(fieldId) ? [id] : [])).join();
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const shared = sharing(fieldId, desksFor(fieldId));
    const wait = estimateWait({
      now,
      desks: shared.desks,
      ahead: ahead.filter((field) => shared.fields.has(field)),
      fieldId,
      serviceTimes,
      seed: fieldId,
    });
    known.set(key, wait);
    return wait;
  };
}
