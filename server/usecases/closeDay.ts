import { businessDayOf } from '../../shared/domain/calendar.ts';
import { advance } from '../../shared/domain/advance.ts';
import type { Context } from './ports.ts';

const rememberedMs = 2 * 24 * 3600_000;

/**
 * Expires what earlier business days left open, and forgets sessions that are over and answers too old
 * to be asked for again. Run at start and
 * when the day changes; running it again changes nothing.
 * @returns how many tickets expired.
 */
export function closeDay(context: Context): number {
  const { store } = context;
  const now = context.now();
  return store.transaction(() => {
    const day = businessDayOf(now, store.office.office().timeZone);
    const left = store.tickets.openBefore(day);
    for (const ticket of left) {
      const expired = advance(ticket, { kind: 'expire' }, now);
      if (expired.ok) store.tickets.save(ticket, expired.value, 'system', now);
    }
    store.requests.forgetBefore(now - rememberedMs);
    store.officers.forgetSessionsOver(now);
    return left.length;
  });
}
