import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cameraFlags, launchBrowser } from '../../browser.ts';
import type { SceneCamera } from '../../camera/scenes.ts';
import { sceneCamera } from '../../camera/scenes.ts';
import type { FakeServer } from '../fakeServer.ts';
import { button, issuesOf, landscape, openKiosk, portrait, startOffice } from './kiosk.ts';

const visitorRef = 'a-sealed-reference-of-a-visitor';
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

/** Somebody the office knows stands in front of the kiosk and is greeted. */
async function greeted(viewport: typeof portrait | typeof landscape): Promise<[FakeServer, Page]> {
  await camera.show('nobody');
  const server = await startOffice();
  server.on('visitor:identify', () => ({
    ok: true,
    value: {
      kind: 'recognised',
      visitorRef,
      maskedName: 'Nguyễn T. H***',
      usualFields: [3 as never, 1 as never],
    },
  }));
  const page = await openKiosk(browser, server, viewport);
  await page.getByText('Khu vực này có camera').waitFor(patient);
  await camera.show('personA');
  await page.getByText('Nguyễn T. H***').waitFor(patient);
  // Says how, and shows where the head points, as soon as it can be followed.
  await page.getByText('hơi quay mặt về phía ô cần chọn rồi giữ yên').waitFor(patient);
  await page.locator('.head-cursor').waitFor();
  return [server, page];
}

describe.each([
  ['portrait', portrait],
  ['landscape', landscape],
] as const)('in %s', (_name, viewport) => {
  test('K20 K21 nothing happens to a head at rest; a turned one takes the same field as last time', async () => {
    const [server, page] = await greeted(viewport);
    await page.waitForTimeout(LONG_ENOUGH_MS);
    expect(await page.locator('.head-fill').count()).toBe(0);
    await camera.show('personALooksUp');
    await page.locator('.head-fill').waitFor(patient);
    await page.getByText('A001').waitFor(patient);
    expect(issuesOf(server)).toMatchObject([{ input: { fieldId: 3, visitorRef, channel: 'head' } }]);
  });
});

test('K20 K24 “Không phải tôi” is chosen with the head; the turn does not choose a field, a new one does', async () => {
  const [server, page] = await greeted(portrait);
  await camera.show('personALooksDownRight');
  await button(page, /^Chứng thực/u).waitFor(patient);
  expect(server.heard.filter(({ name }) => name === 'visitor:deny')).toHaveLength(1);
  await camera.show('personA');
  await page.waitForTimeout(LONG_ENOUGH_MS);
  expect(issuesOf(server)).toEqual([]);
  await camera.show('personALooksUp');
  await page.getByText('A001').waitFor(patient);
  expect(issuesOf(server)).toMatchObject([{ input: { visitorRef: null, channel: 'head' } }]);
});

test('K25 a finger on the screen stops the head', async () => {
  const [server, page] = await greeted(portrait);
  await page.mouse.click(540, 200);
  await page.locator('.head-cursor').waitFor({ state: 'hidden' });
  await camera.show('personALooksUp');
  await page.waitForTimeout(LONG_ENOUGH_MS);
  expect(issuesOf(server)).toEqual([]);
  await button(page, 'Chọn lĩnh vực khác').click();
  await camera.show('personA');
  await page.locator('.head-cursor').waitFor(patient);
});
