import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import type { BusinessDay, IsoDay } from '../../../shared/domain/ids.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { withFakeVision, askedFor, comeUp, left, run, see } from './fakeVision.ts';
import { button, heading, heardOf, landscape, openKiosk, portrait, startOffice } from './kiosk.ts';
import { known, visitorRef } from './people.ts';
import { kept } from './stages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const mineRef = 'a-sealed-reference-to-what-is-kept';
/** A kiosk that recognises whoever comes up, and whose visitor was born on 2/9/1980. */
async function open(
  size: Parameters<typeof openKiosk>[2] = portrait,
  visitor: Parameters<typeof recognise>[1] = known,
): Promise<{ server: FakeServer; page: Page }> {
  const server = await startOffice();
  recognise(server, visitor);
  server.on('mine:prove', ({ birthDate }) => ({
    ok: true,
    value: birthDate === kept.birthDate ? { kind: 'proven', mineRef } : { kind: 'wrong' },
  }));
  server.on('mine:show', () => ({ ok: true, value: kept }));
  return { server, page: await openKiosk(browser, server, size, withFakeVision) };
}

function recognise(
  server: FakeServer,
  visitor: Omit<typeof known, 'asksConsent'> & { asksConsent: boolean },
) {
  server.on('visitor:identify', () => ({
    ok: true,
    value: { ...visitor, usualFields: [...visitor.usualFields] },
  }));
}

const typeDate = (page: Page, digits: string): Promise<void> => page.keyboard.type(digits);

/** From the first screen to what is kept. */
async function openMine(page: Page): Promise<void> {
  await askedFor(page, 'rest');
  await button(page, 'Dữ liệu của tôi').click();
  await askedFor(page, 'identify');
  await run(page);
  await page.getByText('Ngày sinh của Ông/Bà').waitFor();
  await typeDate(page, '02091980');
  await page.getByText('02/09/1980').waitFor();
  await button(page, 'Mở dữ liệu của tôi').click();
  await page.getByText('Dữ liệu đang lưu về Ông/Bà').waitFor();
}

