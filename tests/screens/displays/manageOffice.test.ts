import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import type { View } from '../../../shared/contract/views.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server } from './page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const done = { ok: true, value: {} } as const;
const lastInput = (fake: FakeServer): Record<string, unknown> | undefined => fake.heard.at(-1)?.input;

/** The manager's page on one of its tabs. */
async function open(
  tab: string,
  more: Partial<View<'manage'>> = {},
): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  fake.show('manage', manage(more));
  return { fake, page: await openScreen(browser, `${fake.url}/manage#${tab}`, desk) };
}

describe('the manager', () => {
  it('S65 sets when numbers are given, by the week, and is told what is wrong', async () => {
    const { fake, page } = await open('hours');
    fake.on('office:setHours', () => done);
    await page.getByText('Theo tuần').click();
    await page.getByLabel('Đến Thứ Hai').first().fill('07:00');
    const save = page
      .locator('section', { has: page.getByRole('heading', { name: 'Giờ lấy số' }) })
      .getByRole('button', { name: 'Lưu' });
    await save.click();
    await page.getByText('Mỗi buổi cần giờ bắt đầu trước giờ kết thúc').waitFor();
    expect(fake.heard).toEqual([]);
    await page.getByLabel('Đến Thứ Hai').first().fill('12:00');
    await page.getByRole('button', { name: 'Chép Thứ Hai' }).click();
    // A view that comes meanwhile takes nothing of what was typed.
    fake.show('manage', manage({ opening: { kind: 'closed', opensAt: null, holiday: null } }));
    await page.getByText('Đang đóng').waitFor();
    await save.click();
    await page.getByText('Đã lưu giờ lấy số.').waitFor();
    const day = [
      { fromMinute: 480, toMinute: 720 },
      { fromMinute: 810, toMinute: 1020 },
    ];
    expect(lastInput(fake)).toMatchObject({
      hours: { week: [day, day, day, day, day, [{ fromMinute: 480, toMinute: 690 }], []], lastTicketMs: 0 },
    });
  });

  it('S66 adds a holiday by its name in two languages', async () => {
    const { fake, page } = await open('hours');
    fake.on('office:setHours', () => done);
    const save = page.getByRole('button', { name: 'Lưu', exact: true }).first();
    await page.getByRole('button', { name: 'Thêm ngày' }).click();
    await page.getByRole('textbox', { name: 'Ngày', exact: true }).fill('1/1/2027');
    await page.getByLabel('Tên ngày (tiếng Việt)').fill('Tết Dương lịch');
    await save.click();
    await page.getByText('tên bằng hai thứ tiếng').waitFor();
    await page.getByLabel('Tên ngày (tiếng Anh)').fill('New Year');
    await save.click();
    await page.getByText('Đã lưu giờ lấy số.').waitFor();
    expect(lastInput(fake)).toMatchObject({
      hours: {
        week: null,
        specialDays: [{ day: '2027-01-01', name: { vi: 'Tết Dương lịch', en: 'New Year' }, spans: [] }],
      },
    });
  });

  it('S67 sets the rules of calling, where an empty limit is none', async () => {
    const { fake, page } = await open('hours');
    fake.on('office:setRules', () => done);
    await page.getByLabel('Số đang chờ tối đa mỗi người').fill('');
    await page.getByLabel('Giữ các số đang tạm gác sang ngày sau').check();
    await page
      .locator('section', { has: page.getByRole('heading', { name: 'Quy định gọi số' }) })
      .getByRole('button', { name: 'Lưu' })
      .click();
    await page.getByText('Đã lưu quy định gọi số.').waitFor();
    expect(lastInput(fake)).toMatchObject({
      rules: { oneOfEvery: 3, maxCalls: 3, coolDownMs: 300_000, openPerVisitor: null, keepParked: true },
    });
  });

  it('S68 limits the numbers a field gives in a day', async () => {
    const { fake, page } = await open('hours');
    fake.on('field:setQuota', () => done);
    const row = page.getByRole('row', { name: /Chứng thực/u });
    await row.getByLabel('Số lượng mỗi ngày của Chứng thực').fill('60');
    await row.getByRole('button', { name: /Lưu/u }).click();
    await page.getByText('Đã lưu số lượng của Chứng thực.').waitFor();
    expect(lastInput(fake)).toMatchObject({ fieldId: 1, dailyQuota: 60 });
  });

  it('S69 locks the kiosks with a message and opens them again', async () => {
    const { fake, page } = await open('hours');
    fake.on('kiosk:lock', ({ message }) => {
      fake.show('manage', manage({ lock: message, opening: { kind: 'open', until: null } }));
      return done;
    });
    await page.getByLabel('Thông báo tiếng Việt').fill('Mất điện, xin Ông/Bà chờ.');
    await page.getByRole('button', { name: 'Khóa ngay' }).click();
    await page.getByRole('button', { name: 'Mở lại máy lấy số' }).waitFor();
    expect(lastInput(fake)).toMatchObject({ message: { vi: 'Mất điện, xin Ông/Bà chờ.' } });
    await page.getByRole('button', { name: 'Mở lại máy lấy số' }).click();
    await page.getByRole('button', { name: 'Khóa ngay' }).waitFor();
    expect(lastInput(fake)).toMatchObject({ message: null });
  });

  it('S70 says which fields an officer serves first, and who may call out of turn', async () => {
    const { fake, page } = await open('people');
    fake.on('officer:setWork', () => done);
    await page.getByRole('button', { name: 'Phân công: Nguyễn Văn Bình' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Phân công: Chứng thực').selectOption('2');
    await dialog.getByLabel('Phân công: Hộ tịch').selectOption('1');
    await dialog.getByLabel('Được gọi ngoài thứ tự').check();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu phân công của Nguyễn Văn Bình.').waitFor();
    expect(lastInput(fake)).toMatchObject({
      officerId: 2,
      fields: [
        { fieldId: 1, rank: 2 },
        { fieldId: 2, rank: 1 },
      ],
      mayPick: true,
    });
  });

  it('S71 says which fields a counter serves', async () => {
    const { fake, page } = await open('people');
    fake.on('counter:setFields', () => done);
    await page.getByRole('button', { name: 'Lĩnh vực của quầy 3' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Hộ tịch/u).uncheck();
    await dialog.getByLabel(/Thuế/u).check();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu lĩnh vực của quầy 3.').waitFor();
    expect(lastInput(fake)).toMatchObject({ counterId: 3, fieldIds: [1, 9] });
  });

  it('S72 enters an appointment in the office’s time and gives its code', async () => {
    const { fake, page } = await open('appointments');
    fake.on('appointment:add', () => ({ ok: true, value: { code: '731904' } }));
    await page.getByLabel('Lĩnh vực', { exact: true }).selectOption('3');
    await page.getByLabel('Ngày', { exact: true }).fill('25/11/2026');
    await page.getByLabel('Giờ', { exact: true }).fill('9h30');
    await page.getByLabel('Họ và tên', { exact: true }).fill('Đỗ Văn Khôi');
    await page.keyboard.press('Enter');
    await page.getByText('Mã lấy số: 731904').waitFor();
    expect(lastInput(fake)).toMatchObject({
      fieldId: 3,
      at: Date.parse('2026-11-25T02:30:00Z'),
      name: 'Đỗ Văn Khôi',
    });
  });

  it('S73 cancels an appointment only after asking', async () => {
    const { fake, page } = await open('appointments');
    fake.on('appointment:cancel', () => done);
    await page.getByRole('button', { name: 'Hủy lịch hẹn 915507' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Giữ lại' }).click();
    expect(fake.heard).toEqual([]);
    await page.getByRole('button', { name: 'Hủy lịch hẹn 915507' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hủy lịch hẹn', exact: true }).click();
    await expect.poll(() => lastInput(fake)).toMatchObject({ appointmentId: 2 });
  });

  it('S74 imports a file of appointments, and says which line is wrong', async () => {
    const { fake, page } = await open('appointments');
    fake.on('appointment:import', ({ csv }) =>
      csv.includes('32/13')
        ? { ok: false, problem: refuse('badCsv', { line: 2, what: 'ngày' }) }
        : { ok: true, value: { added: 2 } },
    );
    const choose = async (text: string): Promise<void> =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'lich.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose('ngày,giờ,lĩnh vực\n32/13/2026,09:00,A\n');
    await page.getByText('Dòng 2 chưa đúng: ngày.').waitFor();
    await choose('ngày,giờ,lĩnh vực\n25/11/2026,09:00,A\n25/11/2026,09:30,A\n');
    await page.getByText('Đã nhập 2 lịch hẹn.').waitFor();
  });

  it('S75 AT35 shows face check-in in figures, and sets whose error rates it follows', async () => {
    const { fake, page } = await open('faces');
    fake.on('kiosk:setUp', () => done);
    await page.getByText('128 người đã đăng ký').waitFor();
    await page.getByText('17 người cần học lại').waitFor();
    expect(await page.getByRole('row', { name: /Nghi là ảnh/u }).textContent()).toContain('4');
    expect(await page.getByRole('row', { name: /hỏi quá nhiều/u }).textContent()).toContain('2');
    await page.getByText('Hãy kiểm tra máy đó').waitFor();
    await page.getByLabel('Ngưỡng nhận diện đo trên').selectOption('general');
    await page.getByLabel(/Thời gian giữ đầu/u).fill('1,6');
    const form = page.locator('section', { has: page.getByLabel(/Thời gian giữ đầu/u) });
    await form.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu thiết lập nhận diện.').waitFor();
    expect(lastInput(fake)).toMatchObject({ population: 'general', dwellMs: 1600 });
  });
});
