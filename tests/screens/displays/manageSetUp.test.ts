import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
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

async function open(tab: string): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  fake.show('manage', manage());
  return { fake, page: await openScreen(browser, `${fake.url}/manage#${tab}`, desk) };
}

describe('the manager makes the office', () => {
  it('S120 names the office and its time zone', async () => {
    const { fake, page } = await open('office');
    fake.on('office:setName', () => done);
    await page.getByLabel('Tên cơ quan (tiếng Việt)').fill('UBND phường Kiến Hưng');
    await page.getByRole('combobox', { name: 'Múi giờ' }).fill('Bangkok');
    await page.getByRole('option', { name: 'Asia/Bangkok' }).click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu tên cơ quan và múi giờ.').waitFor();
    expect(fake.heard.at(-1)).toMatchObject({
      name: 'office:setName',
      input: { name: { vi: 'UBND phường Kiến Hưng' }, timeZone: 'Asia/Bangkok' },
    });
  });

  it('S121 adds a field once all of it is said, and keeps what was typed when it is refused', async () => {
    const { fake, page } = await open('office');
    fake.on('field:save', () => ({
      ok: false,
      problem: refuse('prefixTaken', { prefix: 'B', name: 'Hộ tịch' }),
    }));
    await page.getByRole('button', { name: 'Thêm lĩnh vực' }).click();
    const dialog = page.getByRole('dialog');
    const save = dialog.getByRole('button', { name: 'Lưu' });
    await dialog.getByLabel('Tên lĩnh vực (tiếng Việt)').fill('Hộ chiếu');
    await dialog.getByLabel('Tên lĩnh vực (tiếng Anh)').fill('Passports');
    await dialog.getByLabel('Mô tả ngắn trên máy lấy số (tiếng Việt)').fill('Cấp mới, cấp đổi');
    await dialog.getByLabel('Mô tả ngắn trên máy lấy số (tiếng Anh)').fill('First issue, renewal');
    await dialog.getByLabel('Biểu tượng').selectOption('Thẻ căn cước');
    await dialog.getByLabel('Số phút mỗi lượt').fill('12');
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Ký hiệu đầu số').fill('b');
    await save.click();
    await dialog.getByText('Lĩnh vực “Hộ tịch” đã dùng ký hiệu B.').waitFor();
    fake.on('field:save', () => done);
    await dialog.getByLabel('Ký hiệu đầu số').fill('p');
    await save.click();
    await page.getByText('Đã lưu lĩnh vực “Hộ chiếu”.').waitFor();
    expect(fake.heard.at(-1)?.input).toMatchObject({
      fieldId: null,
      setting: { prefix: 'P', name: { vi: 'Hộ chiếu', en: 'Passports' }, icon: 'id', serviceMs: 720_000 },
    });
  });

  it('S122 moves a field in the kiosks’ order', async () => {
    const { fake, page } = await open('office');
    fake.on('field:order', () => done);
    expect(await page.getByRole('button', { name: 'Đưa lên: Chứng thực' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Đưa lên: Hộ tịch' }).click();
    await expect.poll(() => fake.heard.at(-1)?.input['fieldIds']).toEqual([2, 1, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('S123 removes a field only after asking, and says why it cannot', async () => {
    const { fake, page } = await open('office');
    fake.on('field:remove', () => ({ ok: false, problem: refuse('fieldInUse') }));
    await page.getByRole('button', { name: 'Xóa: Hộ tịch' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xóa lĩnh vực “Hộ tịch”?' });
    expect(fake.heard).toEqual([]);
    await dialog.getByRole('button', { name: 'Xóa' }).click();
    await dialog.getByText('Lĩnh vực này hôm nay đã phát số').waitFor();
    await dialog.getByRole('button', { name: 'Giữ lại' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('S124 adds a counter with the next number, whose name follows the number', async () => {
    const { fake, page } = await open('people');
    fake.on('counter:save', () => done);
    await page.getByRole('button', { name: 'Thêm quầy' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByLabel('Số quầy').inputValue()).toBe('7');
    await dialog.getByLabel('Số quầy').fill('12');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu quầy 12.').waitFor();
    expect(fake.heard.at(-1)?.input).toMatchObject({
      counterId: null,
      number: 12,
      name: { vi: 'Quầy 12', en: 'Counter 12' },
    });
  });

  it('S125 adds an officer under a user name of the right form, and says that a password is still to be set', async () => {
    const { fake, page } = await open('people');
    fake.on('officer:add', () => done);
    await page.getByRole('button', { name: 'Thêm cán bộ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Họ và tên').fill('Hoàng Thị Dung');
    await dialog.getByLabel('Tên đăng nhập').fill('Dung Hoàng');
    await dialog.getByText('Tên đăng nhập chỉ gồm chữ thường không dấu').waitFor();
    await dialog.getByLabel('Tên đăng nhập').fill('Dung.Hoang');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã thêm Hoàng Thị Dung. Hãy đặt mật khẩu').waitFor();
    expect(fake.heard.at(-1)?.input).toMatchObject({
      login: 'dung.hoang',
      name: 'Hoàng Thị Dung',
      role: 'officer',
    });
  });

  it('S126 removes an officer only after asking', async () => {
    const { fake, page } = await open('people');
    fake.on('officer:remove', () => done);
    await page.getByRole('button', { name: 'Xóa: Nguyễn Văn Bình' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xóa tài khoản của Nguyễn Văn Bình?' });
    expect(fake.heard).toEqual([]);
    await dialog.getByRole('button', { name: 'Xóa' }).click();
    await page.getByText('Đã xóa tài khoản của Nguyễn Văn Bình.').waitFor();
    expect(fake.heard.at(-1)?.input).toMatchObject({ officerId: 2 });
  });
});
