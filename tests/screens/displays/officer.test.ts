import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { desk, openScreen, server } from './page.ts';
import { deskTicket, officer, ticketIdOf } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const called = deskTicket(12, 'A012');
const serving = deskTicket(12, 'A012', { state: 'serving' });
const done = { ok: true, value: {} } as const;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A server that takes one visitor after the other through the desk, as slowly as told. */
async function workingServer(delayMs = 0): Promise<FakeServer> {
  const fake = await server();
  let next = 12;
  const at = (n: number, state: 'called' | 'serving') => officer(deskTicket(n, `A0${n}`, { state }));
  fake.show('officer', officer(null));
  fake.on('ticket:callNext', async () => {
    await pause(delayMs);
    fake.show('officer', at(next, 'called'));
    return { ok: true, value: { ticketId: ticketIdOf(next), number: `A0${next}` } };
  });
  fake.on('ticket:start', async () => {
    await pause(delayMs);
    fake.show('officer', at(next, 'serving'));
    return done;
  });
  fake.on('ticket:finish', async () => {
    await pause(delayMs);
    next += 1;
    fake.show('officer', officer(null));
    return done;
  });
  fake.on('ticket:miss', () => {
    fake.show('officer', officer(null));
    return { ok: true, value: { state: 'waiting' } };
  });
  return fake;
}

