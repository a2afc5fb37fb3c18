import type { DossierCounts, Report } from '../../shared/contract/requests/report.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { BusinessDay, Millis } from '../../shared/domain/ids.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import type { Bilingual, Procedure } from '../usecases/records.ts';
import type { DossierFacts } from '../usecases/reportStore.ts';

/** Moments of a report: from the first to before the second; `now` by which open dossiers are late. */
export type DossierSpan = {
  readonly from: Millis;
  readonly until: Millis;
  readonly now: Millis;
  readonly timeZone: string;
  readonly midnightBefore: (at: Millis) => Millis;
};
type Conclusion = 'early' | 'onTime' | 'late' | 'noLimit';

/** The moments of a report on dossiers, and midnights, each worked out once: a year has thousands that are due at few. */
export function dossierSpan(moments: Omit<DossierSpan, 'midnightBefore'>): DossierSpan {
  const { timeZone } = moments;
  const known = new Map<Millis, Millis>();
  return {
    ...moments,
    midnightBefore: (at) => {
      const midnight = known.get(at) ?? momentOf(businessDayOf(at, timeZone), 0, timeZone);
      known.set(at, midnight);
      return midnight;
    },
  };
}

/** Early is on a day before the one on which it is due. */
function conclusionOf(dueAt: Millis | null, at: Millis, midnightBefore: (at: Millis) => Millis): Conclusion {
  if (dueAt === null) return 'noLimit';
  if (at > dueAt) return 'late';
  return at < midnightBefore(dueAt) ? 'early' : 'onTime';
}

const none: DossierCounts = {
  received: 0,
  early: 0,
  onTime: 0,
  late: 0,
  noLimit: 0,
  refused: 0,
  openInTime: 0,
  openLate: 0,
  supplement: 0,
};

/** What was received in a span of time and what was concluded in it, and what of the first is still open now. */
export function dossierCounts(
  dossiers: readonly DossierFacts[],
  { from, until, now, midnightBefore }: DossierSpan,
): DossierCounts {
  const counts = { ...none };
  const isWithin = (at: Millis): boolean => at >= from && at < until;
  for (const { receivedAt, dueAt, concludedAt, state } of dossiers) {
    if (concludedAt !== null && isWithin(concludedAt)) {
      counts[conclusionOf(dueAt, concludedAt, midnightBefore)] += 1;
      if (state === 'refused') counts.refused += 1;
    }
    if (!isWithin(receivedAt)) continue;
    counts.received += 1;
    if (state === 'supplement') counts.supplement += 1;
    else if (state === 'received') counts[dueAt !== null && dueAt < now ? 'openLate' : 'openInTime'] += 1;
  }
  return counts;
}

/** Dossiers by a step of time: how many were received in each, concluded, and of these late. */
export function dossierTrend(
  dossiers: readonly DossierFacts[],
  starts: readonly BusinessDay[],
  { from, until, timeZone }: DossierSpan,
): Report['dossiers']['trend'] {
  const moments = starts.map((start) => momentOf(start, 0, timeZone));
  const points = starts.map((start) => ({ from: start, received: 0, concluded: 0, late: 0 }));
  const pointAt = (at: Millis | null) =>
    at === null || at < from || at >= until
      ? undefined
      : points[moments.findLastIndex((start) => start <= at)];
  for (const { receivedAt, dueAt, concludedAt } of dossiers) {
    const [received, concluded] = [pointAt(receivedAt), pointAt(concludedAt)];
    if (received !== undefined) received.received += 1;
    if (concluded === undefined) continue;
    concluded.concluded += 1;
    if (dueAt !== null && concludedAt !== null && concludedAt > dueAt) concluded.late += 1;
  }
  return points;
}

/** The key of dossiers whose procedure is no longer there. */
const unknownField = 'none';

type Groups = Pick<Report['dossiers'], 'field' | 'procedure'>;

/** The same by procedure, most received first, and by the field of the procedure, in the office's order. */
export function dossierGroups(
  dossiers: readonly DossierFacts[],
  span: DossierSpan,
  procedures: readonly Procedure[],
  fields: ReadonlyMap<string, Bilingual>,
): Groups {
  const known = new Map(procedures.map((procedure) => [procedure.key, procedure]));
  const byProcedure = Map.groupBy(dossiers, ({ procedureKey }) => procedureKey);
  const byField = Map.groupBy(dossiers, ({ procedureKey }) =>
    String(known.get(procedureKey)?.fieldId ?? unknownField),
  );
  const fieldKeys = [...fields.keys(), unknownField].filter((key) => byField.has(key));
  return {
    field: fieldKeys.map((key) => ({
      key,
      name: fields.get(key) ?? null,
      counts: dossierCounts(byField.get(key) ?? [], span),
    })),
    procedure: [...byProcedure]
      .map(([key, those]) => ({
        key,
        name: known.get(key)?.name ?? { vi: key, en: key },
        counts: dossierCounts(those, span),
      }))
      .sort((one, other) => other.counts.received - one.counts.received || (one.key < other.key ? -1 : 1)),
  };
}
