import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import { launchBrowser } from '../../browser.ts';
import { desk, openScreen, server } from './page.ts';
import { manage } from './manageView.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const done = { ok: true, value: {} } as const;

describe('the manage page', () => {
  it('S60 lets in managers only', async () => {
    const fake = await server();
    fake.show('manage', manage());
    fake.letIn(() => 'login');
    let role: 'officer' | 'manager' = 'officer';
    fake.onPost('/api/login', () => {
      if (role === 'manager') fake.letIn(() => null);
      return { ok: true, value: { name: 'Lê Thị Minh Châu', role } };
    });
    const page = await openScreen(browser, `${fake.url}/manage#people`, desk);
    const logIn = async (): Promise<void> => {
      await page.getByLabel('Tên đăng nhập').fill('chau');
      await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('mật khẩu');
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
    };
    await logIn();
    await page.getByText('Trang này dành cho người quản lý.').waitFor();
    role = 'manager';
    await logIn();
    await page.getByRole('heading', { name: 'Cán bộ', exact: true }).waitFor();
  });

  it('S61 sets a password, and says when it is too weak', async () => {
    const fake = await server();
    fake.show('manage', manage());
    fake.on('officer:setPassword', ({ password }) =>
      password.length < 10 ? { ok: false, problem: refuse('weakPassword', { min: 10 }) } : done,
    );
    const page = await openScreen(browser, `${fake.url}/manage#people`, desk);
    const row = page.getByRole('row', { name: 'Phạm Quốc Dũng' });
    expect(await row.textContent()).toContain('Chưa đặt');
    await row.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Mật khẩu mới').fill('ngắn');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText('Mật khẩu cần ít nhất 10 ký tự.').waitFor();
    await dialog.getByLabel('Mật khẩu mới').fill('một mật khẩu dài');
    await page.keyboard.press('Enter');
    await page.getByText('Đã đặt mật khẩu cho Phạm Quốc Dũng.').waitFor();
    expect(fake.heard.at(-1)?.input).toMatchObject({ officerId: 3, password: 'một mật khẩu dài' });
  });

  it('S62 invites a screen and shows its code large, with its end', async () => {
    const fake = await server();
    fake.shiftClock(-7_200_000);
    fake.show('manage', manage());
    fake.on('device:invite', () => ({
      ok: true,
      value: { code: '4832 0177', expiresAt: Date.now() - 7_200_000 + 600_000 },
    }));
    const page = await openScreen(browser, `${fake.url}/manage#devices`, desk);
    await page.getByRole('button', { name: 'Ghép thiết bị mới' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Loại màn hình').selectOption('counter');
    await dialog.getByLabel('Đang ở').selectOption('3');
    await dialog.getByLabel('Tên thiết bị').fill('Máy tính bảng quầy 3');
    await dialog.getByRole('button', { name: 'Lấy mã ghép' }).click();
    const code = dialog.getByText('4832 0177');
    await code.waitFor();
    expect(await code.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThan(
      60,
    );
    expect(await dialog.textContent()).toMatch(/còn (10:00|9:5\d)/u);
    expect(await dialog.textContent()).toContain(`${fake.url}/counter`);
    expect(fake.heard[0]?.input).toMatchObject({
      screen: 'counter',
      counterId: 3,
      name: 'Máy tính bảng quầy 3',
    });
  });

  it('S62 a wall is invited without a counter', async () => {
    const fake = await server();
    fake.show('manage', manage());
    fake.on('device:invite', () => ({ ok: true, value: { code: '1', expiresAt: Date.now() - 1 } }));
    const page = await openScreen(browser, `${fake.url}/manage#devices`, desk);
    await page.getByRole('button', { name: 'Ghép thiết bị mới' }).click();
    await page.getByLabel('Tên thiết bị').fill('Bảng sảnh');
    await page.keyboard.press('Enter');
    await page.getByText('Mã đã hết hạn.').waitFor();
    expect(fake.heard[0]?.input).toMatchObject({ screen: 'wall', counterId: null });
  });

  it('S63 removes a screen only after asking', async () => {
    const fake = await server();
    fake.show('manage', manage());
    const page = await openScreen(browser, `${fake.url}/manage#devices`, desk);
    await page.getByRole('button', { name: 'Gỡ Bảng sảnh tầng 1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Gỡ thiết bị “Bảng sảnh tầng 1”?').waitFor();
    await dialog.getByRole('button', { name: 'Thôi' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(fake.heard).toEqual([]);
    await page.getByRole('button', { name: 'Gỡ Bảng sảnh tầng 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gỡ', exact: true }).click();
    await expect.poll(() => fake.heard.map(({ input }) => input['deviceId'])).toEqual([1]);
  });

  it('S64 shows where the screens are', async () => {
    const fake = await server();
    fake.show('manage', manage());
    const page = await openScreen(browser, `${fake.url}/manage`, desk);
    await page.getByRole('tab', { name: 'Thiết bị' }).click();
    expect(await page.getByRole('link', { name: `${fake.url}/wall` }).count()).toBe(1);
    await page.reload();
    await page.getByRole('link', { name: `${fake.url}/wall` }).waitFor();
  });
});
