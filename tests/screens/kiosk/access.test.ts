import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TurnedAway } from '../../../shared/contract/protocol.ts';
import { launchBrowser } from '../../browser.ts';
import { graveFindings } from '../access.ts';
import { askedFor, comeUp, run, see, withFakeVision } from './fakeVision.ts';
import { button, issuesOf, openKiosk, portrait, startOffice, ticket } from './kiosk.ts';
import { known } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Once this is shown axe finds nothing grave. What `looks.test.ts` goes to is looked at there. */
async function fineWith(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
  await page.locator('main:not([inert])').waitFor();
  expect([text, await graveFindings(page)]).toEqual([text, []]);
}

test('AX3 the kiosk, from a stranger’s look to the end of a registration', async () => {
  const server = await startOffice();
  server.on('visitor:identify', () => ({ ok: true, value: { kind: 'unknown' } }));
  server.on('visitor:enrol', () => new Promise(() => undefined));
  const page = await openKiosk(browser, server, portrait, withFakeVision);
  await askedFor(page, 'rest');
  await see(page);
  await askedFor(page, 'identify');
  await see(page, { hint: 'comeCloser', progress: 0.3 });
  await fineWith(page, 'Mời Ông/Bà lại gần thêm một chút');
  await run(page);
  await button(page, /Đăng ký khuôn mặt/u).click();
  await fineWith(page, 'Không đồng ý thì vẫn được phục vụ');
  await button(page, /Đồng ý đăng ký/u).click();
  await fineWith(page, 'Họ và tên của Ông/Bà');
  await button(page, /Bỏ qua, không ghi tên/u).click();
  await page.getByText('Năm sinh của Ông/Bà').waitFor();
  await page.waitForTimeout(400);
  await page.keyboard.type('1975');
  await button(page, 'Tiếp tục').click();
  await askedFor(page, 'enrol');
  await run(page);
  await fineWith(page, 'Đang lưu đăng ký…');
});

test('AX3 the kiosk, from a greeting over trouble to the number', async () => {
  const server = await startOffice();
  server.on('visitor:identify', () => ({ ok: true, value: known }));
  let answer: (value: Awaited<ReturnType<Parameters<typeof server.on<'ticket:issue'>>[1]>>) => void = () =>
    undefined;
  server.on('ticket:issue', () => new Promise((resolve) => (answer = resolve)));
  const page = await openKiosk(browser, server, portrait, withFakeVision);
  await comeUp(page);
  await fineWith(page, known.maskedName);
  await button(page, /Như lần trước.*Đất đai/u).click();
  await fineWith(page, 'Đang lấy số…');
  await expect.poll(() => issuesOf(server).length).toBe(1);
  answer({ ok: false, problem: { kind: 'bug', id: 'x' } });
  await fineWith(page, 'Chưa lấy được số');
  await button(page, 'Thử lại').click();
  await expect.poll(() => issuesOf(server).length).toBe(2);
  answer({ ok: true, value: ticket(3, 'C012') });
  await fineWith(page, 'C012');
});

test('AX3 the kiosk without its camera, with a code to type, and without its server', async () => {
  const server = await startOffice();
  const page = await openKiosk(browser, server);
  await button(page, 'Tôi có lịch hẹn').click();
  await fineWith(page, 'Mã lịch hẹn của Ông/Bà');
  server.cut();
  await button(page, 'Không có mã, chọn lĩnh vực').click();
  await page.clock.install();
  await page.clock.fastForward('10:00');
  await fineWith(page, /Máy đang bảo trì/u);
});

test.each<readonly [TurnedAway, RegExp]>([
  ['unpaired', /^Ghép/u],
  ['origin', /Hãy mở bằng địa chỉ của máy chủ/u],
])('AX3 the kiosk that was turned away: %s', async (why, text) => {
  const server = await startOffice();
  server.letIn(() => why);
  await fineWith(await openKiosk(browser, server), text);
});
