import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Table } from '../../../counter-display/screens/manage/reports/table.ts';
import { kindAt, sayCell } from '../../../counter-display/screens/manage/reports/table.ts';
import { allTables } from '../../../counter-display/screens/manage/reports/tables.ts';
import type { Report } from '../../../shared/contract/requests/report.ts';
import { launchBrowser } from '../../browser.ts';
import { graveFindings } from '../access.ts';
import { manage } from './manageView.ts';
import { openScreen, server, tv } from './page.ts';
import { reportsOfWeek } from './reportOf.ts';
import { resize } from '../letters.ts';

let browser: Browser;
let week: Report;
beforeAll(async () => {
  const [launched, reportOf] = await Promise.all([launchBrowser(), reportsOfWeek()]);
  browser = launched;
  week = reportOf('2026-11-15', '2026-11-21');
});
afterAll(() => browser.close());

/** A sheet of A4 at 96 dots to the inch, without the margins that Chromium leaves. */
const sheet = { width: 717, height: 1046 } as const;

async function openWeek(): Promise<Page> {
  const fake = await server();
  fake.show('manage', manage());
  fake.on('report:read', () => ({ ok: true, value: week }));
  const page = await openScreen(browser, `${fake.url}/manage#reports`, tv);
  await page.getByRole('heading', { name: 'Báo cáo từ 15/11/2026 đến 21/11/2026' }).waitFor();
  return page;
}

/** A table as the page says it. */
const said = (table: Table): string[][] =>
  table.rows.map((row, y) => row.map((cell, x) => sayCell(cell, kindAt(table, y, x), 'vi')));
const cellsOf = (region: Locator): Promise<string[][]> =>
  region
    .locator('tbody tr')
    .evaluateAll((rows: HTMLElement[]) =>
      rows.map((row) =>
        [...row.querySelectorAll<HTMLElement>('th, td')].map((cell) => cell.innerText.trim()),
      ),
    );
const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Unfolds the tables as somebody without a mouse does. */
async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('.report summary').all()) {
    await summary.focus();
    await page.keyboard.press('Enter');
  }
}

describe('every report', () => {
  it('DB33 DB34 has a picture and a table with the same figures, files that say them, and prints', async () => {
    const page = await openWeek();
    await unfold(page);
    const tables = allTables({ report: week, language: 'vi' });
    const groupings = {
      'Xem theo': ['Lĩnh vực', 'Quầy', 'Cán bộ', 'Cách lấy số', 'Ưu tiên'],
      'Xem hồ sơ theo': ['Lĩnh vực', 'Thủ tục'],
    };
    const seen = new Set<string>();
    const look = async (): Promise<void> => {
      for (const table of tables) {
        const there = region(page, table.title);
        if (seen.has(table.title) || (await there.count()) === 0) continue;
        seen.add(table.title);
        expect([table.title, await cellsOf(there)]).toEqual([table.title, said(table)]);
        // Wider than the page, it is moved by keyboard.
        await there.focus();
        expect(await there.evaluate((one) => one === document.activeElement)).toBe(true);
      }
    };
    await look();
    for (const [name, kinds] of Object.entries(groupings))
      for (const kind of kinds) {
        await page.getByRole('radiogroup', { name }).getByText(kind, { exact: true }).click();
        await look();
      }
    expect([...seen].toSorted()).toEqual(tables.map(({ title }) => title).toSorted());

    // Pictures say the numbers of their tables.
    const over = (title: string): Promise<string[]> =>
      page.getByRole('img', { name: title, exact: true }).locator('.report-over').allTextContents();
    const column = (title: string, place: number): string[] =>
      said(tables.find((table) => table.title === title) ?? { title, columns: [], rows: [] }).map(
        (row) => row[place] ?? '',
      );
    expect(await over('Số phát ra theo thời gian')).toEqual(column('Số phát ra theo thời gian', 1));
    expect(await over('Phân bố thời gian chờ')).toEqual(column('Phân bố thời gian chờ', 1));
    expect(await over('Hồ sơ theo thời gian')).toEqual(column('Hồ sơ theo thời gian', 2));
    const bars = await page.getByRole('list', { name: 'Hồ sơ', exact: true }).locator('b').allInnerTexts();
    expect(bars).toEqual(column('Hồ sơ', 1).slice(2, 6));
    const { early, onTime, late, received } = week.dossiers.counts;
    expect(bars.slice(0, 3)).toEqual([early, onTime, late].map((n) => sayCell(n, 'count', 'vi')));
    expect(column('Hồ sơ', 1)[0]).toBe(sayCell(received, 'count', 'vi'));
    expect(await graveFindings(page)).toEqual([]);

    await compareExcel(page, tables);
    await readCsvs(page, tables);
    await print(page);
  });
});

/**
 * Every table's CSV, by the button beside it. Caught before they become downloads, of which Chromium allows a page only
 * ten or so; that they are downloaded, and how they are marked, is R32.
 */
async function readCsvs(page: Page, tables: readonly Table[]): Promise<void> {
  await page.evaluate(() => {
    const files: Promise<string>[] = [];
    Object.assign(window, { files });
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) files.push(blob.text());
      return '#';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  const buttons = await page.getByRole('button', { name: 'Tải CSV' }).all();
  for (const button of buttons) await button.click();
  const texts = await page.evaluate(() =>
    Promise.all((window as unknown as { files: Promise<string>[] }).files),
  );
  // Of the groupings that are not chosen there is none just now.
  expect(texts).toHaveLength(tables.length - 5);
  for (const text of texts) {
    const [head = [], ...rows] = parse(text, { bom: true, delimiter: ';' });
    const names = head.map((name) => name.replace(/ \(%\)$/u, ''));
    const first = rows.map((row) => row[0]);
    const table = tables.find(
      ({ columns, rows: { length } }) =>
        length === rows.length && columns.every(({ name }, i) => name === names[i]),
    );
    expect(table?.rows.map((row) => String(row[0]))).toEqual(first);
  }
}

/** The Excel file, sheet by sheet, against what the server said. */
async function compareExcel(page: Page, tables: readonly Table[]): Promise<void> {
  const button = page.getByRole('button', { name: 'Tải Excel' });
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const sheets = await readExcel(await readFile(await file.path()));
  expect(sheets).toHaveLength(tables.length);
  for (const [i, { title, columns, rows }] of tables.entries()) {
    const [head, ...data] = sheets[i]?.data ?? [];
    expect([title, head, data]).toEqual([title, columns.map(({ name }) => name), rows]);
  }
  const byField = sheets.find(({ sheet: name }) => name === 'Hồ sơ Lĩnh vực')?.data ?? [];
  expect(byField.slice(1, -1).map((row) => [row[0], row[1], row[3], row[4], row[5]])).toEqual(
    week.dossiers.field.map(({ name, counts }) => [
      name?.vi,
      counts.received,
      counts.early,
      counts.onTime,
      counts.late,
    ]),
  );
}

/** On A4, with all tables unfolded. */
async function print(page: Page): Promise<void> {
  await resize(page, sheet);
  await page.emulateMedia({ media: 'print' });
  const cut = (): Promise<string[]> =>
    page.evaluate(
      (width) =>
        [...document.querySelectorAll<HTMLElement>('.report *')]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
          .map((one) => `${one.tagName} ${one.innerText.slice(0, 40)}`),
      sheet.width,
    );
  await expect.poll(cut).toEqual([]);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu) ?? [];
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.length).toBeLessThan(20);
}
