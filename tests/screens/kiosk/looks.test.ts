import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { long } from '../../long.ts';
import { graveFindings } from '../access.ts';
import { withFakeVision } from './fakeVision.ts';
import { button, landscape, openKiosk, portrait, startOffice } from './kiosk.ts';
import { faults, fewLeft, firstChoice, screens } from './stages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What moves for ever on the screen, by its name in the style sheets. */
const endless = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime === Infinity)
      .map((one) => (one instanceof CSSAnimation ? one.animationName : one.id)),
  );

describe.each([['portrait', portrait] as const, ...(long ? ([['landscape', landscape]] as const) : [])])(
  'in %s',
  (_name, viewport) => {
    test.each(Object.keys(screens))(
      'K40 AX3 %s: everything has a name, can be touched and read, and is reached with keys',
      async (screen) => {
        const { way, tall } = screens[screen] ?? expect.unreachable();
        const server = await startOffice();
        server.show('kiosk', fewLeft);
        const page = await openKiosk(browser, server, viewport, withFakeVision);
        await way(page, server);
        await page.locator('main:not([inert])').waitFor();
        // The page is opened as for somebody whom motion troubles: nothing moves for ever either.
        expect(await endless(page)).toEqual([]);
        expect(await faults(page)).toEqual([]);
        expect(await graveFindings(page)).toEqual([]);
        // A wheelchair user reaches the lower two thirds of a tall screen.
        if (viewport === portrait && tall !== true) expect(await firstChoice(page)).toBeGreaterThan(0.3);
        await button(page, 'English').click();
        await page.locator('[lang="en"].frame').waitFor();
        expect(await faults(page)).toEqual([]);

        const enabled = await page.locator('button:enabled').count();
        const focused = new Set<string>();
        for (let presses = 0; presses <= enabled; presses++) {
          await page.keyboard.press('Tab');
          const outline = await page.evaluate(() => {
            const at = document.activeElement;
            const seen = at instanceof HTMLButtonElement && getComputedStyle(at).outlineStyle !== 'none';
            return seen ? String([...document.querySelectorAll('button')].indexOf(at)) : null;
          });
          if (outline !== null) focused.add(outline);
        }
        expect(focused.size).toBe(enabled);
      },
    );
  },
);
