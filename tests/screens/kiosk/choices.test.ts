import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { askedFor, comeUp, left, pointAt, see, withFakeVision } from './fakeVision.ts';
import { button, heardOf, issuesOf, kioskView, openKiosk, portrait, startOffice, ticket } from './kiosk.ts';
import { expected, maskedName, visitorRef } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function kiosk(view: Partial<typeof kioskView> = {}): Promise<[FakeServer, Page]> {
  const server = await startOffice();
  server.show('kiosk', { ...kioskView, ...view });
  return [server, await openKiosk(browser, server, portrait, withFakeVision)];
}
/** 08:05 in the office on Monday, 23/11/2026. */
const morning = Date.UTC(2026, 10, 23, 1, 5);
const closed = (opensAt: number | null, holiday: { vi: string; en: string } | null = null) =>
  ({ kind: 'closed', opensAt, holiday }) as const;

describe('opening', () => {
  test('K34 closed: says when it opens, today or on which day, and why; and opens by itself', async () => {
    const [server, page] = await kiosk();
    server.shiftClock(morning - Date.now());
    const show = (opening: typeof kioskView.opening): void => server.show('kiosk', { ...kioskView, opening });
    show(closed(morning + 25 * 60_000));
    await page.getByText('Mở lại lúc 08:30 hôm nay').waitFor();
    expect(await button(page, 'Lấy số').count()).toBe(0);
    show(closed(morning + 24 * 3_600_000, { vi: 'Quốc khánh', en: 'National Day' }));
    await page.getByText('Hôm nay nghỉ: Quốc khánh').waitFor();
    await page.getByText('Mở lại lúc 08:05, Thứ Ba 24/11').waitFor();
    await button(page, 'English').click();
    await page.getByText('Opens again at 08:05 on Tuesday 24/11').waitFor();
    await button(page, 'Tiếng Việt').click();
    show(closed(null));
    await page.getByText('Mời Ông/Bà hỏi nhân viên về giờ làm việc').waitFor();
    show({ kind: 'locked', message: { vi: 'Mời lấy số ở bàn hướng dẫn.', en: 'Please ask at the desk.' } });
    await page.getByText('Mời lấy số ở bàn hướng dẫn.').waitFor();
    await page.getByText('Máy đang tạm ngừng phát số').waitFor();
    show(kioskView.opening);
    await button(page, /^Lấy số/u).click();
    await button(page, /^Chứng thực/u).waitFor();
    show(closed(morning + 25 * 60_000));
    await page.getByText('Mở lại lúc 08:30 hôm nay').waitFor();
  });
  test('K34 closing does not take a number from the screen, nor one that is asked for', async () => {
    const [server, page] = await kiosk();
    let answer: () => void = () => undefined;
    server.on('ticket:issue', async ({ fieldId }) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { ok: true, value: ticket(fieldId, 'A007') };
    });
    await button(page, /^Lấy số/u).click();
    await button(page, /^Chứng thực/u).click();
    await page.getByText('Đang lấy số').waitFor();
    await expect.poll(() => issuesOf(server).length).toBe(1);
    server.show('kiosk', { ...kioskView, opening: closed(null) });
    await page.waitForTimeout(300);
    answer();
    await page.getByText('A007').waitFor();
    await button(page, 'Xong').click();
    await page.getByText('Hiện ngoài giờ lấy số').waitFor();
  });
});

describe('refusals', () => {
  test.each([
    [
      refuse('visitorLimit', { number: 'B007' }),
      'Ông/Bà đã lấy số B007',
      'Nếu số này chưa được gọi, mời Ông/Bà chờ',
    ],
    [refuse('visitorLimit'), 'Hôm nay Ông/Bà đã lấy đủ số', 'xin gặp nhân viên hướng dẫn'],
    [refuse('closed'), 'Đã hết giờ lấy số', 'Mời Ông/Bà trở lại vào giờ làm việc'],
    [refuse('locked'), 'Máy đang tạm ngừng phát số', 'Mời Ông/Bà gặp nhân viên hướng dẫn'],
  ])('K35 %o is said with what to do', async (problem, why, what) => {
    const [server, page] = await kiosk();
    server.on('ticket:issue', () => ({ ok: false, problem }));
    await button(page, /^Lấy số/u).click();
    await button(page, /^Chứng thực/u).click();
    await page.getByText(why).waitFor();
    await page.getByText(what).waitFor();
    await button(page, 'Đã hiểu').dblclick();
    await button(page, /^Lấy số/u).waitFor();
  });
  test('K35 a field without numbers says so and cannot be chosen; few left are counted; one that runs out meanwhile is said', async () => {
    const fields = kioskView.fields.map((field, place) => ({
      ...field,
      left: [0, 3, 10, 11][place] ?? null,
    }));
    const [server, page] = await kiosk({ fields });
    server.on('ticket:issue', () => ({ ok: false, problem: refuse('quotaReached') }));
    await button(page, /^Lấy số/u).click();
    expect(await button(page, /^Chứng thực.*Hết số hôm nay/u).isDisabled()).toBe(true);
    await button(page, /^Hộ tịch.*Còn 3 số hôm nay/u).waitFor();
    await button(page, /^Đất đai.*Còn 10 số hôm nay/u).waitFor();
    expect(await button(page, /^Xây dựng/u).innerText()).not.toContain('Còn');
    await button(page, /^Hộ tịch/u).click();
    await page.getByText('Lĩnh vực này đã hết số hôm nay').waitFor();
    // And by a view that comes while it is looked at.
    server.show('kiosk', { ...kioskView, fields: fields.map((field) => ({ ...field, left: 0 })) });
    await expect.poll(() => page.locator('.tile:disabled').count()).toBe(fields.length);
  });
});