const open = (fake: FakeServer): Promise<Page> => openScreen(browser, `${fake.url}/officer`, desk);
const button = (page: Page, name: string) => page.getByRole('button', { name });
const names = (fake: FakeServer): string[] => fake.heard.map(({ name }) => name);
const atDesk = (page: Page, text: string) => page.locator('.at-desk').getByText(text, { exact: true });

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
    const page = await open(fake);
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
    const page = await open(fake);
    const taken = button(page, 'Quầy 2');
    await taken.waitFor();
    expect(await taken.textContent()).toContain('Nguyễn Văn Bình đang ngồi');
    expect(await taken.isDisabled()).toBe(true);
    await button(page, 'Quầy 4').click();
    await page.getByRole('heading', { name: 'Quầy đang trống' }).waitFor();
    expect(fake.heard[0]).toMatchObject({ name: 'desk:take', input: { counterId: 4 } });
    await button(page, 'Rời quầy').click();
    await page.getByRole('heading', { name: 'Chọn quầy làm việc' }).waitFor();
  });

  it('S31 takes a visitor through by keys, each shown on its button', async () => {
    const fake = await workingServer();
    const page = await open(fake);
    for (const [name, key] of [
      ['Gọi tiếp', 'N'],
      ['Gọi lại', 'R'],
      ['Bắt đầu', 'S'],
      ['Vắng', 'V'],
      ['Hoàn thành', 'F'],
    ] as const) {
      expect(await button(page, name).getAttribute('aria-keyshortcuts')).toBe(key);
      expect(await button(page, name).locator('kbd').textContent()).toBe(key);
    }
    await page.keyboard.press('n');
    await atDesk(page, 'A012').waitFor();
    await page.keyboard.press('r');
    await expect.poll(() => names(fake)).toContain('ticket:recall');
    await button(page, 'Bắt đầu').and(page.locator(':enabled')).waitFor();
    await page.keyboard.press('s');
    await atDesk(page, 'Đang phục vụ').waitFor();
    await button(page, 'Hoàn thành').and(page.locator(':enabled')).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('heading', { name: 'Quầy đang trống' }).waitFor();
    expect(names(fake)).toEqual(['ticket:callNext', 'ticket:recall', 'ticket:start', 'ticket:finish']);
    for (const { name, input } of fake.heard.slice(1))
      expect(input, name).toMatchObject({ ticketId: called.id });
  });

  it('S31 a held key, a key with Ctrl and a key while typing do nothing more', async () => {
    const fake = await workingServer(100);
    const page = await open(fake);
    await page.getByRole('heading', { name: 'Quầy đang trống' }).waitFor();
    await page.keyboard.press('Control+n');
    await page.evaluate(() => {
      const input = document.createElement('input');
      document.body.append(input);
      input.focus();
    });
    await page.keyboard.press('n');
    await pause(300);
    expect(names(fake)).toEqual([]);

    await page.evaluate(() => document.querySelector<HTMLElement>('body > input')?.remove());
    // Playwright sends every further `down` of a key as the repetition that a held key makes.
    for (let held = 0; held < 12; held++) {
      await page.keyboard.down('n');
      await page.keyboard.down('s');
      await pause(40);
    }
    await pause(300);
    expect(names(fake).filter((name) => name === 'ticket:callNext')).toHaveLength(1);
    expect(names(fake).length).toBeLessThanOrEqual(2);
  });

  it('S35 a double press sends one request, and never one for the next visitor', async () => {
    const fake = await workingServer(200);
    const page = await open(fake);
    await page.getByRole('heading', { name: 'Quầy đang trống' }).waitFor();
    // Two presses in one moment, before the screen has drawn the first one's effect; then some slower ones.
    await page.evaluate(() => {
      for (let n = 0; n < 2; n++) window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyN' }));
    });
    for (let n = 0; n < 3; n++) await page.keyboard.press('n');
    await atDesk(page, 'A012').waitFor();
    await button(page, 'Bắt đầu').dblclick();
    await atDesk(page, 'Đang phục vụ').waitFor();
    await button(page, 'Hoàn thành').and(page.locator(':enabled')).waitFor();
    for (let n = 0; n < 5; n++) {
      await page.keyboard.press('f');
      await pause(60);
    }
    await page.getByRole('heading', { name: 'Quầy đang trống' }).waitFor();
    await pause(300);
    expect(names(fake)).toEqual(['ticket:callNext', 'ticket:start', 'ticket:finish']);
  });

  it('S35 Enter held on a focused button presses it once', async () => {
    const fake = await workingServer();
    fake.show('officer', officer(called));
    const page = await open(fake);
    // A recall leaves its button on, so that nothing else would stop a second one.
    const recall = button(page, 'Gọi lại');
    await recall.focus();
    await page.keyboard.down('Enter');
    await expect.poll(() => names(fake)).toEqual(['ticket:recall']);
    await recall.and(page.locator(':enabled')).waitFor();
    await recall.focus();
    for (let held = 0; held < 10; held++) {
      await page.keyboard.down('Enter');
      await pause(30);
    }
    expect(names(fake)).toEqual(['ticket:recall']);
  });

  it('S30 buttons that do not apply are off', async () => {
    const fake = await server();
    const page = await open(fake);
    const enabled = (): Promise<string[]> =>
      page.locator('.officer-actions button:enabled .mantine-Button-label > span').allTextContents();
    for (const [ticket, offered] of [
      [null, ['Gọi tiếp']],
      [called, ['Gọi lại', 'Bắt đầu', 'Vắng']],
      [serving, ['Hoàn thành']],
    ] as const) {
      fake.show('officer', officer(ticket));
      await expect.poll(enabled).toEqual(offered);
    }
  });

  it('S36 shows who is served, since when, and asks to check the papers of somebody recognised', async () => {
    const fake = await server();
    fake.shiftClock(3_600_000);
    const since = Date.now() + 3_600_000 - 83_000;
    const visitor = { name: 'Nguyễn Thị Hồng Nhung', registeredAt: Date.UTC(2026, 5, 3), visits: 4 };
    fake.show('officer', officer(deskTicket(12, 'A012', { since, visitor, misses: 1 })));
    const page = await open(fake);
    await page.getByRole('heading', { name: 'Nguyễn Thị Hồng Nhung' }).waitFor();
    await page.getByText('Hãy đối chiếu giấy tờ').waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/^1:2[3-9] từ lúc gọi$/u);
    await atDesk(page, 'Vắng 1 lần').waitFor();
    fake.show('officer', officer(deskTicket(12, 'A012', { since })));
    await page.getByText('Công dân lấy số không qua nhận diện').waitFor();
    expect(await page.getByText('Hãy đối chiếu giấy tờ').count()).toBe(0);
  });

  it('S36 shows the line with waiting times, priority and misses', async () => {
    const fake = await server();
    fake.show('officer', officer(null));
    const page = await open(fake);
    const rows = page.locator('.officer-line tbody tr');
    await rows.first().waitFor();
    expect(await rows.first().textContent()).toMatch(/A014.*Chứng thực.*Ưu tiên.*40 phút/u);
    expect(await rows.last().textContent()).toMatch(/A020.*Vắng 1 lần.*gọi lại sau 3:\d\d/u);
    fake.show('officer', officer(null, { line: [] }));
    await page.getByText('Chưa có ai chờ ở quầy này.').waitFor();
  });

  it('S37 says why something was not done, and what became of a no-show', async () => {
    const fake = await workingServer();
    fake.on('ticket:callNext', () => ({ ok: false, problem: refuse('nobodyWaiting') }));
    const page = await open(fake);
    await page.getByRole('heading', { name: 'Quầy đang trống' }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('alert').getByText('Chưa có ai chờ ở quầy này.').waitFor();
    fake.show('officer', officer(called));
    await atDesk(page, 'A012').waitFor();
    await page.keyboard.press('v');
    await page.getByRole('alert').getByText('A012 vắng. Số này được gọi lại sau ít phút.').waitFor();
  });

  it('S38 says at once that it is cut off, sends nothing then, and goes on when it is back', async () => {
    const fake = await workingServer();
    fake.show('officer', officer(called));
    const page = await open(fake);
    await atDesk(page, 'A012').waitFor();
    fake.cut();
    await page.getByRole('alert').getByText('Mất kết nối với máy chủ').waitFor({ timeout: 1_000 });
    expect(await page.locator('.officer-actions button:enabled').count()).toBe(0);
    for (const key of ['s', 'v', 'r', 'n', 'f']) await page.keyboard.press(key);
    fake.back();
    await page.getByRole('alert').waitFor({ state: 'detached', timeout: 3_000 });
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
    const page = await open(fake);
    await atDesk(page, 'A012').waitFor();
    await page.keyboard.press('r');
    await expect.poll(() => fake.heard.length, { timeout: 4_000 }).toBe(2);
    expect(fake.heard[0]?.input['requestId']).toBe(fake.heard[1]?.input['requestId']);
    await button(page, 'Gọi lại').and(page.locator(':enabled')).waitFor();
  });

  it('S39 after a session has ended the visitor at the desk is found again', async () => {
    const fake = await workingServer();
    fake.show('officer', officer(serving));
    const page = await open(fake);
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
    const page = await open(fake);
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
    const page = await open(fake);
    await button(page, 'English').click();
    await button(page, 'Call next').waitFor();
    await page.reload();
    await button(page, 'Call next').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});
