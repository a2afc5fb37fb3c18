import { daysAfter, weekdayOf } from '../../../../shared/domain/calendar.ts';
import type { BusinessDay } from '../../../../shared/domain/ids.ts';

/** Periods that managers look at, besides days of their own choice. */
export const periods = ['today', 'yesterday', 'week', 'month', 'lastMonth', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];
export type Range = { readonly from: BusinessDay; readonly to: BusinessDay };

const firstOf = (day: BusinessDay): BusinessDay => `${day.slice(0, 8)}01` as BusinessDay;

/** The first and the last day of a period; those that are not over end today. */
export function rangeOf(period: Period, today: BusinessDay): Range {
  const yesterday = daysAfter(today, -1);
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: yesterday, to: yesterday };
    case 'week':
      return { from: daysAfter(today, -weekdayOf(today)), to: today };
    case 'month':
      return { from: firstOf(today), to: today };
    case 'lastMonth': {
      const to = daysAfter(firstOf(today), -1);
      return { from: firstOf(to), to };
    }
    case 'quarter': {
      const month = 3 * Math.floor((Number(today.slice(5, 7)) - 1) / 3) + 1;
      return { from: `${today.slice(0, 5)}${String(month).padStart(2, '0')}-01` as BusinessDay, to: today };
    }
    case 'year':
      return { from: daysAfter(today, -364), to: today };
  }
}
