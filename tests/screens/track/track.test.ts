import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { openScreen, server } from '../displays/page.ts';
import type { FakeServer } from '../fakeServer.ts';
import type { State } from './view.ts';
import { trackView, waitingBehind } from './view.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const phone = { width: 390, height: 844 } as const;
const small = { width: 320, height: 480 } as const;

const form = {
  levels: [
    { level: 4, name: { vi: 'Rất hài lòng', en: 'Very satisfied' } },
    { level: 3, name: { vi: 'Hài lòng', en: 'Satisfied' } },
    { level: 2, name: { vi: 'Bình thường', en: 'Neutral' } },
    { level: 1, name: { vi: 'Không hài lòng', en: 'Not satisfied' } },
  ],
  askReasonsBelow: 3,
  reasons: [
    { code: 'TIME', name: { vi: 'Thời gian chờ, giải quyết lâu', en: 'Long wait' } },
    { code: 'ATTITUDE', name: { vi: 'Thái độ chưa đúng mực', en: 'Attitude' } },
  ],
};

/** Notes what the phone is told to do. */
const listen = (): void => {
  const shaken: unknown[] = [];
  Object.assign(window, { shaken });
  Object.defineProperty(navigator, 'vibrate', { value: (pattern: unknown) => shaken.push(pattern) });
  Object.defineProperty(navigator, 'language', { value: 'vi-VN' });
};
const shakenOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { shaken: unknown[] }).shaken.length);

async function open(
  state: State,
  viewport: Parameters<typeof openScreen>[2] = phone,
): Promise<{ fake: FakeServer; page: Page }> {
  const fake = await server();
  fake.show('track', trackView(state));
  const page = await openScreen(browser, `${fake.url}/t/aToken-123`, viewport, listen);
  await page.getByText('A012', { exact: true }).waitFor();
  return { fake, page };
}