test.each([
  ['portrait', portrait],
  ['landscape', landscape],
] as const)('DP10 DP11 a visitor sees what is kept, large enough, in plain words (%s)', async (_, size) => {
  const { server, page } = await open(size);
  await openMine(page);
  const main = await page.getByRole('main').innerText();
  for (const words of [
    'Nguyễn Thị Hồng Nhung',
    '02/09/1980',
    'Chỉ lưu 4 số cuối: 2345',
    '03/03/2026',
    '2 mẫu mã hóa, không có ảnh',
    'Bản v2, ngày 03/03/2026 (nội dung nay đã đổi)',
  ])
    expect(main).toContain(words);
  expect(heardOf(server, 'mine:prove')).toMatchObject([{ input: { visitorRef, birthDate: '1980-09-02' } }]);
  expect(heardOf(server, 'mine:show')).toMatchObject([{ input: { mineRef } }]);
  for (const choice of await page.locator('.choice').all()) {
    const box = await choice.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(64);
    expect(box && box.y + box.height).toBeLessThanOrEqual(size.height);
  }
  // Every fact is in sight without scrolling.
  const facts = page.locator('.mine-facts');
  expect(await facts.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeLessThan(
    2,
  );
});

test('DP10 from the greeting, without the camera once more', async () => {
  const { page } = await open();
  await comeUp(page);
  await page.getByText('Kính chào Ông/Bà').waitFor();
  await button(page, 'Dữ liệu của tôi').click();
  await page.getByText('Ngày sinh của Ông/Bà').waitFor();
});

test('DP12 a wrong date shows nothing, and says who can help', async () => {
  const { server, page } = await open();
  await askedFor(page, 'rest');
  await button(page, 'Dữ liệu của tôi').click();
  await askedFor(page, 'identify');
  await run(page);
  await page.getByText('Ngày sinh của Ông/Bà').waitFor();
  await typeDate(page, '31021980');
  await page.getByText('Không có ngày này').waitFor();
  expect(await button(page, 'Mở dữ liệu của tôi').isDisabled()).toBe(true);
  for (let i = 0; i < 8; i++) await page.keyboard.press('Backspace');
  await typeDate(page, '03091980');
  await button(page, 'Mở dữ liệu của tôi').click();
  await page.getByText('Ngày sinh chưa khớp').waitFor();
  expect(heardOf(server, 'mine:show')).toEqual([]);
  await button(page, 'Xong').click();
  await button(page, /^Lấy số/u).waitFor();
});

test('DP13 whom the camera does not know is told that nothing is kept of who has not registered', async () => {
  const { server, page } = await open();
  server.on('visitor:identify', () => ({ ok: true, value: { kind: 'unknown' } }));
  await askedFor(page, 'rest');
  await button(page, 'Dữ liệu của tôi').click();
  await askedFor(page, 'identify');
  await run(page);
  await page.getByText('Máy chưa nhận ra Ông/Bà').waitFor();
  await button(page, 'Lấy số').click();
  await button(page, /^Chứng thực/u).waitFor();
});

test('DP14 facts are corrected by name and date; what a card says goes to staff, with the day', async () => {
  const { server, page } = await open();
  server.on('mine:correct', () => ({
    ok: true,
    value: { kind: 'asked', dueOn: '2026-12-03' as BusinessDay },
  }));
  await openMine(page);
  await button(page, /^Sửa thông tin/u).click();
  await page.getByText('Họ và tên đúng của Ông/Bà').waitFor();
  for (let i = 0; i < 6; i++) await page.keyboard.press('Backspace');
  await button(page, 'Tiếp tục').click();
  await page.getByText('Ngày sinh đúng của Ông/Bà').waitFor();
  await typeDate(page, '31011979');
  await button(page, 'Lưu').click();
  await page.getByText('Chậm nhất ngày 03/12/2026').waitFor();
  expect(heardOf(server, 'mine:correct')).toMatchObject([
    { input: { mineRef, name: 'Nguyễn Thị Hồng', birthDate: '1979-01-31' } },
  ]);
});

test('DP15 the face goes after one question, which can be left', async () => {
  const { server, page } = await open();
  await openMine(page);
  await button(page, /^Thôi dùng khuôn mặt/u).click();
  await page.getByText('Thôi dùng khuôn mặt?').waitFor();
  await button(page, 'Không xóa').click();
  await page.getByText('Dữ liệu đang lưu về Ông/Bà').waitFor();
  await button(page, /^Thôi dùng khuôn mặt/u).click();
  await button(page, 'Xóa khuôn mặt').click();
  await page.getByText('Đã xóa dữ liệu khuôn mặt').waitFor();
  expect(heardOf(server, 'mine:withdraw')).toMatchObject([{ input: { mineRef } }]);
});

test('DP16 everything goes only after two questions, and a double tap answers neither', async () => {
  const { server, page } = await open();
  await openMine(page);
  await button(page, /^Xóa toàn bộ/u).click();
  await button(page, 'Tôi muốn xóa').dblclick();
  await page.getByText('Chắc chắn xóa?').waitFor();
  expect(heardOf(server, 'mine:erase')).toEqual([]);
  await button(page, 'Xóa ngay').click();
  await page.getByText('Đã xóa toàn bộ').waitFor();
  expect(heardOf(server, 'mine:erase')).toMatchObject([{ input: { mineRef } }]);
  expect(await page.getByRole('main').innerText()).not.toContain('Nhung');
});

test('DP16 what could not be done is said, and nothing is shown any more', async () => {
  const { server, page } = await open();
  server.on('mine:erase', () => ({ ok: false, problem: refuse('visitorRefExpired') }));
  await openMine(page);
  await button(page, /^Xóa toàn bộ/u).click();
  await button(page, 'Tôi muốn xóa').click();
  await button(page, 'Xóa ngay').click();
  await page.getByText('Chưa làm được').waitFor();
});

test('DP17 nothing of it is left when the face leaves, or nobody touches for half a minute', async () => {
  const { page } = await open();
  await openMine(page);
  await see(page);
  await left(page);
  await button(page, /^Lấy số/u).waitFor();
  expect(await heading(page)).toBe('Mời Ông/Bà lấy số thứ tự');
  await page.clock.install();
  await page.clock.runFor(1_000);
  await openMineByClock(page);
  await page.clock.runFor(30_500);
  await button(page, /^Lấy số/u).waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Nhung');
});

/** The same while the page's clock stands still. */
async function openMineByClock(page: Page): Promise<void> {
  await button(page, 'Dữ liệu của tôi').click();
  await askedFor(page, 'identify');
  await run(page);
  await page.getByText('Ngày sinh của Ông/Bà').waitFor();
  await page.clock.runFor(1_000);
  await typeDate(page, '02091980');
  await button(page, 'Mở dữ liệu của tôi').click();
  await page.getByText('Dữ liệu đang lưu về Ông/Bà').waitFor();
}

test.each([
  ['agrees', 'Đồng ý', true, 'Kính chào Ông/Bà'],
  ['does not', 'Không đồng ý', false, 'Đã xóa dữ liệu khuôn mặt của Ông/Bà.'],
] as const)(
  'DP18 a new wording is asked of who agreed to an older one: %s',
  async (_, label, agrees, next) => {
    const { server, page } = await open(portrait, { ...known, asksConsent: true });
    await comeUp(page);
    await page.getByText('Nội dung đồng ý đã thay đổi').waitFor();
    // Refusing is as easy as agreeing. Both are measured in one moment, since the stage may still be moving in.
    const [no, yes] = await page.evaluate(() =>
      ['Không đồng ý', 'Đồng ý'].map(
        (words) =>
          [...document.querySelectorAll('button')]
            .find(({ textContent }) => textContent.startsWith(words))
            ?.getBoundingClientRect()
            .toJSON() as DOMRect | undefined,
      ),
    );
    for (const side of ['width', 'height', 'y'] as const) expect(no?.[side]).toBeCloseTo(yes?.[side] ?? 0, 0);
    await button(page, new RegExp(`^${label}`, 'u')).click();
    await page.getByText(next).waitFor();
    expect(heardOf(server, 'visitor:answerConsent')).toMatchObject([
      { input: { visitorRef, agrees, consent: { version: 'v3', language: 'vi' } } },
    ]);
  },
);

test('DP18 who is in a hurry answers another time', async () => {
  const { server, page } = await open(landscape, { ...known, asksConsent: true });
  await comeUp(page);
  await button(page, 'Để lần sau, lấy số ngay').click();
  await page.getByText('Kính chào Ông/Bà').waitFor();
  expect(heardOf(server, 'visitor:answerConsent')).toEqual([]);
});
