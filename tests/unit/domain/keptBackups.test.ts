import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessDayOf, daysAfter } from '../../../shared/domain/calendar.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';
import { keptBackups } from '../../../shared/domain/keptBackups.ts';
import { momentOf } from '../../../shared/domain/localTime.ts';

const zone = 'Asia/Ho_Chi_Minh';
const backupOn = (day: string, minute = 120) => ({ madeAt: momentOf(day as BusinessDay, minute, zone) });
/** When none of them is of the last day. */
const later = momentOf('2026-12-24' as BusinessDay, 0, zone);
const daysOf = (kept: Iterable<{ madeAt: number }>) =>
  [...kept].map(({ madeAt }) => businessDayOf(madeAt, zone)).toSorted();

describe('which backups are kept', () => {
  test('KD12 of a night after another: seven days, and the newest of four weeks', () => {
    // 29 November 2026 is a Sunday.
    const nights = Array.from({ length: 60 }, (_, i) => backupOn(daysAfter('2026-11-29' as BusinessDay, -i)));
    expect(daysOf(keptBackups(nights, zone, later))).toEqual(
      ['08', '15', '22', '23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`),
    );
  });

  test('KD12 of one day the newest, and none is lost because the office was closed', () => {
    const [first, second] = [backupOn('2026-03-02', 60), backupOn('2026-03-02', 900)];
    const old = backupOn('2026-01-05');
    expect(keptBackups([first, old, second], zone, later)).toEqual(new Set([second, old]));
  });

  test('AS3 the eight newest stay for a day, however many are made', () => {
    const now = momentOf('2026-03-02' as BusinessDay, 900, zone);
    const made = Array.from({ length: 12 }, (_, i) => ({ madeAt: now - i * 60_000 }));
    expect(keptBackups(made, zone, now)).toEqual(new Set(made.slice(0, 8)));
    expect(keptBackups(made, zone, now + 24 * 3_600_000 + 1)).toEqual(new Set(made.slice(0, 1)));
  });

  test('KD12 the newest always stays, and never more than eleven', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 1, maxLength: 80 }), (times) => {
        const backups = times.map((madeAt) => ({ madeAt }));
        const kept = [...keptBackups(backups, zone, 5e12)].map(({ madeAt }) => madeAt);
        expect(kept).toContain(Math.max(...times));
        expect(kept.length).toBeLessThanOrEqual(11);
      }),
    );
  });
});
