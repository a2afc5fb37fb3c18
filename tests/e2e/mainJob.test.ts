import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cameraFlags, launchBrowser } from '../browser.ts';
import type { SceneCamera } from '../camera/scenes.ts';
import { sceneCamera } from '../camera/scenes.ts';
import type { Office } from './office.ts';
import { openOffice } from './office.ts';
import { atConsole, atKiosk, comeAndTurn, finishAndGo, openScreen } from './pages.ts';

/** How long a person may stand before the kiosk at most until it has made up its mind, on a slow machine. */
const seen = { timeout: 45_000 };
/** How long a screen may take to show what was committed. */
const shown = { timeout: 10_000 };

describe('E1 the main job, on four screens at once', () => {
  let office: Office;
  let camera: SceneCamera;
  let browsers: Browser[] = [];
  let kiosk: Page;
  let officer: Page;
  let wall: Page;
  let counter: Page;
  let faults: (readonly string[])[] = [];

  beforeAll(async () => {
    [office, camera] = await Promise.all([openOffice(), sceneCamera('nobody')]);
    const [lobby, desks] = await Promise.all([launchBrowser(cameraFlags(camera.path)), launchBrowser()]);
    browsers = [lobby, desks];
    const opened = await Promise.all([
      openScreen(lobby, `${office.url}/kiosk/`, { width: 1080, height: 1920 }),
      openScreen(desks, `${office.url}/officer`, { width: 1366, height: 768 }),
      openScreen(desks, `${office.url}/wall`, { width: 1920, height: 1080 }),
      openScreen(desks, `${office.url}/counter?counter=2`, { width: 1280, height: 800 }),
    ]);
    [kiosk, officer, wall, counter] = opened.map(({ page }) => page) as [Page, Page, Page, Page];
    faults = opened.map(({ errors }) => errors);
    await atKiosk(kiosk).attract().waitFor(seen);
    await atConsole(officer).logIn(office);
    await atConsole(officer).takeCounter(2);
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await Promise.all([camera.close(), office.close()]);
  });

  /** Walks away without a touch. */
  const goAway = async (): Promise<void> => {
    await camera.show('nobody');
    await atKiosk(kiosk).attract().waitFor(seen);
  };

  test('E1.1 a person nobody knows registers with consent and gets a number', async () => {
    await camera.show('personA');
    await atKiosk(kiosk).offer().waitFor(seen);
    expect(await atKiosk(kiosk).greeting().count()).toBe(0);
    await atKiosk(kiosk).register('Nguyeenx Thij Hoongf');
    await atKiosk(kiosk).choose('Chứng thực');
    await expect.poll(() => atKiosk(kiosk).number().textContent(), shown).toBe('A001');
    await goAway();
    expect(await kiosk.locator('body').innerText()).not.toContain('Hồng');
  });

  test('E1.2 another person is not taken for them', async () => {
    await camera.show('personB');
    await atKiosk(kiosk).fields().waitFor(seen);
    expect(await atKiosk(kiosk).greeting().count()).toBe(0);
    await goAway();
  });

  test('E1.3 on another photograph the first is greeted by masked name and takes the field of last time', async () => {
    await comeAndTurn(kiosk, camera, 'personAAgain');
    expect(await atKiosk(kiosk).greeting().textContent()).toBe('Nguyễn T. H***');
    await atKiosk(kiosk).chooseUsual();
    await expect.poll(() => atKiosk(kiosk).number().textContent(), shown).toBe('A002');
    await finishAndGo(kiosk, camera);
  });

  test('E1.4 the officer calls, the wall and the counter display show the number, the officer finishes', async () => {
    await atConsole(officer).press('n', 'A001');
    await expect.poll(() => wall.locator('.wall-number').textContent(), shown).toBe('A001');
    expect(await wall.locator('.wall-counter').textContent()).toBe('2');
    await expect.poll(() => counter.locator('.desk-number').textContent(), shown).toBe('A001');
    await officer.getByText('Nguyễn Thị Hồng').first().waitFor();
    await atConsole(officer).press('s', atConsole(officer).words.serving);
    await atConsole(officer).press('f', atConsole(officer).words.free);
    expect(await wall.locator('body').innerText()).not.toContain('Hồng');
  });

  test('E1.5 the server is killed in the middle and nothing that was acknowledged is lost', async () => {
    await atConsole(officer).press('n', 'A002');
    // A free desk names the next number too.
    await officer.locator('.at-desk-number').getByText('A002').waitFor();
    await office.kill();
    await office.restart();
    // The screens come back by themselves, and the officer is still logged in, at the same counter.
    await expect.poll(() => wall.locator('.wall-number').textContent(), shown).toBe('A002');
    await atKiosk(kiosk).attract().waitFor(seen);
    await atConsole(officer).press('s', atConsole(officer).words.serving);
    await atConsole(officer).press('f', atConsole(officer).words.free);

    await comeAndTurn(kiosk, camera, 'personA');
    await atKiosk(kiosk).chooseUsual();
    await expect.poll(() => atKiosk(kiosk).number().textContent(), shown).toBe('A003');
    await finishAndGo(kiosk, camera);
  });

  test('E1.6 "Không phải tôi" forgets the match and still gives a number', async () => {
    await comeAndTurn(kiosk, camera, 'personA');
    await atKiosk(kiosk).notMe();
    await atKiosk(kiosk).fields().waitFor(shown);
    expect(await kiosk.locator('body').innerText()).not.toContain('Nguyễn');
    await atKiosk(kiosk).choose('Hộ tịch');
    await expect.poll(() => atKiosk(kiosk).number().textContent(), shown).toBe('B001');
  });

  test('E1.7 no screen reported a fault', () => {
    expect(faults.flat()).toEqual([]);
  });
});
