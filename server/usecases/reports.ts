import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput } from '../../shared/contract/requests.ts';
import type { Group, Report, reportRequests } from '../../shared/contract/requests/report.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import type { Range } from '../reports/days.ts';
import { isRange, rangeBefore, stepOf, stepStarts, trendOf } from '../reports/days.ts';
import type { DossierSpan } from '../reports/dossiers.ts';
import { dossierCounts, dossierGroups, dossierSpan, dossierTrend } from '../reports/dossiers.ts';
import { figuresOf, waitTargetMs } from '../reports/figures.ts';
import {
  groupsOf,
  hoursOf,
  proceduresOf,
  recognitionOf,
  satisfactionOf,
  waitsOf,
} from '../reports/sections.ts';
import type { Context } from './ports.ts';
import type { Bilingual } from './records.ts';
import type { Named, ReportStore, VisitFacts } from './reportStore.ts';
import type { UseCases } from './table.ts';
import { endOfDay } from '../../shared/domain/timeOfDay.ts';

type Names = ReturnType<ReportStore['names']>;

/** Who is listed: those there are, and those there were who have something to count. */
function listed(
  names: readonly Named[],
  visits: readonly VisitFacts[],
  keyOf: (visit: VisitFacts) => string | number | null,
): ReadonlyMap<string, Bilingual> {
  const met = new Set(visits.map((visit) => String(keyOf(visit))));
  return new Map(
    names.filter(({ key, isOver }) => !isOver || met.has(key)).map(({ key, name }) => [key, name]),
  );
}

/** The key of visits of no priority class. */
const normal = 'normal';

function groups(visits: readonly VisitFacts[], names: Names): Report['groups'] {
  const by = (what: keyof Names, keyOf: (visit: VisitFacts) => number | null): Group[] =>
    groupsOf(visits, keyOf, listed(names[what], visits, keyOf));
  const classes = new Map([...listed(names.priority, visits, ({ priority }) => priority), [normal, null]]);
  return {
    field: by('field', ({ fieldId }) => fieldId),
    counter: by('counter', ({ counterId }) => counterId),
    officer: by('officer', ({ officerId }) => officerId).filter(({ figures }) => figures.issued > 0),
    channel: groupsOf(visits, ({ channel }) => channel, new Map()),
    priority: groupsOf(visits, ({ priority }) => priority ?? normal, classes),
  };
}

/** What was received and what was concluded in a range, beside the one before. */
function dossierReport(
  { store, now }: Pick<Context, 'store' | 'now'>,
  range: Range,
  before: Range,
): Report['dossiers'] {
  const { timeZone } = store.office.office();
  const spanOf = ({ from, to }: Range): DossierSpan =>
    dossierSpan({
      from: momentOf(from, 0, timeZone),
      until: momentOf(to, endOfDay, timeZone),
      now: now(),
      timeZone,
    });
  const [span, earlier] = [spanOf(range), spanOf(before)];
  const dossiers = store.reports.dossiers(span.from, span.until);
  const fields = new Map(store.reports.names().field.map(({ key, name }) => [key, name]));
  return {
    counts: dossierCounts(dossiers, span),
    before: dossierCounts(store.reports.dossiers(earlier.from, earlier.until), earlier),
    trend: dossierTrend(dossiers, stepStarts(range, stepOf(range)), span),
    ...dossierGroups(dossiers, span, store.office.everyProcedure(), fields),
  };
}

/** The office in figures, of some days and beside the same period before. */
export function readReport(
  context: Context,
  { from, to }: Pick<ParsedInput<'report:read'>, 'from' | 'to'>,
): Result<Report, Refused> {
  const { reports, office, ratings } = context.store;
  const range = { from, to };
  if (!isRange(range)) return err(refuse('badRange'));
  const { timeZone } = office.office();
  const visits = reports.visits(from, to);
  const before = rangeBefore(range);
  const earlier = reports.visits(before.from, before.to);
  const step = stepOf(range);
  const names = reports.names();
  const fields = new Map(names.field.map(({ key, name }) => [key, name]));
  const moments = [momentOf(from, 0, timeZone), momentOf(to, endOfDay, timeZone)] as const;
  return ok({
    from,
    to,
    before: { ...before, figures: figuresOf(earlier) },
    waitTargetMs,
    figures: figuresOf(visits),
    trend: { step, now: trendOf(visits, range, step), before: trendOf(earlier, before, step) },
    hours: hoursOf(visits, timeZone),
    waits: waitsOf(visits),
    groups: groups(visits, names),
    procedures: proceduresOf(reports.procedures(...moments), office.everyProcedure(), fields),
    dossiers: dossierReport(context, range, before),
    satisfaction: satisfactionOf(visits, reports.reasons(from, to), ratings.reasons()),
    recognition: recognitionOf(reports.recognitions(...moments)),
  });
}

/** Every request for figures. */
export const reportUseCases: UseCases<keyof typeof reportRequests> = { 'report:read': readReport };
