import type { Figures } from '../../shared/contract/requests/report.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { VisitFacts } from '../usecases/reportStore.ts';

/** Nobody should wait longer for the first call. */
export const waitTargetMs: Millis = 30 * 60_000;
const satisfiedFrom = 3;

const meanOf = (values: ArrayLike<number>): number | null => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return values.length === 0 ? null : Math.round(sum / values.length);
};

/** The smallest value that at least this share of the values (in order) do not exceed; null if there are none. */
const quantile = (ordered: ArrayLike<number>, share: number): number | null =>
  ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? null;

/** As 64-bit numbers, which sort themselves without being asked two by two. */
const inOrder = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

/** The times and answers of visits, each list only of those that have one; waits and services in order. */
function measuresOf(visits: readonly VisitFacts[]) {
  const waits: number[] = [];
  const walks: number[] = [];
  const services: number[] = [];
  const parked: number[] = [];
  const levels: number[] = [];
  // In one loop, since it runs over a year of visits.
  for (const { waitMs, walkMs, serviceMs, parkedMs, level, ending } of visits) {
    if (waitMs !== null) waits.push(waitMs);
    if (walkMs !== null) walks.push(walkMs);
    // Of whole services: who was sent home half-way says nothing about how long they take.
    if (serviceMs !== null && ending === 'served') services.push(serviceMs);
    if (parkedMs !== null) parked.push(parkedMs);
    if (level !== null && level > 0) levels.push(level);
  }
  return { waits: inOrder(waits), walks, services: inOrder(services), parked, levels };
}

/** Counts and times of a set of visits. */
export function figuresOf(visits: readonly VisitFacts[]): Figures {
  const endings = { served: 0, noShow: 0, withdrawn: 0, cancelled: 0, unfinished: 0, open: 0 };
  for (const { ending } of visits) endings[ending] += 1;
  const { waits, walks, services, parked, levels } = measuresOf(visits);
  return {
    issued: visits.length,
    ...endings,
    called: waits.length,
    withinTarget: waits.filter((wait) => wait <= waitTargetMs).length,
    waitMeanMs: meanOf(waits),
    waitMedianMs: quantile(waits, 0.5),
    waitP90Ms: quantile(waits, 0.9),
    walkMeanMs: meanOf(walks),
    serviceMeanMs: meanOf(services),
    serviceMedianMs: quantile(services, 0.5),
    parked: parked.length,
    parkedMeanMs: meanOf(parked),
    rated: levels.length,
    satisfied: levels.filter((level) => level >= satisfiedFrom).length,
  };
}

/** The mean wait of those who were called; null if nobody was. */
export function meanWait(visits: readonly VisitFacts[]): Millis | null {
  const waits: number[] = [];
  for (const { waitMs } of visits) if (waitMs !== null) waits.push(waitMs);
  return meanOf(waits);
}
