import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../shared/contract/problems.ts';
import type { View } from '../../../shared/contract/views.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { openScreen, server, tablet } from './page.ts';
import { call, counter, ratingForm, ticketIdOf } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const question = 'Ông/Bà có hài lòng không?';
const rating = (ticket: number, forMs = 60_000): NonNullable<View<'counter'>['rating']> => ({
  ...ratingForm,
  ticketId: ticketIdOf(ticket),
  number: 'A012',
  until: Date.now() + forMs,
});
const asking = (ticket = 12, forMs?: number): View<'counter'> =>
  counter(null, { rating: rating(ticket, forMs) });

async function open(view: View<'counter'>): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  fake.show('counter', view);
  const page = await openScreen(browser, `${fake.url}/counter?counter=3`, tablet);
  await page.locator('main.desk-stage').waitFor();
  return { fake, page };
}

describe('the rating at the counter', () => {
  it('CD1 a satisfied visitor answers by one touch, is thanked, and the counter is free again by itself', async () => {
    const { fake, page } = await open(asking());
    // As the real server does, which asks no longer about a ticket that was rated.
    fake.on('rating:give', () => {
      fake.show('counter', counter(null));
      return { ok: true, value: {} };
    });
    await page.getByRole('heading', { name: question }).waitFor();
    expect(await page.locator('.rating-levels button').allInnerTexts()).toEqual([
      'Rất hài lòng\nVery satisfied',
      'Hài lòng\nSatisfied',
      'Bình thường\nNeutral',
      'Không hài lòng\nNot satisfied',
    ]);
    await page.getByRole('button', { name: 'Rất hài lòng' }).click();
    await page.getByRole('heading', { name: 'Cảm ơn Ông/Bà!' }).waitFor();
    expect(fake.heard[0]).toMatchObject({
      name: 'rating:give',
      input: { ticketId: ticketIdOf(12), level: 4, reasons: [], remark: null },
    });
    await page.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor({ timeout: 10_000 });
  });

  it('CD2 an unsatisfied one is asked why; a new view takes nothing of what was chosen and typed', async () => {
    const { fake, page } = await open(asking());
    await page.getByRole('button', { name: 'Không hài lòng' }).click();
    await page.getByRole('heading', { name: 'Điều gì chưa tốt?' }).waitFor();
    expect(fake.heard).toEqual([]);
    await page.getByRole('button', { name: 'Phải đi lại nhiều lần' }).click();
    await page.getByRole('button', { name: 'Khác' }).click();
    await page.getByRole('button', { name: 'Khác' }).click();
    await page.getByLabel('Ý kiến khác').fill('  Ba lần mới xong ');
    fake.show('counter', { ...asking(), officerName: 'Nguyễn Văn Bình' });
    await page.getByText('Nguyễn Văn Bình').waitFor();
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.getByRole('heading', { name: 'Cảm ơn Ông/Bà!' }).waitFor();
    expect(fake.heard.map(({ input }) => input)).toMatchObject([
      { level: 1, reasons: ['VISITS'], remark: 'Ba lần mới xong' },
    ]);
  });

  it('CD3 a ticket is rated once, however often a face is touched, and not asked about again', async () => {
    const { fake, page } = await open(asking());
    let answer = (): void => undefined;
    fake.on('rating:give', () => new Promise((resolve) => (answer = () => resolve({ ok: true, value: {} }))));
    const best = page.getByRole('button', { name: 'Rất hài lòng' });
    await best.dblclick();
    await best.click();
    await expect.poll(() => fake.heard.length).toBe(1);
    answer();
    await page.getByRole('heading', { name: 'Cảm ơn Ông/Bà!' }).waitFor();
    await page.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor({ timeout: 10_000 });
    fake.show('counter', asking());
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await page.getByText(question).count()).toBe(0);
    fake.show('counter', asking(13));
    await page.getByRole('heading', { name: question }).waitFor();
    expect(fake.heard).toHaveLength(1);
  });

  it('CD4 “Bỏ qua” says so to the server and frees the counter at once', async () => {
    const { fake, page } = await open(asking());
    await page.getByRole('button', { name: 'Bỏ qua' }).click();
    await page.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor();
    await expect
      .poll(() => fake.heard)
      .toMatchObject([{ name: 'rating:skip', input: { ticketId: ticketIdOf(12) } }]);
  });

  it('CD5 the question goes by itself when its time is over by the server’s clock', async () => {
    const { fake, page } = await open(counter(null));
    fake.shiftClock(3_600_000);
    fake.show('counter', asking(12, 3_600_000 + 2_500));
    await page.getByRole('heading', { name: question }).waitFor();
    await page.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor({ timeout: 6_000 });
    expect(fake.heard).toEqual([]);
  });

  it('CD6 a call takes over at once, and what was not sent is dropped', async () => {
    const { fake, page } = await open(asking());
    await page.getByRole('button', { name: 'Không hài lòng' }).click();
    await page.getByRole('heading', { name: 'Điều gì chưa tốt?' }).waitFor();
    fake.show('counter', { ...asking(), call: call(9, 'B004', 3) });
    await page.getByText('Mời Ông/Bà vào quầy').waitFor();
    expect(await page.getByText('Điều gì chưa tốt?').count()).toBe(0);
    // The call is taken back: whoever comes now is not the one who was asked.
    fake.show('counter', asking());
    await page.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor();
    expect(fake.heard).toEqual([]);
  });

  it.each(['alreadyRated', 'notRateable'] as const)(
    'CD7 the question closes when the server says %s',
    async (code) => {
      const { fake, page } = await open(asking());
      fake.on('rating:give', () => ({ ok: false, problem: refuse(code) }));
      await page.getByRole('button', { name: 'Rất hài lòng' }).click();
      await page.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor();
      expect(await page.getByText('Cảm ơn').count()).toBe(0);
    },
  );

  it('CD7 an answer that could not be taken is said, and can be given again', async () => {
    const { fake, page } = await open(asking());
    let works = false;
    fake.on('rating:give', () =>
      works ? { ok: true, value: {} } : { ok: false, problem: { kind: 'bug', id: 'x' } },
    );
    await page.getByRole('button', { name: 'Hài lòng', exact: false }).nth(1).click();
    await page.getByText('Chưa gửi được. Xin Ông/Bà thử lại.').waitFor();
    works = true;
    await page.getByRole('button', { name: 'Rất hài lòng' }).click();
    await page.getByRole('heading', { name: 'Cảm ơn Ông/Bà!' }).waitFor();
  });

  it('CD8 the officer’s name stands on a badge, and none when nobody sits there', async () => {
    const { fake, page } = await open(counter(null));
    expect(await page.locator('.desk-officer').innerText()).toMatch(/Cán bộ[\s\S]*Lê Thị Minh Châu/u);
    fake.show('counter', counter(null, { officerName: null }));
    await page.getByRole('heading', { name: 'Quầy tạm nghỉ' }).waitFor();
    expect(await page.locator('.desk-officer').count()).toBe(0);
  });
});
