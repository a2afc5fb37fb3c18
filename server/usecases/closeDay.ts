import { businessDayOf, daysAfter } from '../../shared/domain/calendar.ts';
import { advance } from '../../shared/domain/advance.ts';
import type { BusinessDay, Millis } from '../../shared/domain/ids.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { figuresOf } from '../reports/figures.ts';
import type { Context } from './ports.ts';

const rememberedMs = 2 * 24 * 3600_000;
/** Longer than anybody sets a clock back: a lane that was forgotten could be given twice on its day. */
const lanesKeptDays = 7;
/** Numbers that could not be taken in, for managers to see. */
const keptNumbersMs = 30 * 24 * 3600_000;

/** Whether a ticket lives on after its day: parked, or taken up again since; until the end of that day at most. */
const livesOn = ({ state, since }: Ticket, today: Millis): boolean =>
  state.kind === 'parked' || since >= today;

/** Tells those who want to know that days are over, and what became of their numbers. */
function tellEnds({ store, now }: Context, today: BusinessDay): void {
  const { webhooks, reports } = store;
  for (const day of webhooks.daysToClose(today)) {
    if (!webhooks.isWanted('day.closed')) continue;
    const { issued, served, noShow } = figuresOf(reports.visits(day, day));
    webhooks.tell('day.closed', { businessDay: day, issued, served, noShow }, now());
  }
  webhooks.closed(daysAfter(today, -1));
}

/**
 * Expires what earlier business days left open, but for parked tickets if the office keeps those; frees the counters
 * that were taken on earlier days; and forgets sessions that are over and answers too old to be asked for again. Run at
 * start and when the day changes; running it again changes nothing. Appointments that nobody came to stay as they are.
 */
export function closeDay(context: Context): void {
  const { store } = context;
  const now = context.now();
  store.transaction(() => {
    const { timeZone, limits } = store.office.office();
    const day = businessDayOf(now, timeZone);
    const today = momentOf(day, 0, timeZone);
    for (const ticket of store.tickets.openBefore(day)) {
      if (limits.keepParked && livesOn(ticket, today)) continue;
      const expired = advance(ticket, { kind: 'expire' }, now);
      if (expired.ok) store.tickets.save(ticket, expired.value, 'system', now);
    }
    tellEnds(context, day);
    store.days.leaveDesksTakenBefore(today);
    store.requests.forgetBefore(now - rememberedMs);
    store.officers.forgetSessionsOver(now);
    store.reserves.forgetBefore(daysAfter(day, -lanesKeptDays), now - keptNumbersMs);
  });
}
