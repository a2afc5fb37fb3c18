import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { minuteOf } from '../../../shared/domain/timeOfDay.ts';
import { launchBrowser } from '../../browser.ts';
import { long } from '../../long.ts';
import { askedFor, comeUp, withFakeVision } from './fakeVision.ts';
import {
  button,
  heading,
  issuesOf,
  kioskView,
  landscape,
  openKiosk,
  portrait,
  startOffice,
  ticket,
} from './kiosk.ts';
import { known, maskedName } from './people.ts';
import { faults, helpBy } from './stages.ts';
import { resize } from '../letters.ts';

let browser: Browser;
beforeAll(async () => {
  // A camera, which only the real worker is shown.
  browser = await launchBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
});
afterAll(() => browser.close());

const withoutCamera = (page: Page) => page.getByText('Máy đang không dùng camera');
/** A number from the start, by touch alone. */
async function takeNumber(page: Page, field = /^Chứng thực/u): Promise<void> {
  await button(page, /^Lấy số/u).click();
  await button(page, field).click();
  await page.locator('.ticket-number').waitFor();
  await button(page, 'Xong').click();
  await page.locator('main.screen-attract').waitFor();
}

/** Timers run when the test says so. */
const withClock = async (context: BrowserContext): Promise<void> => {
  await context.clock.install();
  await withFakeVision(context);
};

test('HP40 HP41 a stuck worker and an unplugged camera: touch goes on, and they come back by themselves', async () => {
  const server = await startOffice();
  server.on('visitor:identify', () => ({ ok: true, value: known }));
  const page = await openKiosk(browser, server, portrait, withClock);
  const stick = (now: boolean): Promise<void> => page.evaluate((is) => globalThis.fakeVision.stick(is), now);
  const opened = (): Promise<number> => page.evaluate(() => globalThis.fakeVision.opened.length);
  await page.clock.runFor(1_000);
  await page.getByText('Khu vực này có camera').waitFor();
  expect(await opened()).toBe(1);

  await stick(true);
  await page.clock.runFor(7_000);
  await withoutCamera(page).waitFor();
  // Started again, and given the time that loading may take before it counts as stuck, too.
  expect(await opened()).toBe(2);
  await page.clock.runFor(27_000);
  expect(await opened()).toBe(2);
  await page.clock.runFor(4_000);
  expect(await opened()).toBe(3);
  await button(page, /^Lấy số/u).click();
  await page.clock.runFor(500);
  await button(page, /^Chứng thực/u).click();
  await page.locator('.ticket-number').waitFor();
  await stick(false);
  await page.clock.runFor(32_000);
  await page.locator('main.screen-attract').waitFor();
  await page.clock.runFor(10_000);
  await page.getByText('Khu vực này có camera').waitFor();

  await page.evaluate(() => globalThis.fakeVision.unplug());
  await withoutCamera(page).waitFor();
  await page.evaluate(() => globalThis.fakeVision.plug());
  await page.clock.runFor(2_000);
  await page.getByText('Khu vực này có camera').waitFor();
  await comeUp(page);
  await page.getByText(maskedName).waitFor();
});

