import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { uniform } from '../../shared/domain/random.ts';
import { hammerDesk, hammerKiosk } from '../race/hammer.ts';
import { auditRace } from '../race/raceAudit.ts';
import type { RaceOffice } from '../race/raceOffice.ts';
import { openRaceOffice } from '../race/raceOffice.ts';
import type { Race } from '../race/racer.ts';
import { openRacer } from '../race/racer.ts';
import type { Line } from './line.ts';
import { openLine } from './line.ts';
import type { KioskMachine } from './machine.ts';
import { openMachine } from './machine.ts';

/** A number that somebody read off the kiosk's screen, and between which moments. */
type Shown = { readonly number: string; readonly from: number; readonly to: number };

export type ReserveReport = {
  readonly cuts: number;
  readonly serverKills: number;
  readonly kioskKills: number;
  /** Numbers that visitors of the kiosk hold. */
  readonly offline: number;
  /** Requests of the others that were carried out meanwhile. */
  readonly done: number;
  readonly faults: readonly string[];
};

type World = {
  readonly office: RaceOffice;
  readonly line: Line;
  readonly machine: KioskMachine;
  readonly random: () => number;
  readonly shown: Shown[];
  readonly counts: { cuts: number; serverKills: number; kioskKills: number };
};

/** Others are busy before the first cut, and between two. */
const busyMs = 500;
/** A kiosk knows the server's clock by its views, which a busy machine brings late. */
const viewLateMs = 2_000;
/** The screen takes no touch right after it came. */
const settleMs = 400;

/** What the machine's own memory holds; nothing as long as the page has not made it. */
const rowsOf = (page: Page, table: 'grants' | 'given'): Promise<{ readonly handedIn?: boolean }[]> =>
  page.evaluate(async (name) => {
    // To open what is not there would make it, empty, and the page would find it so for ever.
    const known = await indexedDB.databases();
    if (!known.some((one) => one.name === 'luot-reserve')) return [];
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('luot-reserve');
      opening.addEventListener('error', () => reject(new Error('no memory')));
      opening.addEventListener('success', () => {
        const db = opening.result;
        const all = db.transaction(name).objectStore(name).getAll();
        all.addEventListener('success', () => {
          db.close();
          resolve(all.result as { handedIn?: boolean }[]);
        });
      });
    });
  }, table);

/** Waits for the machine's memory. @throws Error if it does not come to that in half a minute. */
async function until(page: Page, what: 'reserve' | 'handedIn'): Promise<void> {
  for (let n = 0; n < 600; n++) {
    const rows = await rowsOf(page, what === 'reserve' ? 'grants' : 'given');
    if (what === 'reserve' ? rows.length > 0 : rows.every(({ handedIn }) => handedIn)) return;
    await sleep(50);
  }
  throw new Error(`the kiosk did not come to ${what}`);
}

/** A visitor takes a number of one of the first four fields, from where the kiosk says that it is alone. */
async function takeNumber({ machine, random, shown }: World): Promise<void> {
  const page = machine.page();
  await page.getByRole('button', { name: 'Lấy số' }).click();
  await sleep(settleMs);
  const from = Date.now();
  await page
    .locator('.tile')
    .nth(Math.floor(random() * 4))
    .click();
  const number = await page.locator('.ticket-alone').locator('..').locator('.ticket-number').innerText();
  shown.push({ number, from, to: Date.now() });
  await sleep(settleMs);
  await page.getByRole('button', { name: 'Xong' }).click();
}

const alone = (page: Page): Promise<void> => page.getByText('Ông/Bà vẫn lấy được số.').first().waitFor();

/** One cut: the cable or the server, with numbers taken meanwhile, and the kiosk's plug pulled in between if need be. */
async function cutOnce(
  world: World,
  how: { readonly server: boolean; readonly kiosk: boolean; readonly numbers: number },
) {
  const { office, line, machine, counts } = world;
  counts.cuts += 1;
  if (how.server) {
    counts.serverKills += 1;
    await office.kill();
  } else line.cut();
  await alone(machine.page());
  for (let n = 0; n < how.numbers; n++) await takeNumber(world);
  if (how.kiosk) {
    counts.kioskKills += 1;
    await machine.kill();
    await machine.start();
    await alone(machine.page());
    await takeNumber(world);
  }
  line.join();
  if (how.server) await office.restart();
  await sleep(busyMs);
}

