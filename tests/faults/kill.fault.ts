import { setTimeout as sleep } from 'node:timers/promises';
import type { Office } from '../e2e/office.ts';
import { openOffice } from '../e2e/office.ts';
import { closeClients, connect, kioskAt } from '../factories/clients.ts';
import { copiedRows } from '../factories/rows.ts';
import type { Display } from './displays.ts';
import { allBack, comesTrue, notLike, openDisplay } from './displays.ts';
import type { Effort, Fault } from './fault.ts';
import { expectNone, expectThat } from './fault.ts';
import type { Sent } from './kill/diary.ts';
import { lossesOf, visitors, work } from './kill/diary.ts';
import { comeAgain, registrar } from './kill/faces.ts';
import type { Staff } from './kill/staff.ts';
import { moveIn } from './kill/staff.ts';
import { repeatAll } from './kill/repeat.ts';

const killsOf: Readonly<Record<Effort, number>> = { short: 2, long: 50, full: 1_000 };
const killsInOne = 50;
const kioskCount = 4;
const requestsBeforeKill = 60;
/** From the moment at which the server says that it runs; the short form runs beside many other tests. */
const backWithinMs: Readonly<Record<Effort, number>> = { short: 30_000, long: 2_000, full: 2_000 };
/** For displays to show the same as one that comes anew. */
const settleMs = 20_000;

/** Lets everybody work until the server is killed, wherever it is just then. @returns what was sent. */
async function workUntilKilled(office: Office, { cookies, fields }: Staff, round: number): Promise<Sent[]> {
  const diary: Sent[] = [];
  const kiosks = await Promise.all(Array.from({ length: kioskCount }, () => kioskAt(office.url)));
  const officers = await Promise.all(
    [...cookies].map(
      async ([login, cookie]) => [login, await connect(office.url, { screen: 'officer', cookie })] as const,
    ),
  );
  const registering = await kioskAt(office.url);
  const running = [
    ...kiosks.map((kiosk, k) => visitors(diary, `kiosk ${k}`, kiosk, fields)),
    ...officers.map(([login, officer]) => work(diary, login, officer)),
    registrar(diary, registering, round),
  ];
  // A machine that stood still has cut everybody off: nobody is left to send more.
  const cut = new AbortController();
  const over = Promise.all(running).then(() => cut.abort());
  while (diary.length < requestsBeforeKill && !cut.signal.aborted) await sleep(7);
  await office.kill();
  await over;
  closeClients();
  return diary;
}

/** Starts the server anew. @returns after how many ms the last display was right again. */
async function comeBack(office: Office, displays: readonly Display[]): Promise<number> {
  const epoch = displays[0]?.latest()?.epoch ?? '';
  await office.restart();
  const running = performance.now();
  const back = await allBack(displays, epoch);
  expectThat(back !== null, 'a display did not come back');
  const walls = displays.filter(({ name }) => name === 'wall');
  const fresh = openDisplay(office.url, { screen: 'wall' });
  const isRight = await comesTrue(
    () => fresh.latest() !== null && notLike(walls, fresh).length === 0,
    settleMs,
  );
  fresh.socket.disconnect();
  expectThat(isRight, 'a display shows something else than one that comes anew');
  return Math.max(0, (back ?? Infinity) - running);
}

/** What came of killing one office's server. */
type Kills = { readonly requests: number; readonly numbers: number; readonly backMs: readonly number[] };

/** @throws Error if anything that was acknowledged is not there, or not once, or not in order. */
async function killOften(kills: number): Promise<Kills> {
  const office = await openOffice();
  const displays: Display[] = [];
  try {
    const staff = await moveIn(office);
    displays.push(
      ...Array.from({ length: 4 }, () => openDisplay(office.url, { screen: 'wall' })),
      ...[1, 2, 3].map((counterNumber) => openDisplay(office.url, { screen: 'counter', counterNumber })),
    );
    await comesTrue(() => displays.every((display) => display.latest() !== null), 10_000);
    const diary: Sent[] = [];
    const backMs: number[] = [];
    for (let round = 0; round < kills; round++) {
      const sent = await workUntilKilled(office, staff, round);
      diary.push(...sent);
      expectNone(`kill ${round + 1}`, lossesOf(diary, copiedRows(office.data)));
      backMs.push(await comeBack(office, displays));
      expectNone(`kill ${round + 1}, repeated`, await repeatAll(office.url, staff, sent));
      expectNone(`kill ${round + 1}, repeated`, lossesOf(diary, copiedRows(office.data)));
      expectNone(`kill ${round + 1}, faces`, (await comeAgain(await kioskAt(office.url), sent)).wrong);
      closeClients();
    }
    const rows = copiedRows(office.data);
    const { known } = await comeAgain(await kioskAt(office.url), diary);
    expectThat(
      known === rows['visitor']?.length,
      `${known} faces are known, ${rows['visitor']?.length} are stored`,
    );
    const tickets = rows['ticket']?.length;
    const issued = diary.filter(({ name, answer }) => name === 'ticket:issue' && answer?.ok === true);
    const finished = diary.filter(({ name, answer }) => name === 'ticket:finish' && answer?.ok === true);
    expectThat(tickets === issued.length, `${tickets} numbers are stored, ${issued.length} were given`);
    // Enough went on for this to mean something.
    expectThat(issued.length > kills * 8 && finished.length > kills * 2, 'next to nothing went on');
    return { requests: diary.length, numbers: issued.length, backMs };
  } finally {
    for (const { socket } of displays) socket.disconnect();
    closeClients();
    await office.close();
  }
}

async function happen(effort: Effort): Promise<string> {
  const done: Kills[] = [];
  // All that an office holds is looked at after each kill, so that a thousand in one would take the square of the time.
  for (let left = killsOf[effort]; left > 0; left -= killsInOne)
    done.push(await killOften(Math.min(left, killsInOne)));
  const backMs = done.flatMap((office) => office.backMs).toSorted((a, b) => a - b);
  const [median, slowest] = [backMs[Math.floor(backMs.length / 2)] ?? 0, backMs.at(-1) ?? 0];
  expectThat(slowest <= backWithinMs[effort], `a display was right only after ${slowest.toFixed(0)} ms`);
  const sum = (of: (office: Kills) => number): number => done.reduce((all, office) => all + of(office), 0);
  return `${backMs.length} kills, ${sum(({ requests }) => requests)} requests, ${sum(({ numbers }) => numbers)} numbers: all there, once, in order; displays right ${median.toFixed(0)} ms after the start (median; slowest ${slowest.toFixed(0)} ms)`;
}

export const killed: Fault = {
  name: 'the server is killed (kill -9) under load',
  promise:
    'all that was acknowledged is there, no number twice and no gap, the order is kept, faces are known as before, repeated requests are answered as before, displays are right within 2 s of the start',
  happen,
};
