import type { Logger } from 'pino';
import { businessDayOf, daysAfter } from '../shared/domain/calendar.ts';
import type { Millis } from '../shared/domain/ids.ts';
import { momentOf } from '../shared/domain/localTime.ts';
import { bug } from './transport/problem.ts';
import type { Context } from './usecases/ports.ts';
import { purge } from './usecases/purge.ts';

/** Two o'clock: nobody is there, and the day's numbers have expired. */
const minuteOfNight = 2 * 60;
/** After a backup that did not succeed. */
const againMs = 3_600_000;
/**
 * Longer than an office is closed but for Tết. After such a leap the clock may be years wrong, and what is forgotten by it
 * is gone for good: the first night only makes a backup, so that somebody has a day to see what the date is.
 */
const leapMs = 7 * 24 * 3_600_000;

/** The last moment at which the night's work was due. */
function lastNight(now: Millis, timeZone: string): Millis {
  const today = businessDayOf(now, timeZone);
  const due = momentOf(today, minuteOfNight, timeZone);
  return due <= now ? due : momentOf(daysAfter(today, -1), minuteOfNight, timeZone);
}

/** What is done once each night, or as soon as the server runs again: forgetting what is old, then a backup. */
export type Night = {
  /** Begins the work if it is due. */
  readonly look: () => void;
  /** Waits for what was begun. */
  readonly end: () => Promise<void>;
};

/** @param onChange called when something that screens show has changed. */
export function watchNight(context: Context, onChange: () => void, log: Logger): Night {
  let running: Promise<void> | null = null;
  let failedAt: Millis | null = null;
  const work = async (leapt: boolean): Promise<void> => {
    try {
      if (!leapt) purge(context);
    } catch (error) {
      bug(log, 'purge', error);
    }
    failedAt = (await context.backups.make('nightly')) ? null : context.now();
    onChange();
  };
  return {
    look: () => {
      const now = context.now();
      const { lastAt } = context.backups.state();
      const due = lastNight(now, context.store.office.office().timeZone);
      // A backup from the future was made before the clock was set back.
      const isDone = lastAt !== null && lastAt >= due && lastAt <= now;
      const isTooSoon = failedAt !== null && failedAt <= now && now < failedAt + againMs;
      if (running !== null || isDone || isTooSoon) return;
      const leapt = lastAt !== null && Math.abs(now - lastAt) > leapMs;
      running = work(leapt).finally(() => {
        running = null;
      });
    },
    end: async () => {
      await running;
    },
  };
}
