import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFaceSet } from '../../server/faceSet.ts';
import { daysAfter } from '../../shared/domain/calendar.ts';
import type { BusinessDay, Millis } from '../../shared/domain/ids.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import type { Draws } from '../../shared/domain/random.ts';
import { draws } from '../../shared/domain/random.ts';
import type { Proxy } from '../faults/proxy.ts';
import { openProxy } from '../faults/proxy.ts';
import { openAgenda } from './agenda.ts';
import { faultsKept } from './audit.ts';
import type { Staff } from './day.ts';
import { isOpenOn, playDay } from './day.ts';
import type { Machine } from './machine.ts';
import { openMachine } from './machine.ts';
import type { NightReading } from './night.ts';
import { passNight, timeZone } from './night.ts';
import { prepare } from './prepare.ts';
import type { Listener } from './receiver.ts';
import { openListener } from './receiver.ts';
import type { Tally } from './screens.ts';
import type { Standing } from './standing.ts';
import { closeStanding, openStanding, unlikeFresh } from './standing.ts';
import type { Town, World } from './world.ts';
import { between } from './world.ts';

export type SoakPlan = {
  /** Office days; Sundays come in between. */
  readonly days: number;
  readonly seed: number;
  /** Who comes on an office day, about. */
  readonly visitors: { readonly from: number; readonly to: number };
  readonly officers: number;
  /** After which office days the server is started anew; 1 is the first. */
  readonly restartsAfter: readonly number[];
  /** Told of each office day after its night. */
  readonly say: (day: SoakDay) => void;
};

export type SoakDay = {
  readonly day: number;
  readonly tookMs: number;
  readonly tickets: number;
  readonly requests: number;
  /** Phones that were open at most at once, beside the screens that always are. */
  readonly phones: number;
  readonly night: NightReading;
};

export type SoakReport = {
  readonly days: readonly SoakDay[];
  readonly tally: Tally;
  /** How often the other system was told of something. */
  readonly told: number;
  readonly logged: readonly string[];
  readonly faults: readonly string[];
};

const firstDay = '2026-03-02' as BusinessDay;
const beforeOpening = 6 * 60;
const startOf = (date: BusinessDay): Millis => momentOf(date, beforeOpening, timeZone);

/** Everything that lasts from the first day to the last. */
type Stage = {
  readonly data: string;
  readonly machine: Machine;
  readonly line: Proxy;
  readonly listener: Listener;
  readonly random: Draws;
  readonly tally: Tally;
  readonly town: Town;
};

async function openStage(seed: number): Promise<Stage> {
  const data = mkdtempSync(join(tmpdir(), 'luot-soak-'));
  const random = draws(seed);
  const machine = await openMachine(data, startOf(firstDay));
  return {
    data,
    random,
    machine,
    line: await openProxy(machine.url(), random.uniform),
    listener: await openListener(),
    tally: { counts: new Map(), faults: [] },
    town: { faces: [], cards: [], people: 0 },
  };
}

async function closeStage({ data, machine, line, listener }: Stage): Promise<void> {
  await machine.stop();
  await line.close();
  listener.close();
  rmSync(data, { recursive: true, force: true });
}

function worldOf(
  { machine, line, random, tally, town }: Stage,
  standing: Standing,
  start: Millis,
  dimension: number,
) {
  return {
    agenda: openAgenda(start, machine.setClock),
    random,
    tally,
    town,
    url: machine.url(),
    lineUrl: line.url,
    kiosks: standing.kiosks,
    displays: new Map(standing.counters.map((display, i) => [i + 1, display])),
    dimension,
  } satisfies World;
}

const issuedIn = ({ counts }: Tally): number =>
  (counts.get('ticket:issue') ?? 0) + (counts.get('appointment:checkIn') ?? 0);
const askedIn = ({ counts }: Tally): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

/** Plays all days with their nights. */
async function playDays(plan: SoakPlan, stage: Stage, staff: Staff, standing: Standing): Promise<SoakDay[]> {
  const { data, machine, line, tally } = stage;
  const { dimension } = loadFaceSet(data, join(import.meta.dirname, '../../models/prepared'));
  const days: SoakDay[] = [];
  for (let date = firstDay; days.length < plan.days; date = daysAfter(date, 1)) {
    const isOpen = isOpenOn(date);
    const from = performance.now();
    const before = { issued: issuedIn(tally), asked: askedIn(tally) };
    let phones = 0;
    if (isOpen) {
      const world = worldOf(stage, standing, startOf(date), dimension);
      const visitors = between(world, plan.visitors.from, plan.visitors.to);
      phones = await playDay(world, date, staff, { line, visitors });
      tally.faults.push(...(await unlikeFresh(tally, line.url, standing)));
    }
    const next = daysAfter(date, 1);
    const night = await passNight(machine, data, next);
    await machine.setClock(startOf(next));
    if (!isOpen) continue;
    const day = {
      day: days.length + 1,
      tookMs: performance.now() - from,
      tickets: issuedIn(tally) - before.issued,
      requests: askedIn(tally) - before.asked,
      phones,
      night,
    };
    days.push(day);
    plan.say(day);
    if (plan.restartsAfter.includes(day.day)) await machine.restart();
  }
  return days;
}

/** Plays a whole office of so many days on a real server, looks at it every night, and at what it has kept in the end. */
export async function runSoak(plan: SoakPlan): Promise<SoakReport> {
  const stage = await openStage(plan.seed);
  const { data, machine, line, listener, tally } = stage;
  let standing: Standing | null = null;
  try {
    const office = { counters: plan.officers, hook: listener.url };
    const seats = await prepare(tally, machine.url(), machine.manager, office);
    standing = await openStanding(tally, line.url, plan.officers);
    const days = await playDays(plan, stage, { seats, manager: machine.manager }, standing);
    await machine.stop();
    const faults = [...tally.faults, ...(await faultsKept(data, issuedIn(tally), startOf(firstDay)))];
    return { days, tally, told: listener.told(), logged: machine.logged, faults };
  } catch (error) {
    const said = machine.logged.join('\n');
    throw new Error(`the soak was broken off; the server had logged:\n${said}`, { cause: error });
  } finally {
    if (standing !== null) closeStanding(standing);
    await closeStage(stage);
  }
}
