import type { Hours, Span } from '../../../shared/domain/hours.ts';
import type { FieldId, Millis } from '../../../shared/domain/ids.ts';
import type { LogNormal } from '../../../shared/domain/random.ts';
import { logNormal } from '../../../shared/domain/random.ts';
import { minuteOf } from '../../../shared/domain/timeOfDay.ts';
import type { Desk } from '../../../shared/domain/ticket.ts';
import type { Store } from '../../usecases/store.ts';
import { readCatalogue } from '../catalogue.ts';

/** What the invented days of an office are made of: its fields and procedures, who sits where, and when it is open. */

/** Officers who know their work need less than the catalogue's figure. */
const pace = 0.72;
/** Walking to the desk, and the officer's time between two visitors. */
const overheadMs: Millis = 70_000;

export type FieldProfile = {
  readonly id: FieldId;
  readonly code: string;
  readonly service: LogNormal;
  /** How many come in an hour of work of the whole office when every desk is busy without a break. */
  readonly perHour: number;
  readonly procedures: readonly { readonly key: string; readonly weight: number }[];
};

export type DeskProfile = Desk & {
  readonly fieldIds: readonly FieldId[];
  /** ln of how much slower than the average the officer is. */
  readonly slowness: number;
};

export type Profile = {
  readonly timeZone: string;
  readonly fields: readonly FieldProfile[];
  readonly desks: readonly DeskProfile[];
  /** Monday first. */
  readonly week: readonly (readonly Span[])[];
  readonly specialDays: Hours['specialDays'];
  readonly priorityCodes: readonly string[];
  readonly reasonCodes: readonly string[];
};

/** The catalogue's week, for an office that has set none and so is always open. */
function catalogueWeek(): Span[][] {
  const { openingHours } = readCatalogue().settings;
  return Array.from({ length: 7 }, (_, index) =>
    (openingHours.find(({ days }) => days.includes(index + 1))?.spans ?? []).map(([from, to]) => ({
      fromMinute: minuteOf(from),
      toMinute: minuteOf(to),
    })),
  );
}

/** Shares each desk's hour between its fields by how much their procedures are asked for. */
function arrivalsPerHour(
  desks: readonly DeskProfile[],
  demand: ReadonlyMap<FieldId, number>,
  serviceMs: ReadonlyMap<FieldId, Millis>,
): Map<FieldId, number> {
  const found = new Map<FieldId, number>();
  for (const { fieldIds } of desks) {
    const total = fieldIds.reduce((sum, id) => sum + (demand.get(id) ?? 0), 0);
    for (const id of fieldIds) {
      const workedMs = (3_600_000 * (demand.get(id) ?? 0)) / total;
      found.set(id, (found.get(id) ?? 0) + workedMs / ((serviceMs.get(id) ?? 0) + overheadMs));
    }
  }
  return found;
}

/**
 * Reads what the days of an office are made of.
 * @param officers who sits at the counters, in the order of their numbers; counters without one stay closed.
 * @throws if procedures ask for a field that the office does not have.
 */
export function profileOf(store: Store, officers: readonly Desk['officerId'][]): Profile {
  const { office } = store;
  const catalogue = new Map(
    readCatalogue()
      .fields.flatMap(({ procedures }) => procedures)
      .map(({ key, demandWeight }) => [key, demandWeight]),
  );
  const weighed = office.procedures().map((one) => ({ ...one, weight: catalogue.get(one.key) ?? 1 }));
  const fields = office.fields();
  const serviceMs = new Map(fields.map((field) => [field.id, field.serviceMs * pace]));
  const demand = new Map(
    fields.map(({ id }) => {
      const weights = weighed.filter(({ fieldId }) => fieldId === id).map(({ weight }) => weight);
      return [id, weights.reduce((sum, weight) => sum + weight, 1)];
    }),
  );
  const desks = office.counters().flatMap(({ id: counterId, fieldIds }, index): DeskProfile[] => {
    const officerId = officers[index];
    if (officerId === undefined || fieldIds.length === 0) return [];
    // Between 15 % faster and 15 % slower, the same for the same seat.
    return [{ counterId, officerId, fieldIds, slowness: 0.15 * Math.sin(index * 2.4) }];
  });
  const perHour = arrivalsPerHour(desks, demand, serviceMs);
  const hours = office.hours();
  return {
    timeZone: office.office().timeZone,
    fields: fields
      .filter(({ id }) => perHour.has(id))
      .map(({ id, code }) => ({
        id,
        code,
        service: logNormal({ meanMs: serviceMs.get(id) ?? overheadMs, spread: 0.6 }),
        perHour: perHour.get(id) ?? 0,
        procedures: weighed.filter(({ fieldId }) => fieldId === id),
      })),
    desks,
    week: hours.week ?? catalogueWeek(),
    specialDays: hours.specialDays,
    priorityCodes: office.priorityClasses().map(({ code }) => code),
    reasonCodes: store.ratings.reasons().map(({ code }) => code),
  };
}