/** The numbers of the kiosk that are in the database, by the time at which they were given. */
function offlineIn(data: string): { readonly number: string; readonly at: number; readonly place: number }[] {
  const db = new Database(join(data, 'luot.db'), { readonly: true });
  try {
    return db
      .prepare<[], { number: string; at: number; place: number }>(
        "SELECT number, issued_at AS at, order_at AS place FROM ticket WHERE channel = 'offline' ORDER BY issued_at",
      )
      .all();
  } finally {
    db.close();
  }
}

/** Holds what is in the database against what visitors were shown. */
function auditOffline(data: string, shown: readonly Shown[], kioskKills: number): string[] {
  const rows = offlineIn(data);
  const faults = shown.flatMap(({ number, from, to }) => {
    const found = rows.filter((row) => row.number === number);
    if (found.length !== 1) return [`${number} is there ${found.length} times`];
    const [row] = found;
    const isTrue = row !== undefined && row.at >= from - viewLateMs && row.at <= to + 1;
    return isTrue ? [] : [`${number} was given between ${from} and ${to}, not at ${row?.at}`];
  });
  const held = new Set(shown.map(({ number }) => number));
  if (held.size < shown.length) faults.push('a number was shown twice');
  // One may have been written and not shown each time the plug was pulled.
  const strangers = rows.filter(({ number }) => !held.has(number)).length;
  if (strangers > kioskKills) faults.push(`${strangers} numbers that nobody was shown`);
  return faults;
}

/**
 * Cuts a kiosk off from a server that others keep busy, kills both, and lets visitors take numbers all the while; then
 * the database is held against what everybody saw.
 * @param plan `cuts`: one after another; each kills the server or cuts the line, and with every second the kiosk.
 */
export async function runReserve(plan: {
  readonly cuts: number;
  readonly numbers: number;
  readonly officers: number;
  readonly seed: number;
}): Promise<ReserveReport> {
  const office = await openRaceOffice(plan.officers);
  const line = await openLine(office.url);
  const machine = await openMachine(line.url);
  const counts = { cuts: 0, serverKills: 0, kioskKills: 0 };
  const world: World = { office, line, machine, random: uniform(plan.seed), shown: [], counts };
  const race: Race = {
    url: office.url,
    random: uniform(plan.seed + 1),
    diary: [],
    faults: [],
    reconnects: { count: 0 },
  };
  try {
    await until(machine.page(), 'reserve');
    const desks = await Promise.all(
      [...office.cookies].map(([id, cookie]) => openRacer(race, 'officer', `officer:${id}`, cookie)),
    );
    const kiosk = await openRacer(race, 'kiosk', 'local', null);
    for (const [i, desk] of desks.entries()) if (i > 0) await desk.send('desk:take', { counterId: i });
    race.diary.length = 0;
    let isOver = false;
    const over = (): boolean => isOver;
    const load = Promise.all([
      ...desks.map((desk) => hammerDesk(race, desk, over)),
      hammerKiosk(race, kiosk, over),
    ]);
    await sleep(busyMs);
    for (let n = 0; n < plan.cuts; n++)
      await cutOnce(world, { server: n % 2 === 0, kiosk: n % 2 === 0, numbers: plan.numbers });
    // Killed once more while it takes in what comes.
    counts.serverKills += 1;
    await office.kill();
    await office.restart();
    await until(machine.page(), 'handedIn');
    isOver = true;
    await load;
    for (const racer of [...desks, kiosk]) racer.close();
    await office.kill();
    const faults = [
      ...race.faults,
      ...auditRace(office.data, race.diary),
      ...auditOffline(office.data, world.shown, counts.kioskKills),
    ];
    const done = race.diary.filter(({ answer }) => answer.ok).length;
    return { ...counts, offline: world.shown.length, done, faults };
  } finally {
    await machine.close();
    await line.close();
    await office.close();
  }
}
