import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { tv, openScreen, chimesOf } from '../displays/page.ts';
import { wall } from '../displays/views.ts';
import type { FakeServer } from '../fakeServer.ts';
import { graveFindings } from '../access.ts';
import { withFakeVision } from './fakeVision.ts';
import { button, heardOf, kioskView, openKiosk, portrait, startOffice } from './kiosk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const want = (server: FakeServer, wish: Partial<typeof kioskView.wish>): void =>
  server.show('kiosk', { ...kioskView, wish: { ...kioskView.wish, ...wish } });
const heeds = (server: FakeServer): unknown[] =>
  heardOf(server, 'device:heeds').map(({ input }) => input['heeds']);
/** How often the page was loaded anew since this was asked first. */
async function loads(page: Page): Promise<() => number> {
  let count = 0;
  page.on('load', () => (count += 1));
  await page.waitForLoadState('load');
  return () => count;
}

test('AS30 a kiosk that is paused from afar lets its visitor finish, then takes nobody, says so, and opens again', async () => {
  const server = await startOffice();
  const page = await openKiosk(browser, server, portrait, withFakeVision);
  await button(page, /^Lấy số/u).click();
  await button(page, /^Chứng thực/u).waitFor();
  want(server, { locked: true });
  await button(page, /^Chứng thực/u).click();
  await page.getByText('A001').first().waitFor();
  expect(heeds(server)).toEqual([]);
  await button(page, 'Xong').click();
  await page.getByRole('heading', { name: 'Tạm ngừng' }).waitFor();
  await page.getByText('Mời Ông/Bà tới quầy hướng dẫn.').waitFor();
  expect(await button(page, /^Lấy số/u).count()).toBe(0);
  await expect.poll(() => heeds(server)).toEqual([{ locked: true, reloads: 0 }]);
  expect(await graveFindings(page)).toEqual([]);
  want(server, {});
  await button(page, /^Lấy số/u).waitFor();
  await expect.poll(() => heeds(server).at(-1)).toEqual({ locked: false, reloads: 0 });
});

test('AS31 a page that is to be loaded anew waits for its visitor, does it once, and tells that it did', async () => {
  const server = await startOffice();
  const page = await openKiosk(browser, server, portrait, withFakeVision);
  const loaded = await loads(page);
  await button(page, /^Lấy số/u).click();
  await button(page, /^Chứng thực/u).waitFor();
  want(server, { reloads: 3 });
  await button(page, /^Chứng thực/u).click();
  await page.getByText('A001').first().waitFor();
  expect(loaded()).toBe(0);
  await button(page, 'Xong').click();
  await expect.poll(() => heeds(server)).toContainEqual({ locked: false, reloads: 3 });
  await button(page, /^Lấy số/u).waitFor();
  expect(loaded()).toBe(1);
  // Away while it was asked: done when it is back.
  server.cut();
  server.back({ restarted: true });
  want(server, { reloads: 4 });
  await expect.poll(() => heeds(server)).toContainEqual({ locked: false, reloads: 4 });
  expect(loaded()).toBe(2);
  // A server that went back to a backup knows of fewer.
  want(server, { reloads: 1 });
  await expect.poll(() => heeds(server).at(-1)).toEqual({ locked: false, reloads: 1 });
  expect(loaded()).toBe(2);
});

test('AS32 a wall sounds once each time it is asked to, and is loaded anew', async () => {
  const server = await startOffice();
  server.show('wall', wall([]));
  const page = await openScreen(browser, `${server.url}/wall`, tv);
  await page.locator('.wall').waitFor();
  const loaded = await loads(page);
  expect(await chimesOf(page)).toBe(0);
  const [quiet] = [wall([]).wish];
  server.show('wall', wall([], { wish: { ...quiet, sounds: 1 } }));
  await expect.poll(() => chimesOf(page)).toBe(1);
  server.show('wall', wall([], { wish: { ...quiet, sounds: 1, reloads: 1 } }));
  await expect.poll(() => heeds(server)).toContainEqual({ locked: false, reloads: 1 });
  expect(loaded()).toBe(1);
});
