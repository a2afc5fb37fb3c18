import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Office } from '../e2e/office.ts';
import { openOffice } from '../e2e/office.ts';
import type { Client } from '../factories/clients.ts';
import { closeClients, connect, kioskAt, logIn } from '../factories/clients.ts';
import { copiedRows } from '../factories/rows.ts';
import type { Hands } from './clock/hands.ts';
import { makeHands } from './clock/hands.ts';
import type { Display } from './displays.ts';
import { comesTrue, notLike, openDisplay } from './displays.ts';
import type { Effort, Fault } from './fault.ts';
import { expectNone, expectThat } from './fault.ts';
import type { Sent } from './kill/diary.ts';
import { lossesOf, visitors, work } from './kill/diary.ts';
import type { Staff } from './kill/staff.ts';
import { moveIn, password } from './kill/staff.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const hour = 3_600_000;
/** A moment of the office's own clock. */
const local = (text: string): number => Date.parse(`${text}+07:00`);

type Step = readonly [string, (now: number) => number];
/** A moment at which everybody logs in, and how the clock is set from there on. */
type Stage = readonly [string, readonly Step[]];
const back: Step = ['two hours back', (now) => now - 2 * hour];
const forward: Step = ['two hours forward', (now) => now + 2 * hour];
const beforeMidnight: Step = ['before midnight', (now) => local(`${businessDayOf(now, timeZone)}T23:59:57`)];
const stages: readonly Stage[] = [
  ['2026-12-30T12:00:00', [back, forward, forward, back, beforeMidnight, back, forward]],
  ['2026-12-31T12:00:00', [beforeMidnight, back, forward]],
  ['2028-02-28T12:00:00', [beforeMidnight]],
  ['2028-02-29T12:00:00', [beforeMidnight, back, forward]],
];
const setTimes = stages.reduce((sum, [, steps]) => sum + 1 + steps.length, 0);
/** Of the load at each place of the hands: over midnight, and longer than the server looks at the clock. */
const stayMs: Readonly<Record<Effort, number>> = { short: 3_000, long: 4_000, full: 30_000 };
const settleMs = 10_000;
const coolDownMs = 5 * 60_000;

/** Serves at a counter, and sits down there anew when the day has ended, until it is over. */
async function atCounter(diary: Sent[], login: string, officer: Client<'officer'>, counterId: number) {
  while (officer.socket.connected) {
    if (officer.view().desk === null) await officer.send('desk:take', { counterId }).catch(() => null);
    await work(diary, login, officer, () => officer.view().desk === null);
    await sleep(20);
  }
}

type World = { readonly office: Office; readonly hands: Hands; readonly staff: Staff };

/** What is wrong just after a step: screens that show another day or something old, and what would never end. */
async function wrongNow({ office, hands }: World, displays: readonly Display[]): Promise<string[]> {
  const fresh = openDisplay(office.url, { screen: 'wall' });
  const kiosk = await kioskAt(office.url);
  const walls = displays.filter(({ name }) => name === 'wall');
  const isRight = await comesTrue(
    () => fresh.latest() !== null && notLike(walls, fresh).length === 0,
    settleMs,
  );
  fresh.socket.disconnect();
  const day = businessDayOf(hands.now(), timeZone);
  const shown = kiosk.view().businessDay;
  kiosk.close();
  const rows = copiedRows(office.data);
  const cooling = rows['period'] as { not_before: number | null; to_at: number | null }[];
  const longest = Math.max(
    0,
    ...cooling.flatMap((row) => (row.to_at === null && row.not_before !== null ? [row.not_before] : [])),
  );
  return [
    ...(isRight ? [] : ['a wall shows something else than one that comes anew']),
    ...(shown === day ? [] : [`the kiosk shows ${shown} on ${day}`]),
    ...(longest <= hands.now() + coolDownMs ? [] : ['somebody cools down for too long']),
  ];
}

