import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DanBietNow } from '../../../shared/contract/danBiet.ts';
import { danBietNow, danBietProcedures } from '../../../shared/contract/danBiet.ts';
import { danBietPaths } from '../../../shared/contract/danBietPaths.ts';
import { launchBrowser } from '../../browser.ts';
import { graveFindings, lostWhenLarge, outOfReach } from '../access.ts';
import { openScreen, server, tv } from '../displays/page.ts';
import { busyFriday, closedSunday, firstDay, posted } from './figures.ts';
import { resize } from '../letters.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const phone = { width: 390, height: 844 } as const;
const upright = { width: 1080, height: 1920 } as const;

/** What the office answers; `null`: not at all, `off`: the page is switched off. */
type Answer = DanBietNow | 'off' | null;

/** Stands still but when it is told to go on: the page asks and turns by the clock. */
async function open(
  viewport: { readonly width: number; readonly height: number },
  first: Answer = busyFriday,
) {
  const fake = await server();
  let answer: Answer = first;
  const page = await openScreen(browser, 'about:blank', viewport, () =>
    Object.defineProperty(navigator, 'language', { value: 'vi-VN' }),
  );
  await page.clock.install();
  for (const path of [danBietPaths.now, danBietPaths.procedures])
    await page.route(`**${path}`, (route) => {
      if (answer === null) return route.abort();
      if (answer === 'off') return route.fulfill({ json: { off: true } });
      // What the contract would refuse, the page must not be tested with.
      const json = path === danBietPaths.now ? danBietNow.parse(answer) : danBietProcedures.parse(posted);
      return route.fulfill({ json });
    });
  await page.goto(fake.url + danBietPaths.page);
  await page.locator('.part, .message, .band').first().waitFor();
  const become = async (next: Answer): Promise<void> => {
    answer = next;
    await page.clock.runFor(30_000);
  };
  return { page, become };
}

const text = (page: Page, selector: string): Promise<string> => page.locator(selector).innerText();
const shownFields = (page: Page): Promise<string[]> => page.locator('.group:visible h3').allInnerTexts();

