import type { CounterId, FieldId, Millis, OfficerId } from '../../../shared/domain/ids.ts';
import type { Draws } from '../../../shared/domain/random.ts';
import { draws } from '../../../shared/domain/random.ts';

/** The office whose days are simulated: eight fields, eight counters with the fields they serve, an officer at each. */

export const minute: Millis = 60_000;
export const hour: Millis = 60 * minute;
export const opens = 8 * hour;
/** No numbers are given after this; officers stay until nobody waits. */
export const lastTicket = 16.5 * hour;

/** The catalogue's minutes, which the estimator starts from, and how many desks' worth of work comes for each field. */
const catalogue = [
  { minutes: 8, desks: 1.9 },
  { minutes: 16, desks: 1.0 },
  { minutes: 28, desks: 0.7 },
  { minutes: 22, desks: 0.9 },
  { minutes: 19, desks: 0.9 },
  { minutes: 18, desks: 0.8 },
  { minutes: 14, desks: 0.8 },
  { minutes: 6, desks: 0.8 },
] as const;
const skills = [[8, 1], [1], [1, 2], [2, 7], [3, 4], [3, 4, 5], [5, 6], [6, 7, 8]] as const;

/** Share of a day's visitors by hour from 8 o'clock on. */
const byHour = [1.5, 1.7, 1.3, 0.7, 0.4, 1, 1.2, 0.9, 0.4] as const;
/** What a desk works in a day, without lunch and small breaks. */
const workedMs = 7 * hour;
/** Walking to the desk, and the officer's time between two visitors. */
const overheadMs = 70_000;

/**
 * Services are no smooth log-normal: some visitors are sent home for a paper, some have a case for an hour. Each oddity
 * is `share` of the services and changes the logarithm by `shift`.
 */
const kinds = [
  { share: 0.1, shift: Math.log(0.35) },
  { share: 0.07, shift: Math.log(2.2) },
] as const;
const oddMean = kinds.reduce((sum, { share, shift }) => sum + share * shift, 0);
export const oddities = {
  kinds,
  mean: oddMean,
  variance: kinds.reduce((sum, { share, shift }) => sum + share * shift ** 2, -(oddMean ** 2)),
};

export type TrueField = {
  readonly id: FieldId;
  readonly catalogueMs: Millis;
  /** ln of the median service and how much services differ. */
  readonly median: number;
  readonly deviation: number;
  /** Expected numbers in each hour at full load. */
  readonly perHour: readonly number[];
};
export type TrueDesk = {
  readonly counterId: CounterId;
  readonly officerId: OfficerId;
  readonly fieldIds: readonly FieldId[];
  /** ln of the officer's pace, and of the pace in each field beside it. */
  readonly pace: number;
  readonly paceIn: ReadonlyMap<FieldId, number>;
  readonly lunch: { readonly from: Millis; readonly until: Millis };
};
export type TrueOffice = { readonly fields: readonly TrueField[]; readonly desks: readonly TrueDesk[] };

function trueField(index: number, random: Draws): TrueField {
  const { minutes, desks } = catalogue[index] ?? catalogue[0];
  const mean = minutes * minute * Math.exp(0.2 * random.normal());
  const deviation = 0.3 + 0.3 * random.uniform();
  const perDay = (desks * workedMs) / (mean + overheadMs);
  const total = byHour.reduce((sum, share) => sum + share, 0);
  return {
    id: (index + 1) as FieldId,
    catalogueMs: minutes * minute,
    median: Math.log(mean) - (deviation ** 2 + oddities.variance) / 2 - oddities.mean,
    deviation,
    perHour: byHour.map((share) => (perDay * share) / total),
  };
}

/** An office of its own for each seed: other true service times, other officers. */
export function trueOffice(seed: number): TrueOffice {
  const random = draws(seed);
  const fields = catalogue.map((_, index) => trueField(index, random));
  const desks = skills.map((served, index): TrueDesk => {
    const fieldIds = served.map((id) => id as FieldId);
    // Two shifts, so that each field has somebody over noon.
    const from = (index % 2 === 0 ? 11.25 : 12) * hour;
    return {
      counterId: (index + 1) as CounterId,
      officerId: (index + 1) as OfficerId,
      fieldIds,
      pace: 0.25 * random.normal(),
      paceIn: new Map(fieldIds.map((id) => [id, 0.08 * random.normal()])),
      lunch: { from, until: from + 45 * minute },
    };
  });
  return { fields, desks };
}
