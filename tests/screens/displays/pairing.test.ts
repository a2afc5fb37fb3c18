import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { openScreen, server, tablet, tv } from './page.ts';
import { call, counter, wall } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const code = '4832 0177';
/** A server on another machine: it lets in who holds the token, and gives it for the code. */
async function farServer(screen: 'wall' | 'counter'): Promise<FakeServer> {
  const fake = await server();
  fake.show('wall', wall([call(1, 'A012', 3)]));
  fake.show('counter', counter(null));
  fake.letIn(({ token }) => (token === 'good token' ? null : 'unpaired'));
  fake.onPost('/api/pair', (input) =>
    input.code === code
      ? { ok: true, value: { token: 'good token', screen } }
      : { ok: false, problem: refuse('badPairingCode') },
  );
  return fake;
}

const pair = async (page: Page, typed: string): Promise<void> => {
  await page.getByLabel('Mã ghép').fill(typed);
  await page.getByRole('button', { name: 'Ghép màn hình' }).click();
};

describe('pairing', () => {
  it('S50 a screen on another machine asks for its code once, and is itself again after a reload', async () => {
    const fake = await farServer('wall');
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await page.getByText('Màn hình này sẽ là bảng gọi số').waitFor();
    await pair(page, '0000 0000');
    await page.getByText('Mã ghép không đúng hoặc đã hết hạn.').waitFor();
    await pair(page, code);
    await page.locator('.wall-number').waitFor();
    await page.reload();
    await page.locator('.wall-number').waitFor();
  });

  it('S50 refuses the code of another kind of screen', async () => {
    const fake = await farServer('counter');
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await pair(page, code);
    await page.getByText('Mã này dành cho loại màn hình khác').waitFor();
  });

  it('S50 a paired counter display is bound to its counter, whatever its address says', async () => {
    const fake = await farServer('counter');
    const page = await openScreen(browser, `${fake.url}/counter?counter=5`, tablet);
    await pair(page, code);
    await page.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('S51 a screen that a manager removed asks for a new code', async () => {
    const fake = await farServer('wall');
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await pair(page, code);
    await page.locator('.wall-number').waitFor();
    fake.letIn(() => 'unpaired');
    fake.dismiss();
    await page.getByLabel('Mã ghép').waitFor({ timeout: 5_000 });
    expect(await page.evaluate(() => window.localStorage.length)).toBe(0);
  });

  it('S51 a removed screen on the server’s own machine is let in without a token', async () => {
    const fake = await farServer('wall');
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await pair(page, code);
    await page.locator('.wall-number').waitFor();
    fake.letIn(({ token }) => (token === undefined ? null : 'unpaired'));
    fake.dismiss();
    await expect.poll(() => page.evaluate(() => window.localStorage.length), { timeout: 5_000 }).toBe(0);
    await page.locator('.wall-number').waitFor();
  });

  it('S52 an outdated page loads itself anew, but not again and again', async () => {
    const fake = await server();
    let asked = 0;
    fake.letIn(() => {
      asked += 1;
      return 'protocol';
    });
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await expect.poll(() => asked, { timeout: 5_000 }).toBe(2);
    await page.getByText(/Trang sẽ tự tải lại sau \d+ giây/u).waitFor();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(asked).toBe(2);
  });

  it('S52 says plainly when it was opened from an address that is not allowed', async () => {
    const fake = await server();
    fake.letIn(() => 'origin');
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await page.getByText('Địa chỉ này không được phép').waitFor();
  });
});
