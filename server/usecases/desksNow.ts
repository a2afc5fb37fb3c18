import type { CallRecord } from '../../shared/domain/estimate/calls.ts';
import type { DeskNow, Doing, Span } from '../../shared/domain/estimate/state.ts';
import type { BusinessDay, CounterId, FieldId, Millis } from '../../shared/domain/ids.ts';
import type { Desk } from '../../shared/domain/ticket.ts';
import type { Context } from './ports.ts';
import type { Counter } from './records.ts';
import type { Store } from './store.ts';

/** A desk somebody sits at, with what may be known of the officer. */
type Sitting = Desk & {
  /** The break that the officer is on. */
  readonly onBreak?: { readonly since: Millis; readonly until: Millis | null } | null;
  /** Which of the counter's fields the officer serves, and in which order; without it all of them alike. */
  readonly ranks?: ReadonlyMap<FieldId, number> | null;
};

function doingOf(store: Store, sitting: Sitting, lastServed: ReadonlyMap<CounterId, Millis>): Doing {
  const ticket = store.tickets.atCounter(sitting.counterId);
  if (ticket?.state.kind === 'called') return { kind: 'called', ticket };
  if (ticket !== null) return { kind: 'serving', fieldId: ticket.fieldId, since: ticket.since };
  if (sitting.onBreak !== undefined && sitting.onBreak !== null) return { kind: 'away', ...sitting.onBreak };
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
  const on = store.desks.all().flatMap((sitting: Sitting): DeskNow[] => {
    const counter = counters.find(({ id }) => id === sitting.counterId);
    if (counter === undefined) return [];
    const ranks = sitting.ranks ?? new Map(counter.fieldIds.map((id) => [id, 1]));
    return [
      {
        counterId: sitting.counterId,
        officerId: sitting.officerId,
        fields: new Map([...ranks].filter(([id]) => counter.fieldIds.includes(id))),
        normalCallsSincePriority: store.tickets.normalCallsSincePriority(sitting.counterId, day),
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