describe('the phone page', () => {
  it('TR1 shows the number, how many are ahead and the range, and follows the line by itself', async () => {
    const { fake, page } = await open(waitingBehind(5));
    await page.getByText('Còn 5 người phía trước').waitFor();
    await page.getByText('Dự kiến chờ khoảng 20–35 phút').waitFor();
    expect(await page.title()).toBe('A012 · còn 5 người');
    fake.show('track', trackView(waitingBehind(2)));
    await page.getByText('Xin Ông/Bà có mặt gần quầy.').waitFor();
  });

  it('TR2 fills with the counter when called, shakes once for each announcement, and not for a repeated view', async () => {
    const { fake, page } = await open(waitingBehind(1));
    fake.show('track', trackView({ kind: 'called', counterNumber: 3, announcementId: 41 }));
    await page.getByText('Quầy 3', { exact: true }).waitFor();
    expect(await page.title()).toBe('A012 · mời đến quầy 3');
    fake.show('track', trackView({ kind: 'called', counterNumber: 3, announcementId: 41 }));
    fake.show('track', trackView({ kind: 'called', counterNumber: 3, announcementId: 44 }));
    await expect.poll(() => shakenOf(page)).toBe(2);
    const size = await page
      .getByText('Quầy 3', { exact: true })
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThan(80);
  });

  it('TR3 switches the bell on by a touch and says that it is on', async () => {
    const { page } = await open(waitingBehind(4));
    await page.getByRole('button', { name: 'Bật chuông báo khi đến lượt' }).click();
    await page.getByRole('button', { name: 'Chuông báo đã bật' }).waitFor();
  });

  it('TR4 gives the place up only after asking', async () => {
    const { fake, page } = await open(waitingBehind(4));
    fake.on('track:cancel', () => {
      fake.show('track', trackView({ kind: 'cancelled' }));
      return { ok: true, value: {} };
    });
    await page.getByRole('button', { name: 'Tôi không cần số này nữa' }).click();
    await page.getByRole('button', { name: 'Giữ số' }).click();
    expect(fake.heard).toEqual([]);
    await page.getByRole('button', { name: 'Tôi không cần số này nữa' }).click();
    // A view that comes meanwhile does not take the question away.
    fake.show('track', trackView(waitingBehind(3)));
    await page.getByText('Còn 3 người phía trước').waitFor();
    await page.getByRole('button', { name: 'Hủy số' }).click();
    await page.getByText('Số này đã được hủy').waitFor();
    expect(fake.heard).toHaveLength(1);
  });

  it('TR5 a satisfied visitor rates with one touch', async () => {
    const { fake, page } = await open({ kind: 'done', rating: form });
    fake.on('rating:give', () => {
      fake.show('track', trackView({ kind: 'done', rating: null }));
      return { ok: true, value: {} };
    });
    await page.getByRole('button', { name: 'Rất hài lòng' }).click();
    await page.getByText('Cảm ơn Ông/Bà!').waitFor();
    expect(fake.heard[0]?.input).toMatchObject({ level: 4, reasons: [], remark: null });
  });

  it('TR6 an unsatisfied one says why; a new view takes nothing of what is typed', async () => {
    const { fake, page } = await open({ kind: 'done', rating: form });
    fake.on('rating:give', () => ({ ok: true, value: {} }));
    await page.getByRole('button', { name: 'Không hài lòng' }).click();
    await page.getByLabel('Thời gian chờ').check();
    await page.getByLabel('Ý kiến khác').fill('Chờ hơn một giờ');
    fake.show('track', trackView({ kind: 'done', rating: form }));
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await expect
      .poll(() => fake.heard[0]?.input)
      .toMatchObject({ level: 1, reasons: ['TIME'], remark: 'Chờ hơn một giờ' });
  });

  it.each<readonly [State, string]>([
    [{ kind: 'serving', counterNumber: 3 }, 'Ông/Bà đang được phục vụ tại quầy 3'],
    [{ kind: 'parked', counterNumber: 3 }, 'Cán bộ sẽ mời lại Ông/Bà.'],
    [{ kind: 'missed' }, 'Số đã được gọi nhưng chưa có ai đến'],
    [{ kind: 'expired' }, 'Số này đã hết hiệu lực'],
  ])('TR7 says what became of the ticket: %j', async (state, words) => {
    const { page } = await open(state);
    await page.getByText(words).waitFor();
  });

  it('TR8 says at once that the line is cut, and is right at once when it is back', async () => {
    const { fake, page } = await open(waitingBehind(5));
    fake.cut();
    await page.getByText('Mất kết nối. Đang thử lại…').waitFor();
    fake.show('track', trackView(waitingBehind(3)));
    fake.back();
    await page.getByText('Còn 3 người phía trước').waitFor();
    expect(await page.getByText('Mất kết nối').count()).toBe(0);
  });

  it('TR9 tells the holder of a wrong address what to do', async () => {
    const fake = await server();
    fake.letIn(() => 'unpaired');
    const page = await openScreen(browser, `${fake.url}/t/wrong`, phone, listen);
    await page.getByText('Không tìm thấy số này').waitFor();
  });

  it('TR10 speaks the other language at a touch, and stays within a small screen', async () => {
    const { page } = await open(waitingBehind(5), small);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('5 ahead of you').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('TR11 loads with less than 60 kB, packed', async () => {
    const fake = await server();
    fake.show('track', trackView(waitingBehind(5)));
    const context = await browser.newContext({ viewport: phone });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => bodies.push(response.body()));
    await page.goto(`${fake.url}/t/aToken-123`);
    await page.getByText('A012', { exact: true }).waitFor();
    const { gzipSync } = await import('node:zlib');
    const packed = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(packed).toBeLessThan(60_000);
    expect(packed).toBeGreaterThan(1_000);
  });

  it('DB17 leads to what everybody may know, but not from a call, nor while that is switched off', async () => {
    const { fake, page } = await open(waitingBehind(5));
    const link = page.getByRole('link', { name: /Dân biết/u });
    expect(await link.getAttribute('href')).toBe('/dan-biet');
    fake.show('track', trackView({ kind: 'called', counterNumber: 3, announcementId: 4 }));
    await page.getByText('Quầy 3').waitFor();
    expect(await link.count()).toBe(0);
    fake.show('track', trackView(waitingBehind(2), { danBiet: false }));
    await page.getByText('Còn 2 người phía trước').waitFor();
    expect(await link.count()).toBe(0);
  });
});
