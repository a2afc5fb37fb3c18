import type { FieldId, Millis, OfficerId } from '../ids.ts';
import type { MeasuredService } from './services.ts';
import type { Belief } from './state.ts';

/** How many measured services the catalogue's figure is worth. */
export const priorWeight = 10;
/** How much services differ until that was measured: ln(1 + spread²) of a spread of 0.6. */
export const usualVariance = Math.log(1.36);
/** After so long within the day a service counts half for today's pace. */
const paceHalfLifeMs = 90 * 60_000;
/** How much officers, the days of the office and those of one field are taken to differ before that was seen. */
const officerVariance = 0.25 ** 2;
const paceVariance = 0.1 ** 2;
const fieldPaceVariance = 0.1 ** 2;
/** Officers that the prior of their difference counts as. */
const officersKnown = 4;
const rounds = 12;

/** One group of like services: how much they weigh and how long they took on average, as a logarithm. */
export type Group = {
  readonly fieldId: FieldId;
  readonly officerId: OfficerId;
  readonly weight: number;
  readonly mean: number;
};

/** Weighted sums by key. */
export class Sums<Key> {
  readonly #sums = new Map<Key, { weight: number; total: number }>();
  add(key: Key, weight: number, total: number): void {
    const sum = this.#sums.get(key);
    if (sum === undefined) this.#sums.set(key, { weight, total });
    else {
      sum.weight += weight;
      sum.total += total;
    }
  }
  of(key: Key): { readonly weight: number; readonly total: number } {
    return this.#sums.get(key) ?? { weight: 0, total: 0 };
  }
  keys(): Key[] {
    return [...this.#sums.keys()];
  }
}

export type Fit = {
  readonly fields: Map<FieldId, Belief>;
  readonly officers: Map<OfficerId, Belief>;
  readonly officerVariance: number;
};

/** A field's prior: the logarithm's mean and the variance of services. */
type Prior = { readonly mean: number; readonly variance: number };

function fitFields(
  priors: ReadonlyMap<FieldId, Prior>,
  groups: readonly Group[],
  officers: ReadonlyMap<OfficerId, Belief>,
): Map<FieldId, Belief> {
  const sums = new Sums<FieldId>();
  for (const { fieldId, officerId, weight, mean } of groups)
    sums.add(fieldId, weight, weight * (mean - (officers.get(officerId)?.mean ?? 0)));
  return new Map(
    [...priors].map(([field, prior]) => {
      const { weight, total } = sums.of(field);
      const known = priorWeight + weight;
      return [
        field,
        {
          mean: (priorWeight * prior.mean + total) / known,
          uncertainty: Math.sqrt(prior.variance / known),
        },
      ];
    }),
  );
}

function fitOfficers(
  priors: ReadonlyMap<FieldId, Prior>,
  groups: readonly Group[],
  fields: ReadonlyMap<FieldId, Belief>,
  between: number,
): Map<OfficerId, Belief> {
  const sums = new Sums<OfficerId>();
  for (const { fieldId, officerId, weight, mean } of groups) {
    const precision = weight / (priors.get(fieldId)?.variance ?? usualVariance);
    sums.add(officerId, precision, precision * (mean - (fields.get(fieldId)?.mean ?? mean)));
  }
  return new Map(
    sums.keys().map((officer) => {
      const { weight, total } = sums.of(officer);
      const known = 1 / between + weight;
      return [officer, { mean: total / known, uncertainty: Math.sqrt(1 / known) }];
    }),
  );
}

/**
 * What all officers have in common, which is no slowness of theirs but the fields'. Measured times alone cannot tell
 * the two apart, and by turns it would take hundreds of rounds.
 */
function inCommon(officers: ReadonlyMap<OfficerId, Belief>): number {
  let sum = 0;
  let known = 0;
  for (const { mean, uncertainty } of officers.values()) {
    sum += mean / uncertainty ** 2;
    known += 1 / uncertainty ** 2;
  }
  return known === 0 ? 0 : sum / known;
}

const moved = <Key>(beliefs: ReadonlyMap<Key, Belief>, by: number): Map<Key, Belief> =>
  new Map([...beliefs].map(([key, { mean, uncertainty }]) => [key, { mean: mean + by, uncertainty }]));

/**
 * Tells fields from officers: ln(ms) = field + officer + chance, both with normal priors, by turns until they settle
 * (the posterior mode of the two-way random-effects model; how much officers differ is learned with it).
 */
export function fit(
  priorMs: ReadonlyMap<FieldId, Millis>,
  variance: ReadonlyMap<FieldId, number>,
  groups: readonly Group[],
): Fit {
  const priors = new Map(
    [...priorMs].map(([field, ms]): [FieldId, Prior] => {
      const its = variance.get(field) ?? usualVariance;
      return [field, { mean: Math.log(ms) - its / 2, variance: its }];
    }),
  );
  let officers = new Map<OfficerId, Belief>();
  let fields = fitFields(priors, groups, officers);
  let between = officerVariance;
  for (let round = 0; round < rounds; round++) {
    fields = fitFields(priors, groups, officers);
    officers = fitOfficers(priors, groups, fields, between);
    const common = inCommon(officers);
    fields = moved(fields, common);
    officers = moved(officers, -common);
    const squares = [...officers.values()].reduce(
      (sum, { mean, uncertainty }) => sum + mean ** 2 + uncertainty ** 2,
      officersKnown * officerVariance,
    );
    between = squares / (officersKnown + officers.size);
  }
  return { fields, officers, officerVariance: between };
}

/** How today differs so far, in the office and in each field; the latest services count most. */
export function paceOf(
  { fields, officers }: Fit,
  variance: ReadonlyMap<FieldId, number>,
  today: readonly MeasuredService[],
  now: Millis,
): { readonly office: Belief; readonly fields: ReadonlyMap<FieldId, Belief> } {
  const late = today.map(({ fieldId, officerId, endedAt, ms }) => ({
    fieldId,
    precision: 2 ** (Math.min(0, endedAt - now) / paceHalfLifeMs) / (variance.get(fieldId) ?? usualVariance),
    rest: Math.log(ms) - (fields.get(fieldId)?.mean ?? Math.log(ms)) - (officers.get(officerId)?.mean ?? 0),
  }));
  const ofOffice = late.reduce((sum, { precision }) => sum + precision, 1 / paceVariance);
  const office = late.reduce((sum, { precision, rest }) => sum + precision * rest, 0) / ofOffice;
  const ofFields = new Sums<FieldId>();
  for (const { fieldId, precision, rest } of late)
    ofFields.add(fieldId, precision, precision * (rest - office));
  return {
    office: { mean: office, uncertainty: Math.sqrt(1 / ofOffice) },
    fields: new Map(
      [...fields.keys()].map((field) => {
        const { weight, total } = ofFields.of(field);
        const known = 1 / fieldPaceVariance + weight;
        return [field, { mean: total / known, uncertainty: Math.sqrt(1 / known) }];
      }),
    ),
  };
}