describe('priority', () => {
  test('K36 is declared, shown, taken back, and goes with the number of this visit only', async () => {
    const [server, page] = await kiosk();
    await button(page, /^Lấy số/u).click();
    await button(page, 'Tôi thuộc diện ưu tiên').click();
    await page.getByText('Xin xuất trình giấy tờ tại quầy').waitFor();
    await button(page, 'Người khuyết tật').click();
    await page.getByText('Ưu tiên: Người khuyết tật').waitFor();
    await button(page, 'Bỏ').click();
    await page.getByText('Ưu tiên:').waitFor({ state: 'hidden' });
    await button(page, 'Tôi thuộc diện ưu tiên').click();
    await button(page, 'Quay lại').click();
    expect(await page.getByText('Ưu tiên:').count()).toBe(0);
    await button(page, 'Tôi thuộc diện ưu tiên').click();
    await button(page, 'Người có công với cách mạng').click();
    await button(page, /^Chứng thực/u).click();
    await page.getByText('A001').waitFor();
    await button(page, 'Xong').click();
    await button(page, /^Lấy số/u).click();
    await button(page, /^Chứng thực/u).click();
    await page.getByText('A002').waitFor();
    expect(issuesOf(server).map(({ input }) => input['priority'])).toEqual(['MERIT', null]);
  });
  test('K36 an office without classes asks for none', async () => {
    const [, page] = await kiosk({ priorityClasses: [], hasAppointments: false });
    expect(await button(page, 'Tôi có lịch hẹn').count()).toBe(0);
    await button(page, /^Lấy số/u).click();
    await button(page, 'Làm nhiều lĩnh vực').waitFor();
    for (const name of ['Tôi thuộc diện ưu tiên', 'Tôi có lịch hẹn'])
      expect(await button(page, name).count()).toBe(0);
  });
});

describe('several fields', () => {
  test('K37 one number for them in their order; for everybody else one touch is enough', async () => {
    const [server, page] = await kiosk();
    await button(page, /^Lấy số/u).click();
    await button(page, 'Làm nhiều lĩnh vực').dblclick();
    expect(await button(page, 'Chưa chọn lĩnh vực nào').isDisabled()).toBe(true);
    for (const name of [/^Đất đai/u, /^Hộ tịch/u, /^Chứng thực/u, /^Hộ tịch/u])
      await button(page, name).click();
    await page.waitForTimeout(600);
    await button(page, /^Hộ tịch/u).dblclick();
    await page.waitForTimeout(600);
    await button(page, /^Hộ tịch/u).click();
    expect(await button(page, /^Đất đai/u).getAttribute('aria-pressed')).toBe('true');
    expect(await button(page, /^Hộ tịch/u).getAttribute('aria-pressed')).toBe('false');
    await button(page, 'Lấy một số cho 2 lĩnh vực').dblclick();
    await page.getByText('A001').waitFor();
    await page.getByText('Sau đó, vẫn số này: Chứng thực').waitFor();
    expect(issuesOf(server)).toMatchObject([{ input: { fieldId: 3, legs: [1] } }]);
    await button(page, 'Xong').click();
    await button(page, /^Lấy số/u).click();
    await button(page, 'Làm nhiều lĩnh vực').click();
    await button(page, 'Chỉ một lĩnh vực').click();
    await button(page, /^Hộ tịch/u).click();
    await page.getByText('A002').waitFor();
    expect(issuesOf(server).at(-1)).toMatchObject({ input: { fieldId: 2, legs: [] } });
  });
});

