import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
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

let browser: Browser;
beforeAll(async () => {
  // Without a camera, as on a machine where it is missing or refused.
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  ['portrait', portrait],
  ['landscape', landscape],
] as const)('in %s', (_name, viewport) => {
  test('K10 K19 a visitor takes a number by touch, without a camera', async () => {
    const server = await startOffice();
    const page = await openKiosk(browser, server, viewport);
    await page.getByText('Máy đang không dùng camera').waitFor();
    await button(page, /^Lấy số/u).click();
    await button(page, /^Chứng thực/u).click();
    await page.getByText('A001').waitFor();
    const main = page.getByRole('main');
    for (const words of ['Chứng thực', 'Còn 3 người phía trước', 'chờ khoảng 10–25 phút', '23/11/2026 08:30'])
      expect(await main.innerText()).toContain(words);
    expect(issuesOf(server)).toMatchObject([{ input: { fieldId: 1, visitorRef: null, channel: 'touch' } }]);
    await button(page, 'Xong').click();
    await button(page, /^Lấy số/u).waitFor();
    expect(await main.innerText()).not.toContain('A001');
  });

  test('K19 all fields are seen at once, large enough to touch and to read', async () => {
    const page = await openKiosk(browser, await startOffice(), viewport);
    await button(page, /^Lấy số/u).click();
    await button(page, /^Hộ tịch/u).click({ trial: true });
    const tiles = page.locator('.tile');
    expect(await tiles.count()).toBe(kioskView.fields.length);
    for (const tile of await tiles.all()) {
      const box = await tile.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(64);
      expect(box && box.y + box.height).toBeLessThanOrEqual(viewport.height);
      // Nothing is cut off inside.
      expect(
        await tile.evaluate((element) => element.scrollHeight - element.clientHeight),
      ).toBeLessThanOrEqual(1);
      expect(await tile.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
        1,
      );
    }
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('main *, header *, footer *')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
        .map((element) => parseFloat(getComputedStyle(element).fontSize)),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
  });
});

test('K8 a double tap gives one number', async () => {
  const server = await startOffice();
  const page = await openKiosk(browser, server);
  await button(page, /^Lấy số/u).dblclick();
  // The second tap was meant for the button that is gone.
  expect(issuesOf(server)).toHaveLength(0);
  await button(page, /^Đất đai/u).dblclick();
  await page.getByText('A001').waitFor();
  await page.waitForTimeout(300);
  expect(issuesOf(server)).toHaveLength(1);
});

test('K8 K11 a line that is cut while the number is asked for gives the same number once', async () => {
  const server = await startOffice();
  const given = new Map<string, ReturnType<typeof ticket>>();
  let answers = false;
  server.on('ticket:issue', ({ requestId, fieldId }) => {
    const one = given.get(requestId) ?? ticket(fieldId, `B00${String(given.size + 1)}`);
    given.set(requestId, one);
    // The first answer is lost with the line.
    return answers ? { ok: true, value: one } : new Promise(() => undefined);
  });
  const page = await openKiosk(browser, server);
  await button(page, /^Lấy số/u).click();
  await button(page, /^Hộ tịch/u).click();
  await page.getByText('Đang lấy số').waitFor();
  await expect.poll(() => given.size).toBe(1);
  server.cut();
  await page.getByText('Máy đang nối lại với máy chủ').waitFor();
  // Longer than a visitor elsewhere would be left waiting.
  await page.waitForTimeout(3_500);
  await page.getByText('Máy đang nối lại với máy chủ').waitFor();
  answers = true;
  server.back({ restarted: true });
  await page.getByText('B001').waitFor({ timeout: 15_000 });
  expect(given.size).toBe(1);
});