test.runIf(long)('HP42 networks that cannot be loaded leave the touch, and are loaded again', async () => {
  const server = await startOffice();
  let isBroken = true;
  const page = await openKiosk(browser, server, portrait, async (context) => {
    await context.route(/\.wasm$|\/models\//u, (route) => (isBroken ? route.abort() : route.continue()));
  });
  await withoutCamera(page).waitFor();
  await takeNumber(page);
  isBroken = false;
  await page.getByText('Khu vực này có camera').waitFor({ timeout: 45_000 });
});

test('HP43 clock, screen and line change under a visit, and it goes on where it was', async () => {
  const server = await startOffice();
  const page = await openKiosk(browser, server, portrait, withClock);
  const clock = (): Promise<string> => page.locator('.frame-clock strong').innerText();
  await button(page, 'Tôi có lịch hẹn').click();
  await page.clock.runFor(500);
  await page.keyboard.type('4711');
  const before = await clock();
  for (const hours of [2, -4]) {
    const now = await page.evaluate(() => Date.now());
    await page.clock.setSystemTime(now + hours * 3_600_000);
    await page.clock.runFor(2_000);
    expect([await heading(page), await page.locator('.pad-text').innerText()]).toEqual([
      'Mã lịch hẹn của Ông/Bà',
      '4711',
    ]);
    // A minute may have passed.
    expect(Math.abs(minuteOf(await clock()) - minuteOf(before))).toBeLessThanOrEqual(1);
  }
  for (const size of [landscape, { width: 1280, height: 1024 }, { width: 1366, height: 768 }, portrait]) {
    await resize(page, size);
    expect([size, await page.locator('.pad-text').innerText()]).toEqual([size, '4711']);
    if (size === landscape || size === portrait) await expect.poll(() => faults(page)).toEqual([]);
  }
  await page.clock.resume();
  server.cut();
  await page.waitForTimeout(500);
  server.back({ restarted: true });
  await page.waitForTimeout(1_500);
  expect(await page.locator('.pad-text').innerText()).toBe('4711');
  // And with the help somebody asked for.
  await helpBy(page, 'low', 'large');
  await resize(page, landscape);
  await expect.poll(() => faults(page)).toEqual([]);
});

test.runIf(long)('HP44 a slow line: one number, however often it is wished for', async () => {
  const server = await startOffice();
  server.on(
    'ticket:issue',
    () => new Promise((resolve) => setTimeout(() => resolve({ ok: true, value: ticket(1, 'A001') }), 1_200)),
  );
  const page = await openKiosk(browser, server);
  await button(page, /^Lấy số/u).click();
  await button(page, /^Chứng thực/u).click();
  await page.getByText('Đang lấy số…').waitFor();
  await page.mouse.click(300, 700);
  await page.getByText('A001').waitFor();
  expect(issuesOf(server)).toHaveLength(1);
});

test('HP45 HP46 where the browser keeps nothing and allows no sound, numbers are given all the same', async () => {
  const server = await startOffice();
  server.on('visitor:identify', () => ({ ok: true, value: known }));
  const page = await openKiosk(browser, server, portrait, async (context) => {
    await withFakeVision(context);
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('', 'SecurityError');
          },
        });
      Object.assign(globalThis, {
        AudioContext: class extends AudioContext {
          override get state(): AudioContextState {
            return 'suspended';
          }
          override resume(): Promise<void> {
            return Promise.reject(new DOMException('', 'NotAllowedError'));
          }
        },
      });
    });
  });
  await askedFor(page, 'rest');
  await comeUp(page);
  await page.getByText(maskedName).waitFor();
  await button(page, /Như lần trước/u).click();
  await page.locator('.ticket-number').waitFor();
  await button(page, 'Xong').click();
  await page.locator('main.screen-attract:not([inert])').waitFor();
  await helpBy(page, 'sound');
  await page.keyboard.press('NumpadAdd');
  await page.keyboard.press('Enter');
  await page.locator('main.screen-fields').waitFor();
});

test('HP47 a page that is loaded anew in the middle of a visit begins at the start and has kept nothing of it', async () => {
  const server = await startOffice();
  server.show('kiosk', kioskView);
  server.on('visitor:identify', () => ({ ok: true, value: known }));
  const page = await openKiosk(browser, server, portrait, withFakeVision);
  await comeUp(page);
  await page.getByText(maskedName).waitFor();
  await helpBy(page, 'large', 'contrast');
  await page.reload();
  await page.locator('main.screen-attract').waitFor();
  const left = await page.evaluate(() => ({
    text: document.body.innerText,
    modes: Object.keys(document.documentElement.dataset),
    kept: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  }));
  expect(left.modes).toEqual([]);
  for (const secret of [maskedName, known.visitorRef]) {
    expect(left.text).not.toContain(secret);
    expect(left.kept).not.toContain(secret);
  }
});
