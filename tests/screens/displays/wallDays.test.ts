import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../../shared/contract/views.ts';
import { launchBrowser } from '../../browser.ts';
import { long } from '../../long.ts';
import { resize } from '../letters.ts';
import { openScreen, server, tv } from './page.ts';
import { call, fields, setting, wall } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const hero = (page: Page) => page.locator('.wall-number');

/** The wall in the middle of a busy day: the call of this number is being served, so nothing takes its four seconds. */
function wallAt(announcementId: number): View<'wall'> {
  const calls = Array.from({ length: 8 }, (_, place) => {
    const id = announcementId - place;
    const letter = 'ABCDEGHKLN'[id % 10] ?? 'A';
    return call(id, `${letter}${String(id % 1000).padStart(3, '0')}`, (id % 12) + 1, { state: 'serving' });
  });
  return wall(calls, {
    recent: calls.map(({ number, counterNumber, fieldId }) => ({ number, counterNumber, fieldId })),
    fields: fields.map((field, place) => ({ ...field, waiting: (announcementId + place) % 40 })),
  });
}

/** What the page holds, after everything that nobody needs any more was thrown away. */
async function heldBy(session: CDPSession): Promise<Record<string, number>> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

const notice = {
  vi: 'Ngày 24/11 Trung tâm làm việc đến 16:00. Hồ sơ đất đai xin Ông/Bà nộp trước 15:30.',
  en: 'On 24/11 the Centre closes at 16:00; please hand in land files before 15:30.',
};
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What of the wall does not fit where it stands, and how high its letters are, as a share of the window. */
const spillage = (page: Page) =>
  page.evaluate(() => {
    const number = document.querySelector('.wall-number') ?? document.body;
    const context = document.createElement('canvas').getContext('2d');
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(number);
    if (context !== null) context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const cut = [...document.querySelectorAll('.wall *')].filter((element) => {
      const { right, bottom, width } = element.getBoundingClientRect();
      return width > 0 && (right > window.innerWidth + 1 || bottom > window.innerHeight + 1);
    });
    const panels = [...document.querySelectorAll('.wall-hero, .wall-calls, .wall-fields, .wall-notice')];
    // Panels give way to each other, and none goes under the next.
    const under = [...document.querySelectorAll('.wall-main > *')].filter((panel) =>
      [panel, ...panel.querySelectorAll('li')].some(
        (part) =>
          part.getBoundingClientRect().bottom >
          (document.querySelector('.wall-notice')?.getBoundingClientRect().top ?? window.innerHeight) + 1,
      ),
    );
    return {
      under: under.length,
      capital: (context?.measureText('E').actualBoundingBoxAscent ?? 0) / window.innerHeight,
      cut: cut.length,
      spilt: panels
        .filter((panel) => panel.scrollHeight > panel.clientHeight + 1)
        .map((panel) => `${panel.className} ${panel.scrollHeight} > ${panel.clientHeight}`),
    };
  });