test('K11 the server away: the screen says what to do, and comes back by itself', async () => {
  const server = await startOffice();
  const page = await openKiosk(browser, server);
  await button(page, /^Lấy số/u).click();
  server.cut();
  await page.getByText('Máy đang bảo trì. Mời gặp nhân viên hướng dẫn.').waitFor();
  await button(page, 'English').click();
  await page.getByText('Please see a member of staff.').waitFor();
  server.back({ restarted: true });
  await button(page, /^Take a number/u).waitFor({ timeout: 15_000 });
  expect(await heading(page)).toBe('Please take a number');
});

test('K9 a refusal can be tried again', async () => {
  const server = await startOffice();
  let refused = 0;
  server.on('ticket:issue', ({ fieldId }) => {
    refused += 1;
    return refused === 1
      ? { ok: false, problem: { kind: 'bug', id: 'x' } }
      : { ok: true, value: ticket(fieldId, 'C009') };
  });
  const page = await openKiosk(browser, server);
  await button(page, /^Lấy số/u).click();
  await button(page, /^Đất đai/u).click();
  await page.getByText('Chưa lấy được số').waitFor();
  await button(page, 'Thử lại').click();
  await page.getByText('C009').waitFor();
  expect(new Set(issuesOf(server).map(({ input }) => input['requestId'])).size).toBe(1);
});

test('K16 the language is switched on every screen, and the next visitor begins in Vietnamese', async () => {
  const page = await openKiosk(browser, await startOffice());
  await button(page, 'English').click();
  await button(page, /^Take a number/u).click();
  await button(page, /^Certification/u).waitFor();
  await button(page, 'Tiếng Việt').click();
  await button(page, /^Chứng thực/u).waitFor();
  await button(page, 'English').click();
  await button(page, /^Certification/u).click();
  await page.getByText('3 people ahead of you').waitFor();
  expect(await page.locator('.frame').getAttribute('lang')).toBe('en');
  await button(page, 'Done').click();
  await button(page, /^Lấy số/u).waitFor();
  expect(await page.locator('.frame').getAttribute('lang')).toBe('vi');
});

test('K12 K14 somebody who walks away: a countdown that a touch ends, then the start', async () => {
  const page = await openKiosk(browser, await startOffice());
  await page.clock.install();
  await button(page, 'English').click();
  await page.clock.runFor(1_000);
  await button(page, /^Take a number/u).click();
  await page.clock.runFor(1_000);
  await button(page, /^Certification/u).waitFor();
  await page.clock.runFor(41_000);
  await page.getByText('This screen closes in').waitFor();
  await page.mouse.click(540, 150);
  await page.getByText('This screen closes in').waitFor({ state: 'hidden' });
  await page.clock.runFor(51_000);
  await button(page, /^Lấy số/u).waitFor();
  expect(await heading(page)).toBe('Mời Ông/Bà lấy số thứ tự');
});

test('K19 a kiosk that is not paired asks for its code, keeps the token and forgets one that is removed', async () => {
  const server = await startOffice();
  server.letIn(({ token }) => (token === 'a-token' ? null : 'unpaired'));
  server.onPost('/api/pair', ({ code }) =>
    code === '12345678'
      ? { ok: true, value: { token: 'a-token', screen: 'kiosk' } }
      : { ok: false, problem: { kind: 'refused', code: 'badPairingCode' } },
  );
  const page = await openKiosk(browser, server);
  await button(page, 'Ghép màn hình').waitFor();
  await page.keyboard.type('1111');
  await button(page, 'Ghép màn hình').click();
  await page.getByText('Mã ghép không đúng').waitFor();
  for (let i = 0; i < 4; i++) await button(page, 'Xóa').click();
  for (const digit of '12345678') await button(page, digit).click();
  await button(page, 'Ghép màn hình').click();
  await button(page, /^Lấy số/u).waitFor();
  await page.reload();
  await button(page, /^Lấy số/u).waitFor();
  server.letIn(() => 'unpaired');
  server.dismiss();
  await page.getByText('Ghép màn hình với máy chủ').waitFor();
  expect(await page.evaluate(() => Object.keys(window.localStorage))).toEqual([]);
});
