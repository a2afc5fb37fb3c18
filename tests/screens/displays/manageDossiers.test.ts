import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { refuse } from '../../../shared/contract/problems.ts';
import { launchBrowser } from '../../browser.ts';
import { graveFindings, outOfReach } from '../access.ts';
import type { FakeServer } from '../fakeServer.ts';
import { paper, received, rows } from './dossierViews.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server } from './page.ts';
import { resize } from '../letters.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const done = { ok: true, value: {} } as const;

async function open(): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  fake.show('manage', manage());
  fake.on('dossier:find', ({ which }) => ({
    ok: true,
    value: { rows: which === 'ready' ? rows.slice(3) : [...rows], total: 4 },
  }));
  const page = await openScreen(browser, `${fake.url}/manage#dossiers`, desk);
  await page.getByText('H-2026-0098').waitFor();
  return { fake, page };
}
const sent = (fake: FakeServer, name: string) =>
  fake.heard.filter((one) => one.name === name).map(({ input }) => input);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer });

describe('the manager’s dossiers', () => {
  it('DS60 the late come first; how many wait for what is told in words and numbers, and anybody can use it', async () => {
    const { fake, page } = await open();
    expect(sent(fake, 'dossier:find')).toMatchObject([{ which: 'overdue', query: '' }]);
    for (const figure of ['Đang mở: 14', 'Quá hạn: 2', 'Sắp đến hạn: 3', 'Chờ bổ sung: 1'])
      await page.getByText(figure, { exact: true }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    expect(await outOfReach(page)).toEqual([]);
    // On a phone what can be done stands below what it is, which keeps the whole width.
    await resize(page, { width: 390, height: 844 });
    const [what, steps] = await Promise.all(
      ['.dossier-what', '.dossier-steps'].map((part) => page.locator(part).first().boundingBox()),
    );
    expect(what?.width).toBeGreaterThan(280);
    expect(steps?.y).toBeGreaterThanOrEqual((what?.y ?? Infinity) + (what?.height ?? 0));
    await resize(page, desk);
    await page.getByText('Chờ trả kết quả: 4').click();
    await expect.poll(() => page.locator('.dossier-lines > li').count()).toBe(1);
    // What others change is looked up anew.
    const { dossiers } = manage();
    const figures = { ...dossiers.figures, ready: 5 };
    fake.show('manage', manage({ dossiers: { ...dossiers, figures } }));
    await expect.poll(() => sent(fake, 'dossier:find').length).toBe(3);
  });

  it('DS60 prints the visitor’s paper once more', async () => {
    const { fake, page } = await open();
    fake.on('dossier:paper', () => ({ ok: true, value: paper }));
    await page.getByRole('button', { name: 'In giấy H-2026-0123' }).click();
    await page.getByRole('dialog').getByLabel('Tờ khai theo mẫu').waitFor();
    expect(sent(fake, 'dossier:paper')).toMatchObject([{ dossierId: received.id }]);
  });

  it('DS61 the list is exported as CSV that Excel knows, and as XLSX, with no cell that is run and no names', async () => {
    const { fake, page } = await open();
    const odd = { ...received, code: '=1+1', procedure: { vi: 'Cấp "đổi", lại', en: 'x' } };
    fake.on('dossier:find', () => ({ ok: true, value: { rows: [odd, ...rows], total: 5 } }));
    const saved = async (button: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      await page.getByText('Đã xuất 5 hồ sơ.').waitFor();
      return readFile(await download.path());
    };
    const csv = (await saved('Xuất CSV')).toString('utf8');
    expect(csv.startsWith('\uFEFFMã hồ sơ,Thủ tục,Ngày nhận,Hẹn trả,Trạng thái,Từ ngày\r\n')).toBe(true);
    expect(csv).toContain(`\r\n'=1+1,"Cấp ""đổi"", lại",23/11/2026 09:00,26/11/2099 17:00,Đang giải quyết,`);
    expect(csv).not.toContain('Nhung');
    const sheet = await readSheet(await saved('Xuất Excel (XLSX)'));
    expect(sheet[0]).toEqual(['Mã hồ sơ', 'Thủ tục', 'Ngày nhận', 'Hẹn trả', 'Trạng thái', 'Từ ngày']);
    expect(sheet[1]?.slice(0, 2)).toEqual(["'=1+1", 'Cấp "đổi", lại']);
    expect(sheet[4]?.[4]).toBe('Chờ bổ sung');
    expect(JSON.stringify(sheet)).not.toContain('Nhung');
  });

  it('DS62 a file is looked at before it is kept; what is wrong is said by its line', async () => {
    const { fake, page } = await open();
    fake.on('dossier:import', ({ keep }) => ({ ok: true, value: { added: 2, known: keep ? 0 : 1 } }));
    const input = page.getByRole('tabpanel', { name: 'Hồ sơ' }).locator('input[type=file]');
    const csv = "\uFEFFMã hồ sơ;Thủ tục;Ngày nhận\r\n'-17;Khai sinh;20/11/2026\r\n";
    await input.setInputFiles(file('cũ.csv', Buffer.from(csv)));
    await page.getByText('Tệp cũ.csv: 2 hồ sơ mới, 1 hồ sơ đã có. Chưa nhập gì.').waitFor();
    const table = [
      ['Mã hồ sơ', 'Thủ tục', 'Ngày nhận'],
      ['-17', 'Khai sinh', '20/11/2026'],
    ];
    expect(sent(fake, 'dossier:import')).toMatchObject([{ rows: table, keep: false }]);
    await page.getByRole('button', { name: 'Nhập 2 hồ sơ' }).click();
    await page.getByText('Đã nhập 2 hồ sơ.').waitFor();
    expect(sent(fake, 'dossier:import').at(-1)).toMatchObject({ rows: table, keep: true });
    const xlsx = await writeXlsx([
      [{ value: 'Mã hồ sơ' }, { value: 'Thủ tục' }, { value: 'Ngày nhận' }],
      [
        { value: 17, type: Number },
        { value: 'Khai sinh' },
        { value: new Date(Date.UTC(2026, 10, 20)), type: Date, format: 'dd/mm/yyyy' },
      ],
    ]).toBuffer();
    await input.setInputFiles(file('mới.xlsx', xlsx));
    await page.getByText('Tệp mới.xlsx: 2 hồ sơ mới').waitFor();
    expect(sent(fake, 'dossier:import').at(-1)).toMatchObject({
      rows: [table[0], ['17', 'Khai sinh', '20/11/2026']],
    });
    fake.on('dossier:import', () => ({
      ok: false,
      problem: refuse('badTable', { line: 3, what: 'ngày nhận “mai”' }),
    }));
    await input.setInputFiles(file('sai.csv', Buffer.from(csv)));
    await page.getByText('Dòng 3 chưa đúng: ngày nhận “mai”.').waitFor();
    for (const broken of [
      file('a.xlsx', Buffer.from('PK')),
      file('b.csv', Buffer.from([0xff, 0xfe, 0x00])),
    ]) {
      await input.setInputFiles(broken);
      await page.getByText('Không đọc được tệp này').waitFor();
    }
  });
});

describe('letters', () => {
  const letter = {
    kind: 'apology',
    number: 12,
    writtenAt: Date.UTC(2026, 10, 24, 2),
    title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    body: ['Kính gửi: Ông/Bà Đỗ Văn Khôi', 'Rất mong nhận được sự thông cảm của Ông/Bà.'],
  } as const;

  it('DS63 for a late dossier an apology is proposed; the printed page is an official letter on A4', async () => {
    const { fake, page } = await open();
    fake.on('letter:write', () => ({ ok: true, value: { ...letter, body: [...letter.body] } }));
    await page.evaluate(() => Object.assign(window, { print: () => undefined }));
    await page.getByRole('button', { name: 'Thư H-2026-0098' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Người nhận').fill('Đỗ Văn Khôi');
    expect(await graveFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Lấy số và xem thư' }).click();
    await dialog.getByText('Rất mong nhận được').waitFor();
    expect(sent(fake, 'letter:write')).toMatchObject([
      { dossierId: rows[0]?.id, kind: 'apology', recipient: 'Đỗ Văn Khôi' },
    ]);
    await page.emulateMedia({ media: 'print' });
    const text = (await page.locator('.letter-print').innerText()).replaceAll(/\s+/gu, ' ');
    for (const said of [
      'UBND PHƯỜNG HÀ ĐÔNG',
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG HÀ ĐÔNG',
      'Số: 12/TTPVHCC',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hà Đông, ngày 24 tháng 11 năm 2026',
      letter.title,
      'Nơi nhận:',
      'GIÁM ĐỐC',
      'Nguyễn Văn Thành',
    ])
      expect(text).toContain(said);
    expect(await page.locator('.manage').isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // One page of 210 by 297 mm, in points.
    expect(pdf.match(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/gu)?.length).toBe(1);
  });

  it('DS64 a wording is checked while it is typed, kept, and given back to the product', async () => {
    const { fake, page } = await open();
    fake.on('letter:word', () => done);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Sửa mẫu: Cảm ơn' }).click();
    const save = dialog.getByRole('button', { name: 'Lưu' });
    await dialog.getByLabel('Nội dung').fill('Gửi {ten}');
    await dialog.getByText('Không có chỗ điền {ten}.').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Nội dung').fill('Gửi {nguoi_nhan');
    await dialog.getByText('Có dấu ngoặc nhọn thiếu một bên.').waitFor();
    await dialog.getByLabel('Nội dung').fill('Gửi {nguoi_nhan}');
    await save.click();
    await page.getByText('Đã lưu.').waitFor();
    await page.getByRole('button', { name: 'Sửa mẫu: Cảm ơn' }).click();
    await dialog.getByRole('button', { name: 'Về mẫu có sẵn' }).click();
    await expect.poll(() => sent(fake, 'letter:word').length).toBe(2);
    expect(sent(fake, 'letter:word')).toMatchObject([
      { kind: 'thanks', wording: { title: 'THƯ CẢM ƠN', body: 'Gửi {nguoi_nhan}' } },
      { kind: 'thanks', wording: null },
    ]);
  });

  it('DS65 the pattern of codes must name the number, and shows what it gives', async () => {
    const { fake, page } = await open();
    fake.on('dossier:setUp', () => done);
    const pattern = page.getByLabel('Mẫu mã hồ sơ');
    const save = page.locator('section', { has: pattern }).getByRole('button', { name: 'Lưu' });
    await pattern.fill('HD-{year}');
    await page.getByText('Cần có {number}').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await pattern.fill('HD.{number}');
    await page.getByText('HD.0123').waitFor();
    await page.getByLabel('Địa danh').fill('Vạn Phúc');
    await save.click();
    await page.getByText('Đã lưu.').waitFor();
    expect(sent(fake, 'dossier:setUp')).toMatchObject([
      { setting: { codePattern: 'HD.{number}', place: 'Vạn Phúc', superior: 'UBND PHƯỜNG HÀ ĐÔNG' } },
    ]);
  });
});