describe('the wall, day after day', () => {
  const many = long ? 20_000 : 1_500;
  it(`WA50 holds no more after ${many} calls than before`, { timeout: 120_000 }, async () => {
    const fake = await server();
    fake.show('wall', wallAt(100));
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await hero(page).waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    let announcementId = 100;
    const pass = async (calls: number): Promise<void> => {
      const end = announcementId + calls;
      while (announcementId < end) {
        announcementId += 1;
        fake.show('wall', wallAt(announcementId));
        // As fast as the page takes them, and not all at once into its line.
        if (announcementId % 25 === 0)
          await page.waitForFunction(
            (n) => document.querySelector('.wall-number')?.textContent?.endsWith(n),
            String(announcementId % 1000).padStart(3, '0'),
          );
      }
    };
    await pass(1_000);
    const before = await heldBy(session);
    await pass(many);
    const after = await heldBy(session);
    const grown = (name: string): number => (after[name] ?? NaN) - (before[name] ?? NaN);
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(400);
    expect(grown('Nodes')).toBeLessThan(100);
    expect(grown('JSEventListeners')).toBeLessThan(10);
    expect(grown('Documents')).toBe(0);
    expect(grown('JSHeapUsedSize')).toBeLessThan(2_000_000);
  });

  it('WA51 counters and fields that were deleted never blank it', async () => {
    const fake = await server();
    fake.show('wall', wall([call(2, 'A012', 3), call(1, 'B004', 2)]));
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await hero(page).waitFor();
    fake.show('wall', wall([call(2, 'A012', 3), call(1, 'B004', 2)], { fields: fields.slice(1) }));
    await expect.poll(() => page.locator('.wall-fields li').count()).toBe(9);
    expect(await hero(page).textContent()).toBe('A012');
    expect(await page.locator('.wall-calls li').count()).toBe(2);
    fake.show('wall', wall([], { fields: [], recent: [] }));
    await page.getByText('Kính mời Ông/Bà ngồi chờ').waitFor();
    fake.show('wall', wall([call(3, 'C001', 4)], { fields: [] }));
    await expect.poll(() => hero(page).textContent()).toBe('C001');
  });

  it.each([
    ['a notice', { setting: { ...setting, notice } }],
    [
      'a long notice',
      { setting: { ...setting, notice: { vi: notice.vi.repeat(3), en: notice.en.repeat(3) } } },
    ],
    ['pictures', { setting: { ...setting, slides: true }, media: ['a.png'] }],
    ['both', { setting: { ...setting, slides: true, notice }, media: ['a.png'] }],
  ])('WA52 with %s nothing is cut, and the latest number keeps its size', async (_what, more) => {
    const fake = await server();
    const calls = Array.from({ length: 6 }, (_, n) => call(n + 1, `G00${n + 1}`, n + 1));
    fake.show('wall', wall(calls, more));
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await page.route('**/media/*', (route) => route.fulfill({ contentType: 'image/png', body: picture }));
    await page.reload();
    await hero(page).waitFor();
    for (const viewport of [tv, { width: 1366, height: 768 }, { width: 1080, height: 1920 }]) {
      await resize(page, viewport);
      // The panels are fitted anew once the page knows its new size.
      await expect
        .poll(() => spillage(page), { message: `${viewport.width} wide` })
        .toMatchObject({ cut: 0, under: 0, spilt: [] });
      const { capital } = await spillage(page);
      if (viewport.width > viewport.height) expect(capital).toBeGreaterThanOrEqual(0.2);
    }
  });

  it('WA53 a picture that cannot be loaded is passed over; films are muted', async () => {
    const fake = await server();
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await page.route('**/media/good.png', (route) =>
      route.fulfill({ contentType: 'image/png', body: picture }),
    );
    const slides = { ...setting, slides: true, slideSeconds: 3 };
    fake.show('wall', wall([], { setting: slides, media: ['gone.png', 'gone.mp4', 'good.png'] }));
    const shown = page.locator('.wall-slides > *');
    // Each that is gone is found out when its turn comes; from then on only the good one is left.
    await expect
      .poll(() => page.locator('.wall-slides img').getAttribute('src'), { timeout: 15_000 })
      .toBe('/media/good.png');
    await new Promise((resolve) => setTimeout(resolve, 6_500));
    expect(await page.locator('.wall-slides img').getAttribute('src')).toBe('/media/good.png');
    fake.show('wall', wall([], { setting: slides, media: [] }));
    await page.getByText('Vừa gọi').waitFor();
    await page.route('**/media/film.mp4', () => new Promise(() => undefined));
    fake.show('wall', wall([], { setting: slides, media: ['film.mp4'] }));
    await shown.waitFor({ state: 'attached' });
    expect(
      await page.locator('.wall-slides video').evaluate((film) => (film as HTMLVideoElement).muted),
    ).toBe(true);
  });

  it('WA54 the notice says both languages in turn', async () => {
    const fake = await server();
    fake.show('wall', wall([], { setting: { ...setting, notice } }));
    const page = await openScreen(browser, `${fake.url}/wall`, tv);
    await page.getByText(notice.vi).waitFor({ timeout: 12_000 });
    await page.getByText(notice.en).waitFor({ timeout: 12_000 });
  });
});
