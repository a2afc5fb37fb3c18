import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import { launchBrowser } from '../../browser.ts';
import {
  atDesk,
  button,
  called,
  done,
  free,
  names,
  openConsole,
  pause,
  serving,
  workingServer,
} from './officerPage.ts';
import { desk, openScreen, server } from './page.ts';
import { officer } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the officer console', () => {
  it('S33 says in plain words why nobody was logged in, and lets in who may', async () => {
    const fake = await server();
    fake.show('officer', officer(null, { desk: null }));
    fake.letIn(() => 'login');
    let attempts = 0;
    fake.onPost('/api/login', ({ login, password }) => {
      attempts += 1;
      if (attempts === 1) return { ok: false, problem: refuse('badCredentials') };
      if (attempts === 2) return { ok: false, problem: refuse('tooManyAttempts', { seconds: 30 }) };
      expect([login, password]).toEqual(['chau', 'mật khẩu dài']);
      fake.letIn(() => null);
      return { ok: true, value: { name: 'Lê Thị Minh Châu', role: 'officer' } };
    });
    const page = await openScreen(browser, `${fake.url}/officer`, desk);
    const logIn = async (password: string): Promise<void> => {
      await page.getByLabel('Tên đăng nhập').fill('chau');
      await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(password);
      await page.keyboard.press('Enter');
    };
    await logIn('sai');
    await page.getByText('Sai tên đăng nhập hoặc mật khẩu.').waitFor();
    await logIn('sai');
    await page.getByText('Hãy đợi 30 giây rồi thử lại.').waitFor();
    await logIn('mật khẩu dài');
    await page.getByRole('heading', { name: 'Chọn quầy làm việc' }).waitFor();
  });

  it('S34 shows who sits where, takes a free counter and leaves it', async () => {
    const fake = await server();
    fake.show('officer', officer(null, { desk: null }));
    fake.on('desk:take', () => {
      fake.show('officer', officer(null));
      return done;
    });
    fake.on('desk:leave', () => {
      fake.show('officer', officer(null, { desk: null }));
      return done;
    });
    const page = await openConsole(browser, fake);
    const taken = page.getByRole('button', { name: 'Quầy 2' });
    await taken.waitFor();
    expect(await taken.textContent()).toContain('Nguyễn Văn Bình đang ngồi');
    expect(await taken.isDisabled()).toBe(true);
    await taken.click({ force: true });
    expect(fake.heard).toEqual([]);
    await page.getByRole('button', { name: 'Quầy 4' }).focus();
    await page.keyboard.press('Enter');
    await free(page).waitFor();
    // What was pressed has gone; the focus is where the work goes on.
    await button(page, 'Gọi số tiếp theo').and(page.locator(':focus')).waitFor();
    expect(fake.heard[0]).toMatchObject({ name: 'desk:take', input: { counterId: 4 } });
    await button(page, 'Đổi quầy').click();
    await page.getByRole('heading', { name: 'Chọn quầy làm việc' }).waitFor();
    // Where one sat last is one Enter away, now and after a reload.
    await page.getByRole('button', { name: 'Quầy 4' }).and(page.locator(':focus')).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Quầy 4' }).and(page.locator(':focus')).waitFor();
  });

  it('S38 says at once that it is cut off, sends nothing then, and goes on when it is back', async () => {
    const fake = await workingServer();
    fake.show('officer', officer(called));
    const page = await openConsole(browser, fake);
    await atDesk(page, 'A012').waitFor();
    fake.cut();
    await page.getByRole('alert').getByText('Mất kết nối với máy chủ').waitFor({ timeout: 1_000 });
    for (const name of ['Bắt đầu phục vụ', 'Gọi lại', 'Không có mặt', 'Trả về hàng chờ'])
      expect(await button(page, name).getAttribute('aria-disabled'), name).toBe('true');
    for (const key of ['s', 'v', 'r', 'n', 'f', 't']) await page.keyboard.press(key, { delay: 70 });
    fake.back();
    await page.locator('.staff-cut').waitFor({ state: 'detached', timeout: 3_000 });
    await pause(300);
    expect(names(fake)).toEqual([]);
    await page.keyboard.press('r');
    await expect.poll(() => names(fake)).toEqual(['ticket:recall']);
  });

  it('S38 a request under way when the line breaks is sent again by its own id', async () => {
    const fake = await workingServer();
    fake.show('officer', officer(called));
    let asked = 0;
    fake.on('ticket:recall', async () => {
      asked += 1;
      if (asked > 1) return done;
      fake.cut();
      fake.back();
      await pause(5_000);
      return done;
    });
    const page = await openConsole(browser, fake);
    await atDesk(page, 'A012').waitFor();
    await page.keyboard.press('r');
    await expect.poll(() => fake.heard.length, { timeout: 4_000 }).toBe(2);
    expect(fake.heard[0]?.input['requestId']).toBe(fake.heard[1]?.input['requestId']);
    await button(page, 'Gọi lại').and(page.locator(':not([aria-disabled])')).waitFor();
  });

  it('S39 after a session has ended the visitor at the desk is found again', async () => {
    const fake = await workingServer();
    fake.show('officer', officer(serving));
    const page = await openConsole(browser, fake);
    await atDesk(page, 'A012').waitFor();
    fake.letIn(() => 'login');
    fake.dismiss();
    await page.getByText('Phiên làm việc đã hết.').waitFor({ timeout: 4_000 });
    expect(await page.getByText('A012').count()).toBe(0);
    fake.onPost('/api/login', () => {
      fake.letIn(() => null);
      return { ok: true, value: { name: 'Lê Thị Minh Châu', role: 'officer' } };
    });
    await page.getByLabel('Tên đăng nhập').fill('chau');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('mật khẩu dài');
    await button(page, 'Đăng nhập').click();
    await atDesk(page, 'A012').waitFor();
  });

  it('S39 log-out forgets what was shown', async () => {
    const fake = await workingServer();
    fake.show('officer', officer(called));
    const page = await openConsole(browser, fake);
    await atDesk(page, 'A012').waitFor();
    fake.onPost('/api/logout', () => {
      fake.letIn(() => 'login');
      return done;
    });
    await button(page, 'Đăng xuất').click();
    await page.getByLabel('Tên đăng nhập').waitFor();
    expect(await page.getByText('A012').count()).toBe(0);
    expect(await page.getByText('Phiên làm việc đã hết.').count()).toBe(0);
  });

  it('S45 speaks English when asked to, and keeps to it', async () => {
    const fake = await workingServer();
    const page = await openConsole(browser, fake);
    await button(page, 'English').click();
    await button(page, 'Call the next number').waitFor();
    await page.reload();
    await button(page, 'Call the next number').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});
