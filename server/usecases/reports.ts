import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput } from '../../shared/contract/requests.ts';
import type { Report, reportRequests } from '../../shared/contract/requests/report.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import { isRange, rangeBefore, stepOf, trendOf } from '../reports/days.ts';
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
import type { VisitFacts } from './reportStore.ts';
import type { UseCases } from './table.ts';

type Names = ReadonlyMap<string, Bilingual>;

/** What the groups of a report are called. */
function namesOf({ store }: Context): Record<'field' | 'counter' | 'officer', Names> {
  const { office, officers } = store;
  return {
    field: new Map(office.fields().map(({ id, name }) => [String(id), name])),
    counter: new Map(office.counters().map(({ id, name }) => [String(id), name])),
    officer: new Map(officers.all().map(({ id, name }) => [String(id), { vi: name, en: name }])),
  };
}

function groups(visits: readonly VisitFacts[], names: ReturnType<typeof namesOf>): Report['groups'] {
  // Officers and ways of taking a number are listed where there was something to count.
  const met = new Set(visits.map(({ officerId }) => String(officerId)));
  const officers = new Map([...names.officer].filter(([key]) => met.has(key)));
  return {
    field: groupsOf(visits, ({ fieldId }) => fieldId, names.field),
    counter: groupsOf(visits, ({ counterId }) => counterId, names.counter),
    officer: groupsOf(visits, ({ officerId }) => officerId, officers),
    channel: groupsOf(visits, ({ channel }) => channel, new Map()),
  };
}

/** The office in figures, of some days and beside the same period before. */
function readReport(context: Context, { from, to }: ParsedInput<'report:read'>): Result<Report, Refused> {
  const { reports, office, ratings } = context.store;
  const range = { from, to };
  if (!isRange(range)) return err(refuse('badRange'));
  const { timeZone } = office.office();
  const visits = reports.visits(from, to);
  const before = rangeBefore(range);
  const earlier = reports.visits(before.from, before.to);
  const step = stepOf(range);
  const names = namesOf(context);
  const moments = [momentOf(from, 0, timeZone), momentOf(to, 1440, timeZone)] as const;
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
    procedures: proceduresOf(reports.procedures(...moments), office.procedures(), names.field),
    satisfaction: satisfactionOf(visits, reports.reasons(from, to), ratings.reasons()),
    recognition: recognitionOf(reports.recognitions(...moments)),
  });
}

/** Every request for figures. */
export const reportUseCases: UseCases<keyof typeof reportRequests> = { 'report:read': readReport };
