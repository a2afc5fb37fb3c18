import { randomInt } from 'node:crypto';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import { sameName } from '../../shared/domain/fold.ts';
import type { BusinessDay, VisitorId } from '../../shared/domain/ids.ts';
import type { Context } from './ports.ts';

/** The business day that it is now in the office. */
export const todayOf = ({ store, now }: Pick<Context, 'store' | 'now'>): BusinessDay =>
  businessDayOf(now(), store.office.office().timeZone);

/** Six digits that nobody can foresee, other than those already taken; adds them to these. */
export function drawCode(taken: Set<string>): string {
  for (;;) {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}

/**
 * Whom of the registered visitors a name means: the one who has it, if nobody else does. Names are sealed, so all of
 * them are opened, once for as many questions as there are.
 */
export function namesakes({ store }: Context): (name: string | null) => VisitorId | null {
  let known: Map<string, VisitorId | null> | null = null;
  const read = (): Map<string, VisitorId | null> => {
    const found = new Map<string, VisitorId | null>();
    for (const id of store.appointments.namedVisitors()) {
      const name = sameName(store.visitors.find(id)?.name ?? '');
      found.set(name, found.has(name) ? null : id);
    }
    return found;
  };
  return (name) => {
    if (name === null) return null;
    known ??= read();
    return known.get(sameName(name)) ?? null;
  };
}
