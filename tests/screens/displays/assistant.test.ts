import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { kioskAt } from '../../factories/clients.ts';
import { closeAll, sightOf } from '../../factories/staffedOffice.ts';
import type { TestServer } from '../../factories/server.ts';
import { startServer } from '../../factories/server.ts';
import { fakePrinter } from '../../server/screens.ts';
import { graveFindings } from '../access.ts';
import { desk, openScreen } from './page.ts';

const dist = join(import.meta.dirname, '../../../dist');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A new office with its real pages, as `npm start` makes it, and its first manager logged in. */
async function newOffice(): Promise<{ server: TestServer; page: Page; password: string }> {
  onTestFinished(closeAll);
  const folders = { kiosk: join(dist, 'kiosk'), screens: join(dist, 'screens'), models: dist };
  const server = await startServer({ folders, answerMs: 100 });
  const password = server.firstManager?.password ?? '';
  const page = await openScreen(browser, `${server.url()}/manage`, desk);
  await page.getByLabel('Tên đăng nhập').fill('quanly');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  return { server, page, password };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
/** The visible one: tabs that are not open keep theirs. */
const office = (page: Page) => page.getByLabel('Tên cơ quan (tiếng Việt)').filter({ visible: true });
const next = (page: Page) => press(page, 'Xong, sang bước sau');
const at = (page: Page, n: number) => page.getByText(`Bước ${n} trên 10`).waitFor();

test('AS50 a manager is led from a new office to one that is ready: nothing is lost by leaving, going back or pressing twice', async () => {
  const { server, page } = await newOffice();
  await at(page, 1);
  await office(page).fill('UBND phường Kiến Hưng');
  await next(page);
  await page.getByText('Có thay đổi chưa lưu ở bước này').waitFor();
  // Typed and not saved, it is still there after a look elsewhere.
  await press(page, 'Tổng kết');
  await press(page, 'Quay lại');
  await press(page, /^Tên cơ quan và múi giờ/u);
  expect(await office(page).inputValue()).toBe('UBND phường Kiến Hưng');
  await press(page, 'Lưu');
  await page.getByText('Đã lưu tên cơ quan và múi giờ.').waitFor();
  await page.getByRole('button', { name: 'Xong, sang bước sau' }).dblclick();
  await at(page, 2);
  await press(page, 'Giờ hành chính và sáng thứ Bảy');
  await page.getByText('Đã đặt: Giờ hành chính và sáng thứ Bảy.').waitFor();
  await next(page);
  await at(page, 3);
  for (const name of [/^L · Thuế/u, /^H · Cư trú/u]) await page.getByRole('checkbox', { name }).uncheck();
  await press(page, 'Lưu lĩnh vực đã chọn');
  await page.getByText('Đã lưu: 8 lĩnh vực.').waitFor();
  await next(page);
  await at(page, 4);
  await page.getByText('4 quầy', { exact: true }).click();
  expect(await graveFindings(page)).toEqual([]);
  await press(page, 'Lưu các quầy');
  await page.getByText('Đã lưu 4 quầy.').waitFor();
  await next(page);
  await at(page, 5);
  // Leaves, and comes back another day.
  await page.goto(`${server.url()}/manage`);
  await at(page, 5);
  await press(page, 'Bỏ qua bước này');
  await at(page, 6);
  await next(page);
  await at(page, 7);
  const printer = await fakePrinter();
  await page.getByPlaceholder('tcp://192.168.1.50:9100').filter({ visible: true }).fill(printer.address);
  await press(page, 'Lưu: Máy lấy số trên máy chủ');
  await press(page, 'In thử: Máy lấy số trên máy chủ');
  await expect.poll(() => printer.jobs().filter((job) => job.length > 1_000).length).toBe(1);
  await press(page, 'Có');
  await at(page, 8);
  const kiosk = await kioskAt(server.url());
  await kiosk.do('visitor:identify', sightOf(1));
  await page.getByText('Máy lấy số đã thấy một khuôn mặt.').waitFor();
  await next(page);
  await at(page, 9);
  await press(page, 'Phát trên máy này');
  await press(page, 'Không');
  await page.getByText('Chưa đạt').waitFor();
  await at(page, 9);
  await press(page, 'Tổng kết');
  await page.getByText('Cán bộ · Đã bỏ qua').waitFor();
  await page.getByText('Thử âm thanh · Chưa đạt').waitFor();
  expect(await graveFindings(page)).toEqual([]);
  await press(page, 'Kết thúc thiết lập');
  await expect.poll(() => server.rows()['assistant_step']).toHaveLength(10);
  await page.goto(`${server.url()}/manage`);
  await page.getByRole('tab', { name: 'Điều hành', selected: true }).waitFor();
  await page.getByRole('tab', { name: 'Thiết lập từng bước' }).click();
  await at(page, 10);
  const view = kiosk.view();
  expect(view.office.name.vi).toBe('UBND phường Kiến Hưng');
  expect(view.fields).toHaveLength(8);
});

test('AS51 a manager backs up, takes the settings out and in, and puts a backup back; the page comes back by itself', async () => {
  const { server, page, password } = await newOffice();
  await page.getByRole('tab', { name: 'Sao lưu và cấu hình' }).click();
  await page.getByText('Chưa có bản sao lưu nào.').waitFor();
  await press(page, 'Sao lưu ngay');
  await page.getByText('Đã sao lưu và kiểm tra xong').waitFor();
  const exported = page.waitForEvent('download');
  await press(page, 'Xuất ra tệp');
  const file = await (await exported).path();
  await page.getByText('Đã xuất cấu hình.').waitFor();
  const kiosk = await kioskAt(server.url());
  const { name } = kiosk.view().office;
  await page.getByRole('tab', { name: 'Cơ quan và lĩnh vực' }).click();
  await office(page).fill('Một tên khác');
  await press(page, 'Lưu');
  await kiosk.until((view) => view.office.name.vi === 'Một tên khác');
  await page.getByRole('tab', { name: 'Sao lưu và cấu hình' }).click();
  await page.locator('input[type=file][accept=".json"]').setInputFiles({
    name: 'cau-hinh.json',
    mimeType: 'application/json',
    buffer: readFileSync(file),
  });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Cơ quan và quy tắc').waitFor();
  expect(await graveFindings(page)).toEqual([]);
  server.clock.pass(1_000);
  await dialog.getByRole('button', { name: 'Sao lưu rồi nhập' }).click();
  await page.getByText('Đã nhập cấu hình từ cau-hinh.json.').waitFor();
  await kiosk.until((view) => view.office.name.vi === name.vi);
  // The newest backup is of the moment before the import.
  await page
    .getByRole('button', { name: /^Khôi phục/u })
    .first()
    .click();
  await dialog.getByText('Bản sao lưu này nguyên vẹn và mở được.').waitFor();
  await dialog.getByLabel('Mật khẩu của anh/chị').fill('không phải');
  await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click();
  await dialog.getByText('Mật khẩu không đúng.').waitFor();
  expect(await graveFindings(page)).toEqual([]);
  await dialog.getByLabel('Mật khẩu của anh/chị').fill(password);
  await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click();
  await page.getByText(/Đã khôi phục dữ liệu lúc/u).waitFor();
  await page.getByText('Trước khi khôi phục').waitFor();
  expect((await kioskAt(server.url())).view().office.name.vi).toBe('Một tên khác');
});