/** Lets everybody come and work through one stage. @returns what was asked in it; nothing of it is lost. */
async function playStage(
  world: World,
  displays: readonly Display[],
  effort: Effort,
  [from, steps]: Stage,
): Promise<Sent[]> {
  const { office, hands, staff } = world;
  const diary: Sent[] = [];
  hands.set(local(from));
  const kiosks = [await kioskAt(office.url), await kioskAt(office.url)];
  // Whoever logs in just when the clock leaps is logged out again.
  await kiosks[0]?.until(({ businessDay }) => businessDay === from.slice(0, 10));
  const officers = await Promise.all(
    [...staff.cookies.keys()].map(async (login, i) => {
      const cookie = await logIn(office.url, login, password);
      const officer = await connect(office.url, { screen: 'officer', cookie });
      return { login, officer, counterId: officer.view().counters[i]?.id ?? 0 };
    }),
  );
  const clients = [...kiosks, ...officers.map(({ officer }) => officer)];
  const running = [
    ...kiosks.map((kiosk, k) => visitors(diary, `kiosk ${k}`, kiosk, staff.fields)),
    ...officers.map(({ login, officer, counterId }) => atCounter(diary, login, officer, counterId)),
  ];
  const stay = async (what: string): Promise<void> => {
    await sleep(stayMs[effort]);
    const cut = clients.filter(({ socket }) => !socket.connected).length;
    expectThat(cut === 0, `${what}: ${cut} screens or sessions were ended`);
    expectNone(what, await wrongNow(world, displays));
  };
  await stay(from);
  for (const [what, to] of steps) {
    hands.set(to(hands.now()));
    await stay(what);
  }
  for (const { socket } of clients) socket.disconnect();
  await Promise.all(running);
  // Now, since after two days nobody needs to know what was answered.
  expectNone(from, lossesOf(diary, copiedRows(office.data)));
  return diary;
}

async function happen(effort: Effort): Promise<string> {
  const office = await openOffice();
  const displays: Display[] = [];
  try {
    const staff = await moveIn(office);
    await office.kill();
    const hands = makeHands(join(office.data, 'hands'));
    await office.restart(hands.within);
    displays.push(openDisplay(office.url, { screen: 'wall' }), openDisplay(office.url, { screen: 'wall' }));
    const diary: Sent[] = [];
    const world = { office, hands, staff };
    for (const stage of stages) diary.push(...(await playStage(world, displays, effort, stage)));
    await office.kill();
    const rows = copiedRows(office.data);
    expectNone('the database', lossesOf([], rows));
    const asked = diary.filter(({ name }) => name === 'ticket:issue');
    const issued = asked.filter(({ answer }) => answer?.ok === true);
    const unheard = asked.filter(({ answer }) => answer === null);
    const stored = rows['ticket']?.length ?? 0;
    expectThat(
      issued.length <= stored && stored <= issued.length + unheard.length,
      `${stored} numbers are stored, ${issued.length} were given`,
    );
    const days = new Set((rows['ticket'] as { business_day: string }[]).map((row) => row.business_day));
    const wanted = ['2026-12-30', '2026-12-31', '2027-01-01', '2028-02-28', '2028-02-29', '2028-03-01'];
    expectThat(
      wanted.every((day) => days.has(day)),
      `numbers were given only on ${[...days].join(', ')}`,
    );
    const heeded = (rows['audit'] as { request: string }[]).filter(({ request }) => request === 'clock:set');
    expectThat(heeded.length === setTimes, `only ${heeded.length} settings were heeded`);
    return `set ${setTimes} times, ${days.size} days, ${diary.length} requests, ${issued.length} numbers: each once a day, without a gap, in order; nobody was logged out`;
  } finally {
    for (const { socket } of displays) socket.disconnect();
    closeClients();
    await office.close();
  }
}

export const clockSet: Fault = {
  name: 'the clock is set under load: ±2 h, over midnight, year’s end and leap day',
  promise:
    'each day’s numbers go on, none twice and no gap, in order; days close and open; screens show the right day; sessions and cool-downs last as long as they would have',
  happen,
};
