import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { businessDayOf, daysAfter } from '../../shared/domain/calendar.ts';
import type { BusinessDay, Millis } from '../../shared/domain/ids.ts';
import { draws } from '../../shared/domain/random.ts';
import { steppedAgenda } from '../seed/past/agenda.ts';
import { planDay, stretchesOn } from '../seed/past/plan.ts';
import { playDay } from '../seed/past/play.ts';
import type { Profile } from '../seed/past/profile.ts';
import { profileOf } from '../seed/past/profile.ts';
import { fillFolder } from '../seed/fill.ts';
import { closeDay } from '../usecases/closeDay.ts';
import type { Context } from '../usecases/ports.ts';
import type { Running } from '../config.ts';
import { liveActs } from './liveActs.ts';

/** An office of its own that lives sixty times as fast, with visitors and officers who are played. */

const speed = 60;
const seed = 7;
/** Share of the desks' time that the work takes: enough that there is always something to see. */
const load = 0.9;
/** How often what is due is done. */
const tickMs = 200;
/** How long before opening a day begins, and how long after closing it ends. */
const before: Millis = 5 * 60_000;
const after: Millis = 75 * 60_000;

const name = {
  vi: 'TRÌNH DIỄN – số liệu giả, không phải cơ quan thật',
  en: 'DEMONSTRATION – invented figures, no real office',
};

export type Demo = {
  readonly data: string;
  readonly firstManager: Running['firstManager'];
  readonly now: () => Millis;
  /** Lets people come and officers work. @returns ends it. */
  readonly play: (context: Context, publish: () => void) => () => void;
  /** Removes its folder. */
  readonly remove: () => void;
};

const nextOpenDay = (profile: Profile, from: BusinessDay): BusinessDay => {
  let day = from;
  while (stretchesOn(profile, day).length === 0) day = daysAfter(day, 1);
  return day;
};

/**
 * Prepares a demonstration: a temporary office with an invented week behind it, and a clock.
 * @param tick how long the machine has run, ms.
 */
export async function makeDemo(today: Millis, tick: () => Millis): Promise<Demo> {
  const data = mkdtempSync(join(tmpdir(), 'luot-demo-'));
  const { firstManager } = await fillFolder(data, { past: { kind: 'week' }, seed, last: null }, today);
  // Where the clock stands, and when it was put there; nights are skipped.
  let stood = today;
  let put = tick();
  const now = (): Millis => Math.round(stood + (tick() - put) * speed);
  const setClock = (at: Millis): void => {
    stood = at;
    put = tick();
  };

  const play = (context: Context, publish: () => void): (() => void) => {
    const { store } = context;
    const officers = store.officers.all().filter(({ role }) => role === 'officer');
    const profile = profileOf(
      store,
      officers.map(({ id }) => id),
    );
    // Every screen and paper shows the office's name.
    store.transaction(() => store.setUp.setName(name, profile.timeZone));
    const acts = liveActs(context, publish);
    let agenda = steppedAgenda(now());
    let ends = 0;
    const beginDay = (from: BusinessDay, number: number): void => {
      const day = nextOpenDay(profile, from);
      const stretches = stretchesOn(profile, day);
      setClock((stretches[0]?.from ?? now()) - before);
      ends = (stretches.at(-1)?.to ?? now()) + after;
      agenda = steppedAgenda(now());
      const random = draws(seed + number);
      // Yesterday's desks are freed first, or they would be taken from those who have sat down by now.
      closeDay(context);
      for (const desk of profile.desks) acts.sitDown(desk);
      playDay(
        profile,
        { stretches, arrivals: planDay(profile, day, load, random) },
        { agenda, acts, random },
      );
    };
    let days = 0;
    beginDay(businessDayOf(now(), profile.timeZone), days);
    const timer = setInterval(() => {
      agenda.runUntil(now());
      if (now() < ends) return;
      days += 1;
      beginDay(daysAfter(businessDayOf(now(), profile.timeZone), 1), days);
    }, tickMs);
    return () => clearInterval(timer);
  };
  return { data, now, play, firstManager, remove: () => rmSync(data, { recursive: true, force: true }) };
}
