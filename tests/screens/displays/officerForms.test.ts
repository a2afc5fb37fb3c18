import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';
import { launchBrowser } from '../../browser.ts';
import { codesIn } from '../codes.ts';
import {
  answeringServer,
  button,
  called,
  dialog,
  focused,
  inDialog,
  issued,
  onlyRequest,
  openConsole,
  pause,
  serving,
  wellKnown,
} from './officerPage.ts';
import { deskTicket, officer } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ticketId = called.id;

/** Chooses in a list that drops down, by typing without marks. */
async function choose(page: Page, label: string, typed: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label }).last();
  await field.click();
  await field.fill(typed);
  await page.getByRole('option').first().waitFor();
  const marked = page.locator('[role=option][data-combobox-selected]');
  // The list may be made anew for what was typed, with nothing marked in it.
  await expect
    .poll(async () => {
      if ((await marked.count()) === 0) await page.keyboard.press('ArrowDown');
      return marked.count();
    })
    .toBe(1);
  await page.keyboard.press('Enter');
}

describe('what came of a service', () => {
  it('OC21 result, procedures with counts and dossier codes are recorded, by mouse', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await page.getByRole('radio', { name: 'Tiếp nhận hồ sơ' }).check();
    await choose(page, 'Thủ tục', 'ban sao');
    await choose(page, 'Thủ tục', 'chu ky');
    await button(page, 'Thêm Chứng thực bản sao từ bản chính').click();
    await button(page, 'Bớt Chứng thực chữ ký trong giấy tờ, văn bản').click();
    for (const code of ['H21.04-0031', 'H21.04-0032']) {
      await page.getByLabel('Mã hồ sơ').fill(code);
      await button(page, 'Thêm mã').click();
    }
    await button(page, 'Bỏ H21.04-0032').click();
    await page.getByLabel('Mã hồ sơ').fill('H21.04-0033');
    await button(page, 'Xong').click();
    expect(await onlyRequest(fake)).toEqual({
      name: 'ticket:finish',
      input: {
        ticketId,
        callNext: false,
        outcome: {
          result: 'received',
          procedures: [{ key: 'ct-ban-sao', count: 2 }],
          dossierCodes: ['H21.04-0031', 'H21.04-0033'],
        },
        dossiers: [
          { code: 'H21.04-0031', procedureKey: 'ct-ban-sao' },
          { code: 'H21.04-0033', procedureKey: 'ct-ban-sao' },
        ],
        said: null,
      },
    });
  });

  it('OC21 … and by keys alone', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await page.locator('.finish').waitFor();
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('input[name=result]:focus').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    await expect.poll(() => page.locator('[data-place=procedure]:focus').count()).toBe(1);
    await page.keyboard.type('khai sinh', { delay: 5 });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.procedures li').waitFor();
    // The list that dropped down has Esc first, then the field.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[data-place=procedure]:focus').count()).toBe(0);
    await page.keyboard.press('d');
    await expect.poll(() => page.locator('[data-place=dossier]:focus').count()).toBe(1);
    await page.keyboard.type('H21.04-0031');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    expect(await onlyRequest(fake)).toEqual({
      name: 'ticket:finish',
      input: {
        ticketId,
        callNext: true,
        outcome: {
          result: 'received',
          procedures: [{ key: 'ht-khai-sinh', count: 1 }],
          dossierCodes: ['H21.04-0031'],
        },
        dossiers: [{ code: 'H21.04-0031', procedureKey: 'ht-khai-sinh' }],
        said: null,
      },
    });
  });

  it('OC22 a note is added by Enter or its button, and those there are shown', async () => {
    const fake = await answeringServer(officer(called));
    const page = await openConsole(browser, fake);
    await page.locator('.notes').waitFor();
    await page.keyboard.press('m');
    await expect.poll(() => page.locator('[data-place=note]:focus').count()).toBe(1);
    await page.keyboard.type('Thiếu bản gốc');
    await page.keyboard.press('Enter');
    expect(await onlyRequest(fake)).toEqual({
      name: 'ticket:note',
      input: { ticketId, text: 'Thiếu bản gốc' },
    });
    await expect.poll(() => page.getByLabel('Ghi chú mới').inputValue()).toBe('');
    await page.getByLabel('Ghi chú mới').fill('Hẹn mai');
    await button(page, 'Ghi').click();
    await expect.poll(() => fake.heard[1]?.input['text']).toBe('Hẹn mai');
  });

  it('OC22 a note that was refused stays where it was typed', async () => {
    const fake = await answeringServer(officer(called));
    fake.on('ticket:note', () => ({ ok: false, problem: refuse('wrongState') }));
    const page = await openConsole(browser, fake);
    await page.getByLabel('Ghi chú mới').fill('Hẹn mai');
    await button(page, 'Ghi').click();
    await page.getByRole('alert').getByText('Số này đã chuyển sang trạng thái khác.').waitFor();
    expect(await page.getByLabel('Ghi chú mới').inputValue()).toBe('Hẹn mai');
  });
});