describe('appointments', () => {
  const byCode = (server: FakeServer): void =>
    server.on('appointment:checkIn', ({ by }) =>
      by.kind === 'code' && by.code === '48213'
        ? { ok: true, value: { ...ticket(3, 'C004'), appointmentAt: Date.UTC(2026, 10, 23, 2, 30) } }
        : { ok: false, problem: refuse('unknownAppointment') },
    );
  test('K38 by its code, from the start and from the fields; a wrong one is said', async () => {
    const [server, page] = await kiosk();
    byCode(server);
    await button(page, 'Tôi có lịch hẹn').click();
    await page.getByText('Mã lịch hẹn của Ông/Bà').waitFor();
    await page.waitForTimeout(400);
    await page.keyboard.type('48a21');
    await page.keyboard.press('Enter');
    await page.getByText('Không thấy lịch hẹn nào hôm nay với mã này').waitFor();
    await page.waitForTimeout(400);
    for (const digit of '48213') await page.getByRole('button', { name: digit, exact: true }).click();
    await button(page, 'Lấy số').dblclick();
    await page.getByText('C004').waitFor();
    await page.getByText('Lịch hẹn lúc 09:30').waitFor();
    expect(heardOf(server, 'appointment:checkIn').map(({ input }) => input['by'])).toEqual([
      { kind: 'code', code: '4821' },
      { kind: 'code', code: '48213' },
    ]);
    await button(page, 'Xong').click();
    await button(page, /^Lấy số/u).click();
    await button(page, 'Tôi có lịch hẹn').click();
    expect(await page.locator('.pad-text').innerText()).not.toMatch(/\d/u);
    await button(page, /Không có mã/u).click();
    await button(page, /^Chứng thực/u).waitFor();
  });
  test('K34 K38 after hours the closed kiosk still takes a code', async () => {
    const [server, page] = await kiosk({ opening: closed(null) });
    byCode(server);
    await button(page, 'Tôi có lịch hẹn').click();
    await page.getByText('Mã lịch hẹn của Ông/Bà').waitFor();
    await button(page, 'Quay lại').click();
    await page.getByText('Hiện ngoài giờ lấy số').waitFor();
    await button(page, 'Tôi có lịch hẹn').click();
    await page.waitForTimeout(400);
    await page.keyboard.type('48213');
    await page.keyboard.press('Enter');
    await page.getByText('C004').waitFor();
    await button(page, 'Xong').click();
    await page.getByText('Hiện ngoài giờ lấy số').waitFor();
    server.show('kiosk', {
      ...kioskView,
      opening: { kind: 'locked', message: { vi: 'Mời chờ.', en: 'Wait.' } },
    });
    await page.getByText('Mời chờ.').waitFor();
    expect(await button(page, 'Tôi có lịch hẹn').count()).toBe(0);
  });
  test('K38 a used one names its number, and too many wrong ones ask for staff', async () => {
    const [server, page] = await kiosk();
    for (const [problem, words] of [
      [refuse('appointmentUsed', { number: 'B003' }), 'Lịch hẹn này đã lấy số B003'],
      [refuse('tooManyAttempts', { seconds: 60 }), 'Mời Ông/Bà gặp nhân viên hướng dẫn'],
    ] as const) {
      server.on('appointment:checkIn', () => ({ ok: false, problem }));
      await button(page, 'Tôi có lịch hẹn').click();
      await page.waitForTimeout(400);
      await page.keyboard.type('1234');
      await page.keyboard.press('Enter');
      await page.getByText(words).waitFor();
      await button(page, 'Về màn hình đầu').click();
      await button(page, /^Lấy số/u).waitFor();
    }
  });
  test('K13 K38 walking away while typing', async () => {
    const [, page] = await kiosk();
    await button(page, 'Tôi có lịch hẹn').click();
    await page.getByText('Mã lịch hẹn của Ông/Bà').waitFor();
    await page.waitForTimeout(400);
    await page.keyboard.type('4821');
    // Digits are held back until it is clear that no scanner types them: a late one would say that somebody is there.
    await expect.poll(() => page.locator('.pad-text').innerText()).toContain('4821');
    await see(page);
    await left(page);
    await page.getByText('Màn hình sẽ về đầu sau').waitFor();
    await page.keyboard.press('3');
    await page.getByText('Màn hình sẽ về đầu sau').waitFor({ state: 'hidden' });
    await expect.poll(() => page.locator('.pad-text').innerText()).toContain('48213');
  });
  test('K39 somebody recognised is shown the appointment first and takes its number with the head', async () => {
    const [server, page] = await kiosk();
    server.on('visitor:identify', () => ({
      ok: true,
      value: { ...expected, usualFields: [...expected.usualFields] },
    }));
    server.on('appointment:checkIn', () => ({
      ok: true,
      value: { ...ticket(7, 'H001'), appointmentAt: expected.appointment.at },
    }));
    await comeUp(page);
    await page.getByText(maskedName).waitFor();
    const first = (await page.locator('.tile').first().innerText()).replaceAll('\u00A0', ' ');
    expect(first).toMatch(/^Ông\/Bà có lịch hẹn lúc 09:30\s+Cư trú/u);
    await askedFor(page, 'point');
    await pointAt(page, 0, -1);
    await page.getByText('H001').waitFor();
    expect(heardOf(server, 'appointment:checkIn')).toMatchObject([
      { input: { by: { kind: 'visitor', visitorRef, appointmentId: 4 } } },
    ]);
  });
});
