import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { long } from '../../long.ts';
import type { FakeServer } from '../fakeServer.ts';
import { withFakeVision } from './fakeVision.ts';
import { button, issuesOf, openKiosk, portrait, startOffice } from './kiosk.ts';
import { maskedName } from './people.ts';
import { fewLeft, helpBy, kept, screens } from './stages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A hundredth of a second of silence. */
const silence = ((): string => {
  const samples = 80;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8_000, 24);
  wav.writeUInt32LE(16_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  return wav.toString('base64');
})();

/** Everything the kiosk has the server say. */
function listen(server: FakeServer): string[] {
  const said: string[] = [];
  server.onPost('/api/speak', ({ text }) => {
    said.push(text);
    return { ok: true, value: { wav: silence } };
  });
  return said;
}

/** A finger anywhere on the screen: a touch, or held down. */
async function finger(page: Page, ms = 0): Promise<void> {
  await page.mouse.move(300, 700);
  await page.mouse.down();
  if (ms > 0) await page.waitForTimeout(ms);
  await page.mouse.up();
}
const heard = (said: readonly string[]) => expect.poll(() => said.join(' | '));

test('HP20 HP21 HP23 somebody who sees nothing takes a number: by touch, by keys, and hears it sign by sign', async () => {
  const server = await startOffice();
  const said = listen(server);
  const page = await openKiosk(browser, server);
  await page.locator('main:not([inert])').waitFor();
  // A touch that is held over the large button is no touch of that button.
  await page.mouse.move(540, 1200);
  await page.mouse.down();
  await page.locator('.listen').waitFor();
  await page.mouse.up();
  await heard(said).toMatch(/Đã bật hướng dẫn.*Mời Ông\/Bà lấy số thứ tự.*Có 5 lựa chọn/u);

  await finger(page);
  await heard(said).toMatch(/Lấy số Chạm vào đây$/u);
  await finger(page, 1_000);
  await heard(said).toMatch(/Ông\/Bà cần làm thủ tục gì\?/u);
  await page.locator('main:not([inert])').waitFor();
  await finger(page, 1_000);
  await heard(said).toMatch(/Chưa có lựa chọn nào/u);
  expect(issuesOf(server)).toHaveLength(0);
  await page.keyboard.press('NumpadAdd');
  await heard(said).toMatch(/Chứng thực[^|]*$/u);
  await page.keyboard.press('NumpadAdd');
  await heard(said).toMatch(/Hộ tịch[^|]*$/u);
  await page.keyboard.press('NumpadSubtract');
  await page.keyboard.press('Enter');
  await heard(said).toMatch(/Số của Ông\/Bà: a, không, không, một\..*Còn 3 người phía trước/u);
  expect(issuesOf(server)).toHaveLength(1);
  await page.keyboard.press('NumpadMultiply');
  await heard(said).toMatch(/một\..*một\./u);

  // The next visitor hears nothing, and touches mean what they say.
  await page.locator('main:not([inert])').waitFor();
  await finger(page);
  await heard(said).toMatch(/Xong$/u);
  await finger(page, 1_000);
  await page.locator('main.screen-attract').waitFor();
  await page.locator('.listen').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => Object.keys(document.documentElement.dataset))).toEqual([]);
});

/** Nothing of these is for everybody's ears. */
const secrets = [
  maskedName,
  'Nguyễn',
  'lần trước',
  'Đã từng',
  'lịch hẹn lúc',
  'kết quả',
  '1955',
  '1962',
  '1971',
  '1980',
  '1975',
  '1990',
  '2345',
  '12345678',
  kept.name ?? '',
];
const some = ['greeting with an appointment'];
const others = [
  'question',
  'facts of a card',
  'what is kept',
  'birth year',
  'wrong code',
  'name',
  'fields of somebody known',
  'consent once more',
];

test.each([...some, ...(long ? others : [])])(
  'HP22 at “%s” what is the visitor’s own is not said, whatever is chosen',
  async (name) => {
    const server = await startOffice();
    server.show('kiosk', fewLeft);
    const said = listen(server);
    const page = await openKiosk(browser, server, portrait, withFakeVision);
    await (screens[name] ?? expect.unreachable()).way(page, server);
    await helpBy(page, 'sound');
    await heard(said).toMatch(/lựa chọn/u);
    const from = said.length;
    const choices = await page.locator('main button:enabled, footer button:enabled').count();
    for (let press = 0; press < choices; press++) {
      await page.keyboard.press('NumpadAdd');
      await page.waitForTimeout(30);
    }
    await expect.poll(() => said.length).toBeGreaterThan(from);
    for (const secret of secrets) expect(said.join('\n')).not.toContain(secret);
  },
);

test.runIf(long)(
  'HP24 without a voice there is no spoken guidance to choose, and holding a finger down does nothing',
  async () => {
    const server = await startOffice();
    server.show('kiosk', { ...fewLeft, speaks: [] });
    const page = await openKiosk(browser, server);
    await button(page, 'Hỗ trợ').click();
    await button(page, /^Chữ to/u).waitFor();
    expect(await button(page, /^Nghe hướng dẫn/u).count()).toBe(0);
    await button(page, 'Tiếp tục').click();
    await page.locator('main.screen-attract:not([inert])').waitFor();
    await page.mouse.move(540, 500);
    await page.mouse.down();
    await page.waitForTimeout(2_200);
    await page.mouse.up();
    expect(await page.locator('.listen').count()).toBe(0);
  },
);
