import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayDate, sayTime } from '../../../shared/i18n/time.ts';
import { launchBrowser } from '../../browser.ts';
import { ownLetters } from '../letters.ts';
import { chimesOf, notesOf, openScreen, server, tv } from './page.ts';
import { call, office, wall } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const a = call(1, 'A012', 3);
const b = call(2, 'B004', 2);
const c = call(3, 'C001', 4);

const hero = (page: Page) => page.locator('.wall-number');
const openWall = (url: string): Promise<Page> => openScreen(browser, `${url}/wall`, tv);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** As browsers that keep a page silent until it is touched: headless ones never do. */
const silenced = (): void => {
  window.AudioContext = class extends AudioContext {
    constructor() {
      super();
      void this.suspend();
    }
  };
};

describe('the wall', () => {
  it('S10 announces a new call once, and nothing again after a reload', async () => {
    const fake = await server();
    fake.show('wall', wall([a]));
    const page = await openWall(fake.url);
    await expect.poll(() => hero(page).textContent()).toBe('A012');
    await pause(600);
    expect(await notesOf(page)).toEqual({ tones: [], shown: [] });

    fake.show('wall', wall([b, a]));
    await expect.poll(() => hero(page).textContent()).toBe('B004');
    fake.show('wall', wall([b, a]));
    await expect
      .poll(async () => (await notesOf(page)).shown.map(({ id }) => id), { timeout: 8_000 })
      .toEqual(['2', '']);
    expect(await chimesOf(page)).toBe(1);

    await page.reload();
    await expect.poll(() => hero(page).textContent()).toBe('B004');
    await pause(600);
    expect(await notesOf(page)).toEqual({ tones: [], shown: [] });
  });

  it('S11 shows and chimes calls that come together one after the other, each whole', async () => {
    const fake = await server();
    fake.show('wall', wall([]));
    const page = await openWall(fake.url);
    await page.getByText('Kính mời Ông/Bà ngồi chờ').waitFor();
    fake.show('wall', wall([c, b, a]));
    await expect
      .poll(async () => (await notesOf(page)).shown.map(({ id }) => id), { timeout: 20_000 })
      .toEqual(['1', '2', '3', '']);
    const { shown, tones } = await notesOf(page);
    for (const [index, { at, id }] of shown.entries()) {
      const next = shown[index + 1];
      if (id === '' || next === undefined) continue;
      expect(next.at - at).toBeGreaterThanOrEqual(3_900);
      expect(tones.filter((tone) => tone >= at - 100 && tone < next.at - 100)).toHaveLength(4);
    }
  });

  it('S12 announces a recall anew, by slow swells that are no strobe', async () => {
    const fake = await server();
    fake.show('wall', wall([a]));
    const page = await openWall(fake.url);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await hero(page).waitFor();
    fake.show('wall', wall([call(5, 'A012', 3, { announcements: 2 })]));
    const announcing = page.locator('[data-announcing="5"]');
    await announcing.waitFor();
    const [seconds, times] = await announcing.evaluate((element) => {
      const style = getComputedStyle(element);
      return [parseFloat(style.animationDuration), Number(style.animationIterationCount)];
    });
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(times).toBe(3);
    await expect.poll(() => chimesOf(page)).toBe(1);
  });

  it('S15 the capitals of the latest number are a fifth of the wall high', async () => {
    const fake = await server();
    fake.show('wall', wall([call(1, 'A1012', 12), b]));
    const page = await openWall(fake.url);
    await hero(page).waitFor();
    await ownLetters(page);
    const share = await hero(page).evaluate((element) => {
      const context = document.createElement('canvas').getContext('2d');
      if (context === null) return 0;
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      return context.measureText('E').actualBoundingBoxAscent / window.innerHeight;
    });
    expect(share).toBeGreaterThanOrEqual(0.2);
    for (const part of [
      '.wall-number',
      '.wall-field',
      '.wall-fields li:last-child',
      '.wall-calls li:last-child',
    ]) {
      const box = await page.locator(part).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(tv.width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(tv.height);
    }
  });

  it('S16 turns its pages, so that each of many open calls is seen', async () => {
    const fake = await server();
    const calls = Array.from({ length: 8 }, (_, n) => call(n + 1, `A00${n + 1}`, n + 1));
    fake.show('wall', wall(calls));
    const page = await openWall(fake.url);
    const seen = new Set<string>();
    await expect
      .poll(
        async () => {
          for (const number of await page.locator('.wall-calls li b:first-child').allTextContents())
            seen.add(number);
          return seen.size;
        },
        { timeout: 12_000, interval: 300 },
      )
      .toBe(8);
  });

  it('S19 says at once that it is cut off and since when, and is right at once when it is back', async () => {
    const fake = await server();
    fake.show('wall', wall([a]));
    const page = await openWall(fake.url);
    await hero(page).waitFor();
    const cutAt = Date.now();
    fake.cut();
    const banner = page.getByRole('alert');
    await banner.waitFor({ timeout: 1_000 });
    expect(await banner.textContent()).toContain('Mất kết nối – số đang hiện có thể đã cũ');
    expect([sayTime(cutAt, office.timeZone), sayTime(Date.now(), office.timeZone)]).toContain(
      /từ (\d\d:\d\d)/u.exec((await banner.textContent()) ?? '')?.[1],
    );
    expect(await hero(page).textContent()).toBe('A012');

    fake.show('wall', wall([b]));
    fake.back({ restarted: true });
    await expect.poll(() => hero(page).textContent(), { timeout: 3_000 }).toBe('B004');
    expect(await banner.count()).toBe(0);
    await expect.poll(() => chimesOf(page)).toBe(1);
    expect((await notesOf(page)).shown.map(({ id }) => id)).toEqual(['2']);
  });

  it('S22 asks for a touch when the browser keeps it silent, and chimes from then on', async () => {
    const fake = await server();
    fake.show('wall', wall([]));
    const page = await openScreen(browser, `${fake.url}/wall`, tv, silenced);
    const button = page.getByRole('button', { name: 'Bật âm thanh' });
    await button.waitFor({ timeout: 5_000 });
    fake.show('wall', wall([a]));
    await expect.poll(() => hero(page).textContent()).toBe('A012');
    expect(await chimesOf(page)).toBe(0);
    await button.click();
    await button.waitFor({ state: 'detached' });
    fake.show('wall', wall([b, a]));
    await expect.poll(() => chimesOf(page), { timeout: 8_000 }).toBe(1);
  });

  it('S22 shows no such button where sound is allowed', async () => {
    const fake = await server();
    fake.show('wall', wall([]));
    const page = await openWall(fake.url);
    await page.getByText('Kính mời Ông/Bà ngồi chờ').waitFor();
    await pause(1_500);
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('S23 shows the date and time of the office by the server’s clock, not by its own', async () => {
    const fake = await server();
    fake.shiftClock(-3 * 24 * 3_600_000 - 7 * 60_000);
    fake.show('wall', wall([]));
    const page = await openWall(fake.url);
    const serverNow = (): number => Date.now() - 3 * 24 * 3_600_000 - 7 * 60_000;
    await expect
      .poll(async () => (await page.locator('time').textContent()) === sayTime(serverNow(), office.timeZone))
      .toBe(true);
    expect(await page.locator('.wall-clock').textContent()).toContain(sayDate(serverNow(), office.timeZone));
  });
});
