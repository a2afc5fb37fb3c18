import type { CallRecord } from '../../shared/domain/estimate/calls.ts';
import type { DeskNow, Doing, Span } from '../../shared/domain/estimate/state.ts';
import type { BusinessDay, CounterId, FieldId, Millis } from '../../shared/domain/ids.ts';
import { fieldsCalled } from '../../shared/domain/queue.ts';
import type { Context } from './ports.ts';
import type { Counter, Seat } from './records.ts';
import type { Store } from './store.ts';

function doingOf(store: Store, sitting: Seat, lastServed: ReadonlyMap<CounterId, Millis>): Doing {
  const ticket = store.tickets.atCounter(sitting.counterId);
  if (ticket?.state.kind === 'called') return { kind: 'called', ticket };
  if (ticket !== null) return { kind: 'serving', fieldId: ticket.fieldId, since: ticket.since };
  if (sitting.onBreak !== null) return { kind: 'away', ...sitting.onBreak };
  return { kind: 'free', since: lastServed.get(sitting.counterId) ?? null };
}

/** A counter that nobody sits at, as it will be once somebody has come. */
const toBeStaffed = (counter: Counter, fieldIds: readonly FieldId[]): DeskNow => ({
  counterId: counter.id,
  officerId: null,
  fields: new Map(fieldIds.map((id) => [id, 1])),
  normalCallsSincePriority: Infinity,
  doing: { kind: 'free', since: null },
  pauses: [],
  until: null,
});

/**
 * The counters that are on, and those that will have to be.
 * @param today the calls of today.
 * @param pauses when no desk calls.
 */
export function desksNow(
  { store }: Context,
  day: BusinessDay,
  today: readonly CallRecord[],
  pauses: readonly Span[],
): DeskNow[] {
  const counters = store.office.counters();
  const lastServed = new Map(
    today.flatMap(({ counterId, servedUntil }) => (servedUntil === null ? [] : [[counterId, servedUntil]])),
  );
  const { oneOfEvery } = store.office.office();
  const officers = new Map(store.officers.all().map((officer) => [officer.id, officer]));
  const on = store.desks.all().flatMap((sitting): DeskNow[] => {
    const counter = counters.find(({ id }) => id === sitting.counterId);
    if (counter === undefined) return [];
    return [
      {
        counterId: sitting.counterId,
        officerId: sitting.officerId,
        fields: fieldsCalled(counter.fieldIds, officers.get(sitting.officerId)?.fields ?? []),
        normalCallsSincePriority: store.tickets.normalCallsSincePriority(sitting.counterId, day, oneOfEvery),
        doing: doingOf(store, sitting, lastServed),
        pauses,
        until: null,
      },
    ];
  });
  const served = new Set(on.flatMap(({ fields }) => [...fields.keys()]));
  // Before the officers of a field have come, its counters are taken as they will be, for those fields only.
  const missing = counters.flatMap((counter) => {
    const fieldIds = counter.fieldIds.filter((id) => !served.has(id));
    return fieldIds.length === 0 ? [] : [{ ...toBeStaffed(counter, fieldIds), pauses }];
  });
  return [...on, ...missing];
}
