import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../shared/contract/requests/report.ts';
import { launchBrowser } from '../../browser.ts';
import { graveFindings } from '../access.ts';
import type { FakeServer } from '../fakeServer.ts';
import { manage } from './manageView.ts';
import { desk, openScreen, server, tv } from './page.ts';
import { reportsOfWeek } from './reportOf.ts';
import { resize } from '../letters.ts';

let browser: Browser;
let reportOf: (from: string, to: string) => Report;
let week: Report;
beforeAll(async () => {
  [browser, reportOf] = await Promise.all([launchBrowser(), reportsOfWeek()]);
  week = reportOf('2026-11-15', '2026-11-21');
});
afterAll(() => browser.close());

async function open(viewport: typeof desk | typeof tv = desk): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  fake.show('manage', manage());
  fake.on('report:read', ({ from, to }) => ({ ok: true, value: { ...reportOf(from, to) } }));
  const page = await openScreen(browser, `${fake.url}/manage#reports`, viewport);
  await page.getByLabel('Từ ngày').waitFor();
  return { fake, page };
}

/** Shows the invented week. */
async function showWeek(page: Page): Promise<void> {
  await page.getByLabel('Từ ngày').fill('15/11/2026');
  await page.getByLabel('Đến ngày').fill('21/11/2026');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.getByRole('heading', { name: 'Báo cáo từ 15/11/2026 đến 21/11/2026' }).waitFor();
}