describe('dialogs', () => {
  it('OC23 Esc closes every dialog, sends nothing, and the focus goes back', async () => {
    const fake = await answeringServer(officer(called));
    const page = await openConsole(browser, fake);
    for (const [key, name] of [
      ['c', 'Chuyển'],
      ['h', 'Hủy số'],
      ['u', 'Đặt diện ưu tiên'],
      ['l', 'Làm tiếp: Sửa'],
      ['a', 'Thêm số'],
      ['?', 'Phím tắt'],
    ] as const) {
      const at = button(page, name);
      await at.focus();
      const before = await focused(page);
      await page.keyboard.press('Enter');
      await dialog(page).waitFor();
      await page.mouse.click(20, 400);
      expect(await dialog(page).count()).toBe(1);
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toBe(before);
      await page.keyboard.press(key);
      await dialog(page).waitFor();
      // The keys belong to the dialog.
      if (key === 'h' || key === '?') await page.keyboard.press('v');
      await inDialog(page, name === 'Hủy số' ? 'Không hủy' : 'Đóng')
        .last()
        .click();
      await dialog(page).waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toBe(before);
    }
    await pause(150);
    expect(fake.heard).toEqual([]);
  });

  it('OC24 a number is cancelled only after asking, with the safe answer first', async () => {
    const fake = await answeringServer(officer(called));
    const page = await openConsole(browser, fake);
    await button(page, 'Hủy số').click();
    await expect.poll(() => focused(page)).toBe('Không hủy');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    expect(fake.heard).toEqual([]);
    await page.keyboard.press('h');
    await inDialog(page, 'Hủy số').click();
    expect(await onlyRequest(fake)).toEqual({ name: 'ticket:cancel', input: { ticketId } });
    await dialog(page).waitFor({ state: 'detached' });
  });

  it.each<[string, (page: Page) => Promise<void>, object]>([
    [
      'another field, to the end',
      async (page) => {
        await choose(page, 'Lĩnh vực', 'dat dai');
        await page.getByRole('radio', { name: 'Xuống cuối hàng' }).check();
      },
      { fieldId: 3, target: { kind: 'anyone' }, place: 'end' },
    ],
    [
      'a counter of the field',
      async (page) => {
        await page.getByRole('radio', { name: 'Một quầy' }).check();
        await choose(page, 'Quầy', 'binh');
      },
      { fieldId: 1, target: { kind: 'counter', counterId: 2 }, place: 'kept' },
    ],
    [
      'an officer',
      async (page) => {
        await page.getByRole('radio', { name: 'Một cán bộ' }).check();
        await choose(page, 'Cán bộ', 'nguyen van');
      },
      { fieldId: 1, target: { kind: 'officer', officerId: 2 }, place: 'kept' },
    ],
  ])('OC25 a number is transferred to %s', async (_what, fill, expected) => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await page.locator('.finish').waitFor();
    await page.keyboard.press('c');
    await dialog(page).waitFor();
    await fill(page);
    await inDialog(page, 'Chuyển').click();
    expect(await onlyRequest(fake)).toEqual({ name: 'ticket:transfer', input: { ticketId, ...expected } });
    await dialog(page).waitFor({ state: 'detached' });
  });

  it('OC40 Enter in an open list with nothing marked in it does not send', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await button(page, 'Chuyển').click();
    await choose(page, 'Lĩnh vực', 'dat dai');
    const field = dialog(page).getByRole('combobox', { name: 'Lĩnh vực' });
    await field.fill('cu');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await pause(150);
    expect(fake.heard).toEqual([]);
    await page.keyboard.press('Escape');
    await field.press('Enter');
    expect((await onlyRequest(fake)).name).toBe('ticket:transfer');
  });

  it('OC15 a transfer that nobody could take is warned about, one that is not complete is not sent', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await button(page, 'Chuyển').click();
    await page.getByRole('radio', { name: 'Một quầy' }).check();
    await inDialog(page, 'Chuyển').click({ force: true });
    await choose(page, 'Lĩnh vực', 'cu tru');
    await page.getByText('Hiện chưa có quầy nào đang phục vụ lĩnh vực này.').waitFor();
    expect(fake.heard).toEqual([]);
  });

  it('OC26 a refusal is said in the dialog, which keeps what was chosen', async () => {
    const fake = await answeringServer(officer(serving));
    fake.on('ticket:transfer', () => ({ ok: false, problem: refuse('keptForOther') }));
    const page = await openConsole(browser, fake);
    await button(page, 'Chuyển').click();
    await choose(page, 'Lĩnh vực', 'ho tich');
    await inDialog(page, 'Chuyển').click();
    await dialog(page).getByRole('alert').getByText('Số này được dành cho').waitFor();
    expect(await dialog(page).getByLabel('Lĩnh vực').first().inputValue()).toContain('Hộ tịch');
  });

  it('OC27 a declared priority is confirmed by two keys', async () => {
    const fake = await answeringServer(officer(wellKnown));
    const page = await openConsole(browser, fake);
    await page.locator('.finish').waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => focused(page)).toBe('Xác nhận ưu tiên');
    await page.keyboard.press('Enter');
    expect(await onlyRequest(fake)).toEqual({
      name: 'ticket:setPriority',
      input: { ticketId, priority: 'ELDERLY80', reason: 'Đã xem giấy tờ' },
    });
  });

  it('OC27 priority is changed or removed with a reason', async () => {
    const fake = await answeringServer(officer(wellKnown));
    const page = await openConsole(browser, fake);
    await button(page, 'Người từ đủ 80 tuổi · tự khai').click();
    await dialog(page).getByRole('combobox', { name: 'Diện ưu tiên' }).click();
    await page.getByRole('option', { name: 'Người khuyết tật' }).click();
    await dialog(page).getByLabel('Lý do').fill('  ');
    await inDialog(page, 'Lưu').click({ force: true });
    await button(page, 'Thấy tại quầy').click();
    await inDialog(page, 'Lưu').click();
    expect(await onlyRequest(fake)).toEqual({
      name: 'ticket:setPriority',
      input: { ticketId, priority: 'DISABLED', reason: 'Thấy tại quầy' },
    });
    await dialog(page).waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await dialog(page).getByRole('combobox', { name: 'Diện ưu tiên' }).click();
    await page.getByRole('option', { name: 'Không ưu tiên' }).click();
    await inDialog(page, 'Bỏ ưu tiên').click();
    await expect.poll(() => fake.heard[1]?.input).toMatchObject({ priority: null, reason: 'Khai nhầm' });
  });

  it('OC13 fields still to come are added, put in order and taken out', async () => {
    const fake = await answeringServer(officer({ ...serving, legs: [2, 3] as FieldId[] }));
    const page = await openConsole(browser, fake);
    await page.locator('.finish').waitFor();
    await page.keyboard.press('l');
    await choose(page, 'Thêm lĩnh vực', 'thue');
    await button(page, 'Đưa Thuế - Bảo hiểm lên trước').click();
    await button(page, 'Bỏ Hộ tịch').click();
    await inDialog(page, 'Lưu').click();
    expect(await onlyRequest(fake)).toEqual({ name: 'ticket:setLegs', input: { ticketId, legs: [9, 3] } });
  });

  it('OC28 PA47 a walk-in is given a number, shown large, and printed as an 80 mm slip', async () => {
    const fake = await answeringServer();
    const page = await openConsole(browser, fake);
    await page.evaluate(() =>
      Object.assign(window, {
        printed: 0,
        print: () => ((window as never as { printed: number }).printed += 1),
      }),
    );
    await page.keyboard.press('a');
    await dialog(page).waitFor();
    await choose(page, 'Lĩnh vực', 'ho tich');
    await dialog(page).getByRole('combobox', { name: 'Diện ưu tiên' }).click();
    await page.getByRole('option', { name: 'Người khuyết tật' }).click();
    await choose(page, 'Làm tiếp sau đó', 'dat dai');
    await inDialog(page, 'Cấp số').click();
    expect(await onlyRequest(fake)).toEqual({
      name: 'ticket:add',
      input: { fieldId: 2, priority: 'DISABLED', legs: [3] },
    });
    await dialog(page).getByText('A021').waitFor();
    await expect.poll(() => focused(page)).toBe('In phiếu');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (window as never as { printed: number }).printed)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    const slip = await page.locator('.slip').innerText();
    for (const fact of [
      'Trung tâm Phục vụ hành chính công phường Hà Đông',
      'A021',
      'Chứng thực',
      'Sau đó: Hộ tịch',
      'Trước Ông/Bà: 6 người',
      'Dự kiến chờ: khoảng 25–40 phút',
      '09:05 22/11/2026',
    ])
      expect(slip).toContain(fact);
    expect(await page.locator('#root').isVisible()).toBe(false);
    expect(await dialog(page).isVisible()).toBe(false);
    expect(await codesIn(await page.locator('.slip svg').screenshot())).toEqual([issued.trackUrl]);
    const width = (await page.locator('.slip').boundingBox())?.width ?? 0;
    // 72 mm at 96 px an inch.
    expect(width).toBeLessThanOrEqual((72 / 25.4) * 96 + 1);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1')).toMatch(/\/Count 1\b/u);
  });

  it('OC29 an appointment is agreed on, its code shown large; one is called off only after asking', async () => {
    const fake = await answeringServer();
    const page = await openConsole(browser, fake);
    await page.keyboard.press('e');
    await dialog(page).waitFor();
    await dialog(page).getByLabel('Ngày (ngày/tháng/năm)').fill('31/11/2030');
    await dialog(page).getByText('Ngày chưa đúng').waitFor();
    await dialog(page).getByLabel('Ngày (ngày/tháng/năm)').fill('24/11/2030');
    await dialog(page).getByLabel('Giờ').fill('9h30');
    await dialog(page).getByLabel('Họ và tên').fill('Võ Thị Sáu 2');
    await dialog(page).getByText('Tên chỉ gồm chữ cái.').waitFor();
    await inDialog(page, 'Thêm lịch hẹn').click({ force: true });
    await dialog(page).getByLabel('Họ và tên').fill('Võ Thị Sáu');
    await page.keyboard.press('Enter');
    expect(await onlyRequest(fake)).toEqual({
      name: 'appointment:add',
      input: { fieldId: 1, at: Date.UTC(2030, 10, 24, 2, 30), name: 'Võ Thị Sáu' },
    });
    await dialog(page).getByText('482913').waitFor();
    await dialog(page).getByText('09:30 24/11/2030').waitFor();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });

    await page.keyboard.press('5');
    await page.locator('[data-row="1"]').click();
    await button(page, 'Hủy lịch hẹn').click();
    await expect.poll(() => focused(page)).toBe('Không hủy');
    await inDialog(page, 'Hủy lịch hẹn').click();
    await expect
      .poll(() => fake.heard[1])
      .toMatchObject({
        name: 'appointment:cancel',
        input: { appointmentId: 1 },
      });
  });

  it('OC29 an appointment in the past is not sent', async () => {
    const fake = await answeringServer(officer(deskTicket(1, 'A001')));
    const page = await openConsole(browser, fake);
    await page.keyboard.press('5');
    await button(page, 'Thêm lịch hẹn').click();
    await dialog(page).getByLabel('Ngày (ngày/tháng/năm)').fill('1/1/2020');
    await dialog(page).getByLabel('Giờ').fill('9:30');
    await dialog(page).getByText('Giờ hẹn đã qua.').waitFor();
    await page.keyboard.press('Enter');
    await pause(150);
    expect(fake.heard).toEqual([]);
  });
});
