import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { chimesOf, notesOf, openScreen, server, tablet } from './page.ts';
import { call, counter } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const called = call(7, 'A012', 3);

describe('the counter display', () => {
  it('S20 follows a visit: rest, call, service, rest; and chimes for the call only', async () => {
    const fake = await server();
    fake.show('counter', counter(null));
    const page = await openScreen(browser, `${fake.url}/counter?counter=3`, tablet);
    await page.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor();
    expect(await page.locator('.desk-header').textContent()).toMatch(/Quầy.*3.*Lê Thị Minh Châu/u);
    expect(await page.locator('main').textContent()).toContain('Chứng thực');

    fake.show('counter', counter(called));
    await page.getByText('Mời Ông/Bà vào quầy').waitFor();
    expect(await page.locator('.desk-number').textContent()).toBe('A012');
    expect(await page.locator('.desk-field').textContent()).toContain('Chứng thực');
    await expect.poll(() => chimesOf(page)).toBe(1);

    fake.show('counter', counter(call(8, 'A012', 3, { announcements: 2 })));
    await expect
      .poll(async () => (await notesOf(page)).shown.map(({ id }) => id), { timeout: 9_000 })
      .toContain('8');
    await expect.poll(() => chimesOf(page)).toBe(2);

    fake.show('counter', counter({ ...called, announcementId: 8, state: 'serving' }));
    await page.getByText('Đang phục vụ').waitFor();
    expect(await page.locator('.desk-number').textContent()).toBe('A012');
    fake.show('counter', counter(null));
    await page.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor();
    fake.show('counter', counter(null, { officerName: null }));
    await page.getByRole('heading', { name: 'Quầy tạm nghỉ' }).waitFor();
    fake.show('counter', counter(null));
    await page.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor();
    fake.show('counter', counter(null, { onBreak: true }));
    await page.getByRole('heading', { name: 'Quầy tạm nghỉ' }).waitFor();
    expect(await chimesOf(page)).toBe(2);
  });

  it('S20 a reload during a call announces nothing', async () => {
    const fake = await server();
    fake.show('counter', counter(called));
    const page = await openScreen(browser, `${fake.url}/counter?counter=3`, tablet);
    await page.getByText('Mời Ông/Bà vào quầy').waitFor();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await notesOf(page)).toEqual({ tones: [], shown: [] });
  });

  it('S21 says which counter it shows, and says when it is cut off', async () => {
    const fake = await server();
    const asked: unknown[] = [];
    fake.letIn((who) => {
      asked.push(who.counterNumber);
      return null;
    });
    fake.show('counter', counter(called));
    const page = await openScreen(browser, `${fake.url}/counter?counter=3`, tablet);
    await page.getByText('Mời Ông/Bà vào quầy').waitFor();
    expect(asked).toEqual([3]);
    fake.cut();
    await page.getByRole('alert').waitFor({ timeout: 1_000 });
    expect(await page.getByRole('alert').textContent()).toContain('Mất kết nối');
    fake.back();
    await page.getByRole('alert').waitFor({ state: 'detached', timeout: 3_000 });
  });
});