const vietnamese = (n: number): string => new Intl.NumberFormat('vi-VN').format(n);

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('the manager’s reports', () => {
  it('R30 begins with this month, shows any days asked for, and says so when nobody came', async () => {
    const { fake, page } = await open();
    await expect.poll(() => fake.heard.length).toBe(1);
    await showWeek(page);
    const issued = page.locator('.report-figures div').filter({ hasText: 'Số đã phát' });
    await expect.poll(() => issued.locator('b').innerText()).toBe(vietnamese(week.figures.issued));
    expect(fake.heard.at(-1)?.input).toMatchObject({ from: '2026-11-15', to: '2026-11-21' });
    await page.getByLabel('Từ ngày').fill('1/2/2024');
    await page.getByLabel('Đến ngày').fill('31/2/2024');
    expect(await page.getByRole('button', { name: 'Xem', exact: true }).isDisabled()).toBe(true);
    await page.getByLabel('Đến ngày').fill('2/2/2024');
    await page.keyboard.press('Enter');
    await page.getByText('Không có lượt nào trong những ngày này.').waitFor();
    await page.getByLabel('Kỳ báo cáo').selectOption('year');
    await expect.poll(() => fake.heard.length).toBe(4);
    const year = fake.heard.at(-1)?.input;
    expect((Date.parse(String(year?.['to'])) - Date.parse(String(year?.['from']))) / 86_400_000).toBe(364);
  });

  it('R31 has a table for every picture, with the same numbers, reached by keyboard', async () => {
    const { page } = await open();
    await showWeek(page);
    const heat = page.getByRole('region', { name: 'Giờ đông trong tuần' });
    const cells = (await heat.locator('td').allInnerTexts()).filter((text) => text !== '–');
    expect(cells.map((text) => Number(text.replaceAll('.', ''))).toSorted((a, b) => a - b)).toEqual(
      week.hours.map(({ issued }) => issued).toSorted((a, b) => a - b),
    );
    const pictures = await page.locator('.report svg[role=img], .report ul.report-bars').count();
    expect(pictures).toBe(9);
    const folded = page.locator('summary');
    expect(await folded.count()).toBe(10);
    const waits = folded.filter({ hasText: 'Phân bố thời gian chờ' });
    await waits.focus();
    await page.keyboard.press('Enter');
    const table = page.getByRole('region', { name: 'Phân bố thời gian chờ' });
    expect(await table.locator('tbody tr td:nth-child(2)').allInnerTexts()).toEqual(
      week.waits.map(({ count }) => vietnamese(count)),
    );
    await page.getByRole('radiogroup', { name: 'Xem theo' }).getByText('Cán bộ', { exact: true }).click();
    const officers = page.getByRole('region', { name: 'Theo nhóm: Cán bộ' });
    const names = await officers.locator('tbody tr td:first-child').allInnerTexts();
    expect(names).toEqual([
      ...week.groups.officer.map(({ name }) => name?.vi ?? 'Chưa được phục vụ'),
      'Cộng',
    ]);
  });

  it('R32 gives CSV that Excel reads: marked as UTF-8, Vietnamese headers and numbers, no formula', async () => {
    const { fake, page } = await open();
    const [first, ...others] = week.groups.field;
    if (first === undefined) throw new Error('no field');
    const formula = { ...first, name: { vi: '=HYPERLINK("x")', en: 'x' } };
    fake.on('report:read', () => ({
      ok: true,
      value: { ...week, groups: { ...week.groups, field: [formula, ...others] } },
    }));
    await showWeek(page);
    const groups = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Theo nhóm' }) });
    const { name, bytes } = await downloaded(page, () =>
      groups.getByRole('button', { name: 'Tải CSV' }).click(),
    );
    expect(name).toBe('bao-cao-2026-11-15-2026-11-21-theo-nhom.csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = '', row = ''] = bytes.toString('utf8').slice(1).split('\r\n');
    expect(head).toContain('Lĩnh vực;Số đã phát;Đã phục vụ;Vắng mặt;Tỷ lệ bỏ về (%)');
    expect(row.startsWith(`"'=HYPERLINK(""x"")";${first.figures.issued};`)).toBe(true);
    const wait = Math.round((first.figures.waitMeanMs ?? 0) / 6_000) / 10;
    expect(row.split(';')[5]).toBe(String(wait).replace('.', ','));
  });

  it('R33 gives an Excel file with every table, whose numbers are numbers', async () => {
    const { page } = await open();
    await showWeek(page);
    const { name, bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: 'Tải Excel' }).click(),
    );
    expect(name).toBe('bao-cao-2026-11-15-2026-11-21.xlsx');
    const rows = await readSheet(bytes, 'Theo nhóm Quầy');
    expect(rows[0]?.slice(0, 3)).toEqual(['Quầy', 'Số đã phát', 'Đã phục vụ']);
    expect(rows.slice(1, -1).map((row) => row[1])).toEqual(
      week.groups.counter.map(({ figures }) => figures.issued),
    );
    const procedures = await readSheet(bytes, 'Thủ tục được làm nhiều nhất');
    expect(procedures).toHaveLength(week.procedures.length + 1);
  });

  it('R34 is printed without what only a screen needs, nothing cut off at the side', async () => {
    const { page } = await open();
    await showWeek(page);
    await resize(page, { width: 720, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Tải Excel' }).isVisible()).toBe(false);
    expect(await page.getByRole('tab', { name: 'Thiết bị' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: /^Báo cáo từ/u }).isVisible()).toBe(true);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(720);
  });

  it.each([desk, tv])(
    'R35 fits a screen of $width × $height, and axe finds nothing serious',
    async (viewport) => {
      const { page } = await open(viewport);
      await showWeek(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
      expect(await graveFindings(page)).toEqual([]);
    },
  );

  it('R36 says everything in English, too', async () => {
    const { page } = await open();
    await showWeek(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Report from 15/11/2026 to 21/11/2026' }).waitFor();
    for (const heading of ['Overview', 'Busy hours of the week', 'How long people waited', 'Satisfaction'])
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    // Names of fields, officers and procedures are the office's own; no word of the product is left in Vietnamese.
    const heads = (
      await page.locator('.report th[scope=col], .report dt, .report summary').allInnerTexts()
    ).join();
    expect(heads).not.toMatch(/số|chờ|phút|lượt/iu);
  });
});
