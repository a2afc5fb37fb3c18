import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { lostWhenLarge } from '../access.ts';
import { openScreen } from '../displays/page.ts';
import { resize } from '../letters.ts';
import { trackView, waitingBehind } from '../track/view.ts';
import { button, heading, kioskView, landscape, openKiosk, portrait, startOffice } from './kiosk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** As long as a manager may make it, with what would be markup. */
const long = (vi: string, length: number): string => `<b>${vi}</b> `.repeat(length).slice(0, length).trim();
const welcome = { vi: long('Kính chào Quý Ông/Bà', 60), en: '' };
const thanks = { vi: long('Trân trọng cảm ơn Ông/Bà', 60), en: 'Thank you, and see you again' };

test('TX32 the kiosk says the office’s own words as they are, whole, and without English the standard ones', async () => {
  const server = await startOffice();
  server.show('kiosk', {
    ...kioskView,
    texts: { ...kioskView.texts, kioskWelcome: welcome, kioskThanks: thanks },
  });
  const page = await openKiosk(browser, server, portrait);
  await expect.poll(() => heading(page)).toBe(welcome.vi);
  for (const viewport of [landscape, portrait]) {
    await resize(page, viewport);
    await expect.poll(() => lostWhenLarge(page)).toEqual([]);
  }
  await button(page, 'English').click();
  await expect.poll(() => heading(page)).toBe('Please take a number');
  await button(page, 'Tiếng Việt').click();
  await button(page, /^Lấy số/u).click();
  await button(page, /^Chứng thực/u).click();
  await page.locator('.number-paper').getByText(thanks.vi).waitFor();
  for (const viewport of [landscape, portrait]) {
    await resize(page, viewport);
    await expect.poll(() => lostWhenLarge(page)).toEqual([]);
  }
  // Set while somebody stands there, it is seen at once.
  server.show('kiosk', kioskView);
  await page.locator('.number-paper').getByText('Cảm ơn Ông/Bà!').waitFor();
});

test('TX33 a ticket’s page on a phone ends with the office’s notice, in Vietnamese where there is no English', async () => {
  const server = await startOffice();
  const notice = { vi: long('Chiều thứ Sáu nghỉ', 200), en: '' };
  server.show('track', trackView(waitingBehind(3), { notice }));
  const page = await openScreen(browser, `${server.url}/t/aToken-123`, { width: 390, height: 844 });
  await page.getByText(notice.vi).waitFor();
  expect(await lostWhenLarge(page)).toEqual([]);
  await page.getByRole('button', { name: /English|Tiếng Việt/u }).click();
  const shown = page.locator('.notice');
  expect([await shown.innerText(), await shown.getAttribute('lang')]).toEqual([notice.vi, 'vi']);
});
