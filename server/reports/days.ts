import type { Report, TrendPoint } from '../../shared/contract/requests/report.ts';
import { daysAfter, weekdayOf } from '../../shared/domain/calendar.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import type { VisitFacts } from '../usecases/reportStore.ts';
import { meanWait } from './figures.ts';

/** The first and the last of some days. */
export type Range = { readonly from: BusinessDay; readonly to: BusinessDay };
type Step = Report['trend']['step'];

const longestDays = 731;

/** Whether it is a day of the calendar. */
const isDay = (day: BusinessDay): boolean =>
  !Number.isNaN(Date.parse(day)) && new Date(Date.parse(day)).toISOString().startsWith(day);

/** How many days it has. */
export const lengthOf = ({ from, to }: Range): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** Whether these are days in order and no more than two years. */
export const isRange = (range: Range): boolean =>
  isDay(range.from) && isDay(range.to) && range.from <= range.to && lengthOf(range) <= longestDays;

const monthOf = (day: BusinessDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOfMonth = (month: number): BusinessDay =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01` as BusinessDay;

/** The same period before: as many whole months before whole months, otherwise as many days. */
export function rangeBefore({ from, to }: Range): Range {
  const wholeMonths = from.endsWith('-01') && daysAfter(to, 1).endsWith('-01');
  const begins = wholeMonths
    ? firstOfMonth(2 * monthOf(from) - monthOf(to) - 1)
    : daysAfter(from, -lengthOf({ from, to }));
  return { from: begins, to: daysAfter(from, -1) };
}

/** Fine enough to see the course of it, coarse enough to read. */
export function stepOf(range: Range): Step {
  const length = lengthOf(range);
  return length <= 31 ? 'day' : length <= 130 ? 'week' : 'month';
}

/** The first day of the step that a day belongs to. */
function stepStart(day: BusinessDay, step: Step): BusinessDay {
  if (step === 'day') return day;
  return step === 'week' ? daysAfter(day, -weekdayOf(day)) : firstOfMonth(monthOf(day));
}

/** The first days of a range's steps, in order. The first step may begin before the range. */
export function stepStarts(range: Range, step: Step): BusinessDay[] {
  const starts: BusinessDay[] = [];
  for (let day = range.from; day <= range.to; day = daysAfter(day, 1)) {
    const start = stepStart(day, step);
    if (starts.at(-1) !== start) starts.push(start);
  }
  return starts;
}

/** The visits of a range by step, also of steps without any. */
export function trendOf(visits: readonly VisitFacts[], range: Range, step: Step): TrendPoint[] {
  // The step of each day once: there are many visits on few days.
  const known = new Map<BusinessDay, BusinessDay>();
  const startOf = (day: BusinessDay): BusinessDay => {
    const start = known.get(day) ?? stepStart(day, step);
    known.set(day, start);
    return start;
  };
  const bySteps = Map.groupBy(visits, ({ day }) => startOf(day));
  return stepStarts(range, step).map((from) => {
    const those = bySteps.get(from) ?? [];
    return {
      from,
      issued: those.length,
      served: those.filter(({ ending }) => ending === 'served').length,
      waitMeanMs: meanWait(those),
    };
  });
}
