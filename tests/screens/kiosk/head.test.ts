import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cameraFlags, launchBrowser } from '../../browser.ts';
import type { SceneCamera } from '../../camera/scenes.ts';
import { sceneCamera } from '../../camera/scenes.ts';
import { atKiosk } from '../../e2e/pages.ts';
import type { FakeServer } from '../fakeServer.ts';
import { long } from '../../long.ts';
import { button, issuesOf, landscape, openKiosk, portrait, startOffice } from './kiosk.ts';

const patient = { timeout: 30_000 };
/** Longer than finding the neutral pose and holding take together. */
const LONG_ENOUGH_MS = 3_000;

let camera: SceneCamera;
let browser: Browser;
beforeAll(async () => {
  camera = await sceneCamera('nobody');
  browser = await launchBrowser(cameraFlags(camera.path));
});
afterAll(async () => {
  await browser.close();
  await camera.close();
});

/** Somebody whom the office does not know stands before the fields. */
async function atTheFields(viewport: typeof portrait | typeof landscape): Promise<[FakeServer, Page]> {
  await camera.show('nobody');
  const server = await startOffice({ models: true });
  server.on('visitor:identify', () => ({ ok: true, value: { kind: 'unknown' } }));
  const page = await openKiosk(browser, server, viewport);
  await comeUp(page);
  return [server, page];
}

/** Comes to a kiosk at its start and stands still before the fields. */
async function comeUp(page: Page): Promise<void> {
  await page.getByText('Khu vực này có camera').waitFor(patient);
  await camera.show('personA');
  // Says how, and shows where the head points, as soon as it can be followed.
  await page.getByText('hơi quay mặt về phía ô cần chọn rồi giữ yên').waitFor(patient);
  await page.locator('.head-cursor').waitFor();
}

/** Notes that a field was seen to fill: on a busy machine that may be over between two looks at the page. */
const noteFilling = (page: Page): Promise<void> =>
  page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('.head-fill') !== null) document.body.dataset['filled'] = 'yes';
    }).observe(document.body, { subtree: true, childList: true });
  });

/**
 * Looks up until a number is there. A busy machine may miss too many looks, and take the raised head for one at rest;
 * then the visitor goes and comes anew.
 */
async function lookUp(page: Page): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    await camera.show('personALooksUp');
    const taken = await page
      .getByText('A001')
      .waitFor({ timeout: 12_000 })
      .then(() => true)
      .catch(() => false);
    if (taken) return;
    await camera.show('nobody');
    await atKiosk(page).leave();
    await comeUp(page);
  }
  expect.unreachable();
}

describe.each([['portrait', portrait] as const, ...(long ? [['landscape', landscape] as const] : [])])(
  'in %s',
  (_name, viewport) => {
    test('K20 K21 nothing happens to a head at rest; a turned one takes a field', async () => {
      const [server, page] = await atTheFields(viewport);
      await page.waitForTimeout(LONG_ENOUGH_MS);
      expect(await page.locator('.head-fill').count()).toBe(0);
      await noteFilling(page);
      await lookUp(page);
      expect(await page.locator('body').getAttribute('data-filled')).toBe('yes');
      // One of the upper row.
      const upper = viewport === portrait ? [1, 2] : [1, 2, 3, 4, 5];
      expect(issuesOf(server)).toMatchObject([{ input: { visitorRef: null, channel: 'head' } }]);
      expect(upper).toContain(issuesOf(server)[0]?.input['fieldId']);
    });
  },
);

test('K25 a finger on the screen stops the head until the next', async () => {
  const [server, page] = await atTheFields(portrait);
  await page.mouse.click(540, 200);
  await page.locator('.head-cursor').waitFor({ state: 'hidden' });
  await camera.show('personALooksUp');
  await page.waitForTimeout(LONG_ENOUGH_MS);
  expect(issuesOf(server)).toEqual([]);
  await button(page, 'Tôi thuộc diện ưu tiên').click();
  await button(page, 'Quay lại').click();
  await camera.show('personA');
  await page.locator('.head-cursor').waitFor(patient);
});