describe('the page "Dân biết"', () => {
  it('DB20 DB21 on a phone says how it is now, in words and pictures with the same numbers, and finds procedures', async () => {
    const { page, become } = await open(phone);
    expect(await text(page, '.opening')).toBe('Đang mở cửa, phát số đến 11:30');
    expect(await text(page, '.waits li:nth-child(2)')).toBe('Hộ tịch\nkhoảng 5–11 phút\n1 người đang chờ');
    expect(await text(page, '.load > p:first-of-type')).toBe(
      'Đến 10 giờ: 68 lượt, thường lệ 51 lượt. Đông hơn thường lệ.',
    );
    expect(await page.locator('.load li .said').allTextContents()).toContain(
      '8–9 giờ: 38 lượt, thường lệ 31',
    );
    const heights = await page
      .locator('.bars .taken')
      .evaluateAll((bars) => bars.map((bar) => (bar as HTMLElement).style.height));
    expect(heights.slice(0, 2)).toEqual(['0%', '100%']);
    expect(await text(page, '.quietest p')).toBe('Vắng nhất: thứ Tư, 14–15 giờ; thứ Bảy, 10–11 giờ.');
    expect(await text(page, '.satisfaction')).toContain('86% hài lòng hoặc rất hài lòng');
    expect(await text(page, '.satisfaction')).toContain('8.227 lượt đánh giá trong 90 ngày qua');
    expect(await page.locator('.hours dt').allInnerTexts()).toEqual([
      'Thứ Hai – Thứ Sáu',
      'Thứ Bảy',
      'Chủ Nhật',
      '01/12 (Nghỉ bù)',
    ]);
    expect(await page.locator('.hours dd').allInnerTexts()).toEqual([
      '07:30–11:30, 13:30–17:00',
      '08:00–11:30',
      'nghỉ',
      'nghỉ',
    ]);
    const search = page.getByRole('searchbox', { name: 'Tìm thủ tục' });
    for (const query of ['khai sinh', 'KHAI SINH', 'sinh dang ky', 'birth']) {
      await search.fill(query);
      expect([query, await text(page, '.found')]).toEqual([query, '1 thủ tục']);
    }
    expect(await shownFields(page)).toEqual(['Hộ tịch']);
    await page.getByText('Đăng ký khai sinh').click();
    const found = await text(page, '.group:visible');
    for (const said of ['1 ngày làm việc', 'Miễn phí nếu đúng hạn', 'Giấy chứng sinh'])
      expect(found).toContain(said);
    // What is typed and read stays while the figures change.
    await become({ ...busyFriday, satisfaction: { days: 90, rated: 20, percent: 95 } });
    await page.getByText('95%').waitFor();
    expect(await search.inputValue()).toBe('birth');
    expect(await search.evaluate((input) => input === document.activeElement || input.isConnected)).toBe(
      true,
    );
    expect(await page.getByText('Giấy chứng sinh').isVisible()).toBe(true);
    await search.fill('khong co gi');
    expect(await text(page, '.found')).toContain('Không có thủ tục nào như vậy');
    await search.fill('');
    expect(await shownFields(page)).toHaveLength(10);
  });

  it('DB22 DB23 says that the line is cut with the figures it had, comes back by itself, and is off when it is off', async () => {
    const { page, become } = await open(phone, null);
    await page.getByText('Chưa kết nối được').waitFor();
    await become(busyFriday);
    await page.getByText('86%').waitFor();
    expect(await page.locator('.band').count()).toBe(0);
    await become(null);
    await page.getByText(/^Mất kết nối. Số liệu lúc \d\d:\d\d\.$/u).waitFor();
    expect(await page.getByText('86%').isVisible()).toBe(true);
    await become('off');
    await page.getByRole('heading', { name: 'Trang này đang tắt' }).waitFor();
    expect(await page.locator('.part').count()).toBe(0);
    await become(closedSunday);
    await page.getByText('Đang đóng cửa. Mở lại: Thứ Hai 23/11, 07:30').waitFor();
    expect(await page.locator('.waits').count()).toBe(0);
    await become(firstDay);
    await page.getByText('Chưa đủ lượt đánh giá để công bố.').waitFor();
    await page.getByText('Chưa đủ số liệu để biết giờ nào vắng.').waitFor();
    expect(await text(page, '.load p')).toBe('Hôm nay chưa có lượt nào.');
    expect(await page.locator('.load ol').count()).toBe(0);
  });

  it('DB24 DB25 on a hall’s screen shows all of it without a touch, in both orientations and languages, and turns the procedures’ pages', async () => {
    const { page } = await open(tv);
    const cut = () =>
      page
        .locator('.page, .part:not(.procedures), .waits ul')
        .evaluateAll((parts: HTMLElement[]) =>
          parts
            .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
            .map((one) => one.getAttribute('class')),
        );
    for (const viewport of [tv, upright])
      for (const language of ['English', 'Tiếng Việt']) {
        await resize(page, viewport);
        await page.getByRole('button', { name: language }).click();
        await expect.poll(cut, { message: `${viewport.width} ${language}` }).toEqual([]);
        expect(await page.locator('.groups').evaluate((list) => list.clientHeight)).toBeGreaterThan(150);
      }
    const size = await page
      .locator('.waits li')
      .first()
      .evaluate((one) => getComputedStyle(one).fontSize);
    expect(parseFloat(size)).toBeGreaterThanOrEqual(27);
    await resize(page, tv);
    const fields = new Set<string>();
    // Ten fields, some of which take a second page.
    for (let turns = 0; turns < 30; turns++) {
      for (const field of await shownFields(page)) fields.add(field);
      await page.clock.runFor(15_000);
    }
    expect(fields.size).toBe(10);
    const [present] = await shownFields(page);
    await page.getByRole('button', { name: 'Dừng lật trang' }).click();
    await page.clock.runFor(60_000);
    expect(await shownFields(page)).toHaveLength(10);
    await page.getByRole('button', { name: 'Tự lật trang' }).click();
    await page.locator('h1').click();
    await page.clock.runFor(30_000);
    expect(await shownFields(page)).toHaveLength(1);
    expect(present).toBeDefined();
  });

  it('DB26 can be used by anybody: axe, keyboard, twice as large, in the dark', async () => {
    const { page } = await open(phone);
    expect(await graveFindings(page)).toEqual([]);
    expect(await outOfReach(page)).toEqual([]);
    // Colours follow with the next picture that is drawn.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => graveFindings(page)).toEqual([]);
    await resize(page, { width: 195, height: 422 });
    expect((await lostWhenLarge(page)).filter((lost) => !lost.includes('class="said"'))).toEqual([]);
    await resize(page, tv);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => graveFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'How long you would wait now' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tiếng Việt');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});
