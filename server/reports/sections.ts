import type { Group, Report } from '../../shared/contract/requests/report.ts';
import { factors } from '../../shared/contract/requests/report.ts';
import { weekdayOf } from '../../shared/domain/calendar.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import type { Bilingual, Procedure, RecognitionOutcome } from '../usecases/records.ts';
import type { ProcedureCount, ReasonCount, VisitFacts } from '../usecases/reportStore.ts';
import { figuresOf, meanWait } from './figures.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/**
 * Visits by weekday and hour of the number, as the clocks of the zone show them. On the day on which clocks change, by
 * the hours since its midnight.
 */
export function hoursOf(visits: readonly VisitFacts[], timeZone: string): Report['hours'] {
  const midnights = new Map<BusinessDay, { readonly at: number; readonly weekday: number }>();
  const dayOf = (day: BusinessDay) => {
    const known = midnights.get(day) ?? { at: momentOf(day, 0, timeZone), weekday: weekdayOf(day) };
    midnights.set(day, known);
    return known;
  };
  const cells = Map.groupBy(visits, ({ day, issuedAt }) => {
    const { at, weekday } = dayOf(day);
    return weekday * 24 + Math.min(23, Math.floor((issuedAt - at) / hourMs));
  });
  return [...cells]
    .sort(([one], [other]) => one - other)
    .map(([cell, those]) => ({
      weekday: Math.floor(cell / 24),
      hour: cell % 24,
      issued: those.length,
      waitMeanMs: meanWait(those),
    }));
}

const waitEdges = [0, 5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 90, 120];

/** How many waited how long. */
export function waitsOf(visits: readonly VisitFacts[]): Report['waits'] {
  const bins = waitEdges.map((minutes, i) => ({
    minutes,
    below: waitEdges[i + 1] ?? null,
    count: 0,
  }));
  for (const { waitMs } of visits) {
    if (waitMs === null) continue;
    const bin = bins.findLast(({ minutes }) => waitMs >= minutes * minuteMs);
    if (bin !== undefined) bin.count += 1;
  }
  return bins;
}

/** The key of visits that belong to no group. */
const none = 'none';

/**
 * Visits by something they have, in the order of `names`, then what has no name there, then those without any.
 * @param names of the groups by key; also groups without a visit are listed.
 */
export function groupsOf(
  visits: readonly VisitFacts[],
  keyOf: (visit: VisitFacts) => string | number | null,
  names: ReadonlyMap<string, Bilingual | null>,
): Group[] {
  // By the keys themselves first: a year of them made into texts one by one would take longer than all the counting.
  const found = new Map([...Map.groupBy(visits, keyOf)].map(([key, those]) => [String(key ?? none), those]));
  const others = [...found.keys()].filter((key) => !names.has(key) && key !== none);
  const keys = [...names.keys(), ...others, ...(found.has(none) ? [none] : [])];
  return keys.map((key) => ({
    key,
    name: names.get(key) ?? null,
    figures: figuresOf(found.get(key) ?? []),
  }));
}

/** Procedures by how often they were recorded, most first. What is no longer in the list is called by its key. */
export function proceduresOf(
  counts: readonly ProcedureCount[],
  procedures: readonly Procedure[],
  fields: ReadonlyMap<string, Bilingual | null>,
): Report['procedures'] {
  const known = new Map(procedures.map((procedure) => [procedure.key, procedure]));
  const rows = [...Map.groupBy(counts, ({ key }) => key)].map(([key, results]) => {
    const count = (result?: ProcedureCount['result']): number =>
      results
        .filter((one) => result === undefined || one.result === result)
        .reduce((sum, one) => sum + one.count, 0);
    const procedure = known.get(key);
    return {
      key,
      name: procedure?.name ?? { vi: key, en: key },
      field: fields.get(String(procedure?.fieldId)) ?? { vi: '', en: '' },
      count: count(),
      supplement: count('supplement'),
      refused: count('refused'),
    };
  });
  return rows.sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

/** Which factor of SIPAS each of the catalogue's reasons finds fault with. */
const factorOf: Readonly<Record<string, (typeof factors)[number]>> = {
  INFO: 'access',
  FACILITY: 'access',
  ONLINE: 'access',
  TIME: 'procedure',
  VISITS: 'procedure',
  COST: 'procedure',
  ATTITUDE: 'staff',
  EXPERTISE: 'result',
  COMPLAINT: 'feedback',
};

/** What visitors thought, and why they were not satisfied. */
export function satisfactionOf(
  visits: readonly VisitFacts[],
  reasons: readonly ReasonCount[],
  names: readonly { readonly code: string; readonly name: Bilingual }[],
): Report['satisfaction'] {
  const sumWhere = (holds: (codes: readonly string[]) => boolean): number =>
    reasons.filter(({ codes }) => holds(codes)).reduce((sum, { count }) => sum + count, 0);
  return {
    asked: visits.filter(({ level }) => level !== null).length,
    levels: [1, 2, 3, 4].map((level) => visits.filter((visit) => visit.level === level).length),
    reasons: names
      .map(({ code, name }) => ({ code, name, count: sumWhere((codes) => codes.includes(code)) }))
      .sort((one, other) => other.count - one.count),
    faults: factors.map((factor) => ({
      factor,
      count: sumWhere((codes) => codes.some((code) => factorOf[code] === factor)),
    })),
  };
}

/** What the cameras made of people. */
export function recognitionOf(outcomes: ReadonlyMap<RecognitionOutcome, number>): Report['recognition'] {
  const count = (outcome: RecognitionOutcome): number => outcomes.get(outcome) ?? 0;
  return {
    recognised: count('recognised'),
    unsure: count('unsure'),
    unknown: count('unknown'),
    answered: count('answered'),
    wrongAnswer: count('wrongAnswer'),
    denied: count('denied'),
    enrolled: count('enrolled'),
    suspected: count('replay') + count('noTurn'),
  };
}
