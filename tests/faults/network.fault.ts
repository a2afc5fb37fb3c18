import { setTimeout as sleep } from 'node:timers/promises';
import { heartbeat } from '../../shared/contract/protocol.ts';
import { uniform } from '../../shared/domain/random.ts';
import { openOffice } from '../e2e/office.ts';
import { runRace, sayRace } from '../race/race.ts';
import type { Display } from './displays.ts';
import { allBack, comesTrue, notLike, openDisplay } from './displays.ts';
import type { Effort, Fault } from './fault.ts';
import { expectNone, expectThat } from './fault.ts';
import type { Proxy } from './proxy.ts';
import { openProxy } from './proxy.ts';

const races: Readonly<
  Record<Effort, { readonly seconds: number; readonly officers: number; readonly kiosks: number }>
> = {
  short: { seconds: 2, officers: 4, kiosks: 2 },
  long: { seconds: 60, officers: 8, kiosks: 3 },
  full: { seconds: 600, officers: 8, kiosks: 3 },
};

/** Makes a line bad in one way after the other, until `over`. */
async function worsen(proxy: Proxy, random: () => number, over: () => boolean): Promise<void> {
  while (!over()) {
    proxy.delay(random() < 0.5 ? 0 : 40 * random());
    await sleep(100 + 200 * random());
    if (random() < 0.5) proxy.cut();
    else {
      proxy.stall();
      await sleep(300 * random());
      // Half of the time the screens have gone to another line, and what they sent twice comes late on the old one.
      if (random() < 0.5) proxy.cut();
      proxy.resume();
    }
  }
}

async function happenBadLine(effort: Effort): Promise<string> {
  const random = uniform(20_261_122);
  let over = false;
  let ended: Promise<void> = Promise.resolve();
  const report = await runRace({
    ...races[effort],
    seed: 11,
    through: async (url) => {
      const proxy = await openProxy(url, random);
      ended = worsen(proxy, random, () => over);
      const close = async (): Promise<void> => {
        over = true;
        await ended;
        await proxy.close();
      };
      return { url: proxy.url, close };
    },
  });
  expectNone('the database', report.faults);
  expectThat(report.done > 10, `only ${report.done} requests came through`);
  return sayRace(report);
}

export const badLine: Fault = {
  name: 'lines that break, lag, stall and deliver late',
  promise: 'each request is carried out once or not at all, whatever was sent twice or came late',
  happen: happenBadLine,
};

async function happenRestart(): Promise<string> {
  const office = await openOffice();
  const screens: Display[] = [];
  try {
    for (let i = 0; i < 200; i++)
      screens.push(
        i % 4 === 3
          ? openDisplay(office.url, { screen: 'counter', counterNumber: 1 + (i % 3) })
          : openDisplay(office.url, { screen: i % 2 === 0 ? 'wall' : 'kiosk' }),
      );
    const all = (): boolean => screens.every((screen) => screen.latest() !== null);
    expectThat(await comesTrue(all, 20_000), 'not every screen was let in');
    const epoch = screens[0]?.latest()?.epoch ?? '';
    await office.kill();
    await office.restart();
    const running = performance.now();
    const back = await allBack(screens, epoch);
    if (back === null) throw new Error('a screen did not come back');
    for (const screen of ['wall', 'kiosk'] as const) {
      const fresh = openDisplay(office.url, { screen });
      const same = screens.filter(({ name }) => name === screen);
      const isRight = await comesTrue(
        () => fresh.latest() !== null && notLike(same, fresh).length === 0,
        2_000,
      );
      fresh.socket.disconnect();
      expectThat(isRight, `a ${screen} shows something else than one that comes anew`);
    }
    return `200 screens: the last was right ${Math.max(0, back - running).toFixed(0)} ms after the start`;
  } finally {
    for (const { socket } of screens) socket.disconnect();
    await office.close();
  }
}

export const restartedUnderScreens: Fault = {
  name: 'a new start under 200 screens',
  promise: 'all show the right view again, by themselves',
  happen: happenRestart,
};

/** A pulled cable is noticed by when the next ping should have come and was waited for. */
const noticedMs = heartbeat.pingIntervalMs + heartbeat.pingTimeoutMs;

async function happenPulled(effort: Effort): Promise<string> {
  expectThat(noticedMs <= 8_000, `a pulled cable is noticed only after ${noticedMs} ms`);
  if (effort === 'short') return `set to be noticed within ${noticedMs / 1_000} s`;
  const office = await openOffice();
  const proxy = await openProxy(office.url, Math.random);
  const screens = [openDisplay(proxy.url, { screen: 'wall' }), openDisplay(proxy.url, { screen: 'kiosk' })];
  try {
    await comesTrue(() => screens.every((screen) => screen.latest() !== null), 10_000);
    const epoch = screens[0]?.latest()?.epoch;
    const from = performance.now();
    proxy.stall();
    expectThat(
      await comesTrue(() => screens.every(({ socket }) => !socket.connected), 8_000),
      'not noticed in 8 s',
    );
    const noticed = performance.now() - from;
    await sleep(1_000);
    proxy.cut();
    proxy.resume();
    const back = performance.now();
    expectThat(
      await comesTrue(() => screens.every(({ socket }) => socket.connected), 10_000),
      'did not come back',
    );
    expectThat(screens[0]?.latest()?.epoch === epoch, 'the server is another one');
    return `noticed by all screens after ${(noticed / 1_000).toFixed(1)} s, back ${(performance.now() - back).toFixed(0)} ms after it was put in again`;
  } finally {
    for (const { socket } of screens) socket.disconnect();
    await proxy.close();
    await office.close();
  }
}

export const pulledCable: Fault = {
  name: 'pulled cable (half-open line)',
  promise: 'noticed within 8 s, whereupon screens say that what they show is old; back by themselves',
  happen: happenPulled,
};
