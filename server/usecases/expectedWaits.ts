import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { DeskNow, ServiceTime, WaitRange } from '../../shared/domain/estimate.ts';
import { estimateWait, serviceTimeOf } from '../../shared/domain/estimate.ts';
import type { FieldId } from '../../shared/domain/ids.ts';
import type { Context } from './ports.ts';

const evidenceMs = 30 * 24 * 3600_000;

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

  return (fieldId) =>
    estimateWait({ now, desks: desksFor(fieldId), ahead, fieldId, serviceTimes, seed: fieldId });
}
