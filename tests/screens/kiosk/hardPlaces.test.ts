import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { long } from '../../long.ts';
import { graveFindings } from '../access.ts';
import { withFakeVision } from './fakeVision.ts';
import { button, landscape, openKiosk, portrait, startOffice } from './kiosk.ts';
import { faults, fewLeft, helpBy, outOfReach, screens, withinReach } from './stages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The smallest letters, px, and the same 1.4 times as large but for what rounding takes. */
const smallest = { usual: 28, large: 39 } as const;
const shapes = { portrait, landscape } as const;
type Shape = keyof typeof shapes;
type Mode = 'low' | 'large' | 'contrast';

/** What is wrong with the screen that is shown, for who has asked for this. */
const wrongWith = async (page: Page, shape: Shape, modes: readonly Mode[]): Promise<string[]> => [
  ...(await faults(page, modes.includes('large') ? smallest.large : smallest.usual)),
  ...(modes.includes('low') ? await outOfReach(page, withinReach[shape]) : []),
  ...(await graveFindings(page)),
];

/** Goes through the parts of a screen, if it has more than one. */
async function throughParts(page: Page, check: (part: string) => Promise<void>): Promise<void> {
  await check('the first part');
  const more = button(page, /^(Xem tiếp|Show more)/u);
  if ((await more.count()) === 0) return;
  const parts = Number((await more.innerText()).match(/(?<all>\d+)\)?$/u)?.groups?.['all'] ?? 1);
  for (let part = 2; part <= parts; part++) {
    await more.click();
    await check(`part ${part}`);
  }
}

test('HP10 HP11 HP12 HP13 low, large and in contrast at once, from the start to the number, and then as before', async () => {
  const server = await startOffice();
  const page = await openKiosk(browser, server);
  const all: readonly Mode[] = ['low', 'large', 'contrast'];
  const fine = async (screen: string): Promise<void> => {
    await page.locator(`main.screen-${screen}:not([inert])`).waitFor();
    expect([screen, await wrongWith(page, 'portrait', all)]).toEqual([screen, []]);
  };
  await helpBy(page, ...all);
  await fine('attract');
  await button(page, 'Hỗ trợ').click();
  await fine('help');
  await button(page, 'Tiếp tục').click();
  await page.locator('main.screen-attract:not([inert])').waitFor();
  await button(page, 'Tôi có lịch hẹn').click();
  await fine('code');
  await button(page, /^Không có mã/u).click();
  const seen: string[] = [];
  await throughParts(page, async () => {
    await fine('fields');
    seen.push(...(await page.locator('.tile-name').allInnerTexts()));
  });
  expect(seen).toHaveLength(10);
  const priority = button(page, 'Tôi thuộc diện ưu tiên');
  while ((await priority.count()) === 0) await button(page, /^Xem tiếp/u).click();
  await priority.click();
  await fine('priority');
  await button(page, /^Người khuyết tật/u).click();
  await fine('fields');
  await button(page, /^Chứng thực/u).click();
  await fine('number');
  await button(page, 'Xong').click();
  await page.locator('main.screen-attract').waitFor();
  expect(await page.evaluate(() => Object.keys(document.documentElement.dataset))).toEqual([]);
});

test('HP14 a machine that is set to more contrast, or to colours of its own, is heeded', async () => {
  const server = await startOffice();
  const page = await openKiosk(browser, server);
  await button(page, /^Lấy số/u).click();
  await page.locator('main.screen-fields:not([inert])').waitFor();
  const edge = (): Promise<string> =>
    page
      .locator('.tile')
      .first()
      .evaluate((tile) => getComputedStyle(tile).borderTopColor);
  const usual = await edge();
  await page.emulateMedia({ contrast: 'more' });
  expect(await edge()).not.toBe(usual);
  await page.emulateMedia({ contrast: null, forcedColors: 'active' });
  expect(
    await page
      .locator('.tile-icon')
      .first()
      .evaluate((icon) => getComputedStyle(icon).borderTopStyle),
  ).toBe('solid');
  await button(page, 'Làm nhiều lĩnh vực').click();
  await page.locator('main:not([inert])').waitFor();
  await button(page, /^Chứng thực/u).click();
  const chosen = page.locator('.tile[aria-pressed="true"]');
  expect(await chosen.evaluate((tile) => getComputedStyle(tile).outlineStyle)).toBe('solid');
});

const everyMode: readonly (readonly Mode[])[] = [['low'], ['large'], ['low', 'large'], ['contrast']];
describe
  .runIf(long)
  .each(Object.keys(shapes).flatMap((shape) => everyMode.map((modes) => [shape as Shape, modes] as const)))(
  'in %s with %s',
  (shape, modes) => {
    test.each(Object.keys(screens))('HP10 HP11 HP12 HP13 %s', async (name) => {
      const server = await startOffice();
      server.show('kiosk', fewLeft);
      const page = await openKiosk(browser, server, shapes[shape], withFakeVision);
      await (screens[name] ?? expect.unreachable()).way(page, server);
      await page.locator('main:not([inert])').waitFor();
      await helpBy(page, ...modes);
      if (name === 'help') await button(page, 'Hỗ trợ').click();
      await page.locator('main:not([inert])').waitFor();
      const check = async (part: string): Promise<void> =>
        expect([part, await wrongWith(page, shape, modes)]).toEqual([part, []]);
      await throughParts(page, check);
      await button(page, 'English').click();
      await page.locator('[lang="en"].frame').waitFor();
      await throughParts(page, check);
    });
  },
);
