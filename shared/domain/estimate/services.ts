import type { FieldId, Millis, OfficerId } from '../ids.ts';
import type { Group } from './fit.ts';
import { fit, paceOf, priorWeight, Sums, usualVariance } from './fit.ts';
import type { ServiceBelief } from './state.ts';

/** Finished services of one field by one officer on one day before today, as sums over ln(ms). */
export type ServiceTally = {
  readonly fieldId: FieldId;
  readonly officerId: OfficerId;
  /** 1 is yesterday. */
  readonly daysAgo: number;
  readonly count: number;
  readonly sumLog: number;
  readonly sumLogSquares: number;
};

/** A service finished today. */
export type MeasuredService = {
  readonly fieldId: FieldId;
  readonly officerId: OfficerId;
  readonly endedAt: Millis;
  readonly ms: Millis;
};

/** After so many days a service counts half. */
const halfLifeDays = 14;

const weightOfDay = (daysAgo: number): number => 2 ** (-daysAgo / halfLifeDays);

/** How much services of each field differ from one another, seen within groups of one officer and one day. */
function variances(fields: Iterable<FieldId>, tallies: readonly ServiceTally[]): Map<FieldId, number> {
  const sums = new Sums<FieldId>();
  for (const { fieldId, daysAgo, count, sumLog, sumLogSquares } of tallies) {
    const weight = weightOfDay(daysAgo);
    sums.add(fieldId, weight * (count - 1), weight * Math.max(0, sumLogSquares - sumLog ** 2 / count));
  }
  return new Map(
    [...fields].map((field) => {
      const { weight, total } = sums.of(field);
      return [field, (priorWeight * usualVariance + total) / (priorWeight + weight)];
    }),
  );
}

function groupsOf(tallies: readonly ServiceTally[], today: readonly MeasuredService[]): Group[] {
  return [
    ...tallies.map(({ fieldId, officerId, daysAgo, count, sumLog }) => ({
      fieldId,
      officerId,
      weight: count * weightOfDay(daysAgo),
      mean: sumLog / count,
    })),
    ...today.map(({ fieldId, officerId, ms }) => ({ fieldId, officerId, weight: 1, mean: Math.log(ms) })),
  ];
}

/**
 * What is known of how long services take, from the catalogue's figures and what was measured.
 * @param priors the catalogue's mean of each field in ms, worth ten measured services.
 * @param tallies of days before today; recent ones count more. Each `count` ≥ 1.
 * @param today services finished today, each `ms` > 0.
 */
export function learnServices(
  priors: ReadonlyMap<FieldId, Millis>,
  tallies: readonly ServiceTally[],
  today: readonly MeasuredService[],
  now: Millis,
): ServiceBelief {
  const variance = variances(priors.keys(), tallies);
  const fitted = fit(priors, variance, groupsOf(tallies, today));
  const pace = paceOf(fitted, variance, today, now);
  return {
    fields: new Map(
      [...fitted.fields].map(([field, { mean, uncertainty }]) => {
        const todays = pace.fields.get(field) ?? { mean: 0, uncertainty: 0 };
        return [
          field,
          {
            mean: mean + todays.mean,
            uncertainty: Math.hypot(uncertainty, todays.uncertainty),
            deviation: Math.sqrt(variance.get(field) ?? usualVariance),
          },
        ];
      }),
    ),
    officers: fitted.officers,
    newOfficer: { mean: 0, uncertainty: Math.sqrt(fitted.officerVariance) },
    pace: pace.office,
  };
}
