import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { codesIn } from '../codes.ts';
import { paper, received, rows } from './dossierViews.ts';
import {
  answeringServer,
  button,
  called,
  dialog,
  inDialog,
  onlyRequest,
  openConsole,
  serving,
  wellKnown,
} from './officerPage.ts';
import { officer } from './views.ts';
import { resize } from '../letters.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function choose(page: Page, typed: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Thủ tục' }).last();
  await field.click();
  await field.fill(typed);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** What the console sent of one kind, the newest last. */
const sent = (fake: FakeServer, name: string) =>
  fake.heard.filter((one) => one.name === name).map(({ input }) => input);

describe('dossiers at the end of a service', () => {
  it('DS50 the due date is shown before anything is saved; the dossier is sent with its procedure', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await page.getByRole('radio', { name: 'Tiếp nhận hồ sơ' }).check();
    await page.getByLabel('Mã hồ sơ').fill('h-2026-0123');
    await page.keyboard.press('Enter');
    await page.getByText('Chọn thủ tục ở trên để có ngày hẹn trả.').waitFor();
    await choose(page, 'ban sao');
    await page.getByText(/Hẹn trả 17:00 \d\d\/\d\d\/\d{4}/u).waitFor();
    await button(page, 'Tạo mã').click();
    expect(await page.getByText(/Hẹn trả 17:00/u).count()).toBe(2);
    expect(fake.heard).toEqual([]);
    await button(page, 'Xong').click();
    expect(await onlyRequest(fake)).toMatchObject({
      name: 'ticket:finish',
      input: {
        outcome: { result: 'received', dossierCodes: ['h-2026-0123'] },
        dossiers: [
          { code: 'h-2026-0123', procedureKey: 'ct-ban-sao' },
          { code: null, procedureKey: 'ct-ban-sao' },
        ],
        said: null,
      },
    });
  });

  it('DS51 what is missing, or why it is refused, is asked for where it is needed; nothing else is sent', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await choose(page, 'ban sao');
    await page.getByLabel('Mã hồ sơ').fill('H-1');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Còn thiếu gì').count()).toBe(0);
    await page.getByRole('radio', { name: 'Từ chối' }).check();
    await page.getByLabel('Lý do').waitFor();
    await page.getByRole('radio', { name: 'Cần bổ sung' }).check();
    await page.getByLabel('Còn thiếu gì').fill('Bản chính giấy khai sinh');
    await button(page, 'Xong').click();
    expect(await onlyRequest(fake)).toMatchObject({
      input: { dossiers: [{ code: 'H-1' }], said: 'Bản chính giấy khai sinh' },
    });
  });

  it('DS51 a plain end of a service says nothing of dossiers', async () => {
    const fake = await answeringServer(officer(serving));
    const page = await openConsole(browser, fake);
    await choose(page, 'ban sao');
    await page.getByLabel('Mã hồ sơ').fill('H-1');
    await page.getByLabel('Mã hồ sơ').press('Control+Enter');
    const { input } = await onlyRequest(fake);
    expect(input).toMatchObject({ outcome: { dossierCodes: ['H-1'] } });
    expect(Object.keys(input).toSorted()).toEqual(['callNext', 'outcome', 'ticketId']);
  });

  it('DS52 the visitor’s paper is offered at once, with what was received, on a roll or on A5', async () => {
    const fake = await answeringServer(officer(serving));
    fake.on('ticket:finish', () => ({ ok: true, value: { next: null, papers: [paper] } }));
    const page = await openConsole(browser, fake);
    await page.evaluate(() =>
      Object.assign(window, { print: () => Object.assign(window, { printed: true }) }),
    );
    await page.getByRole('radio', { name: 'Tiếp nhận hồ sơ' }).check();
    await button(page, 'Xong').click();
    await dialog(page).getByText('H-2026-0123').waitFor();
    await dialog(page).getByLabel('Quyết định ly hôn (nếu có)').uncheck();
    await inDialog(page, 'In').click();
    expect(await page.evaluate(() => 'printed' in window)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    const slip = page.locator('.slip');
    const text = (await slip.innerText()).replaceAll(/\s+/gu, ' ');
    for (const said of [
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'H-2026-0123',
      'Nguyễn Thị Hồng Nhung',
      '17:00 ngày 26/11/2026',
      'Tờ khai theo mẫu',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('ly hôn');
    await resize(page, { width: 640, height: 1200 });
    expect(await codesIn(await slip.screenshot())).toEqual([paper.statusUrl]);
    await page.emulateMedia({ media: 'screen' });
    await dialog(page).getByText('A5').click();
    await page.emulateMedia({ media: 'print' });
    await slip.getByText('Người tiếp nhận').waitFor();
    await slip.getByText('(Ký, ghi rõ họ tên)').first().waitFor();
  });
});

describe('finding dossiers', () => {
  async function search() {
    const fake = await answeringServer(officer(called));
    fake.on('dossier:find', ({ query }) => ({
      ok: true,
      value: { rows: query === '' ? [...rows] : [received], total: 4 },
    }));
    fake.on('dossier:step', () => ({ ok: true, value: {} }));
    const page = await openConsole(browser, fake);
    await page.keyboard.press('o');
    await dialog(page).getByText('H-2026-0098').waitFor();
    return { fake, page };
  }

  it('DS53 is one key away; the late are told in words, and a result is recorded by one press', async () => {
    const { fake, page } = await search();
    await dialog(page)
      .getByText(/Quá hạn [23] ngày · Hẹn trả/u)
      .waitFor();
    await dialog(page).getByLabel('Mã hồ sơ hoặc tên người nộp').fill('nhung');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog(page).locator('.dossier-lines > li').count()).toBe(1);
    expect(sent(fake, 'dossier:find').at(-1)).toMatchObject({ which: 'all', query: 'nhung' });
    await inDialog(page, 'Có kết quả H-2026-0123').click();
    await dialog(page).getByText('Đã ghi hồ sơ H-2026-0123.').waitFor();
    expect(sent(fake, 'dossier:step')).toMatchObject([
      { dossierId: received.id, kind: 'ready', text: null, dueAt: null },
    ]);
  });

  it('DS54 more time asks for a reason and for a later day on which the office works', async () => {
    const { fake, page } = await search();
    await inDialog(page, 'Gia hạn H-2026-0098').click();
    const save = inDialog(page, 'Ghi');
    await dialog(page).getByLabel('Lý do').fill('Chờ cơ quan thuế');
    const day = dialog(page).getByLabel('Hẹn trả mới');
    await day.fill('31/11/2099');
    await dialog(page).getByText('Ngày chưa đúng').waitFor();
    await day.fill('29/11/2099');
    await dialog(page).getByText('Hôm đó cơ quan không làm việc.').waitFor();
    await day.fill('2/11/2020');
    await dialog(page).getByText('Ngày mới phải sau ngày hẹn cũ.').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await day.fill('30/11/2099');
    await save.click();
    await dialog(page).getByText('Đã ghi hồ sơ H-2026-0098.').waitFor();
    expect(sent(fake, 'dossier:step')).toMatchObject([
      { kind: 'extended', text: 'Chờ cơ quan thuế', dueAt: Date.UTC(2099, 10, 30, 10) },
    ]);
  });

  it('DS21 a known visitor’s dossiers stand beside the past visits', async () => {
    const fake = await answeringServer(officer(wellKnown));
    const page = await openConsole(browser, fake);
    await page.getByRole('heading', { name: 'Hồ sơ của người dân' }).waitFor();
    await page.getByText('H-2026-0123').waitFor();
  });
});
