import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { cameraFlags, launchBrowser } from '../browser.ts';
import type { SceneCamera } from '../camera/scenes.ts';
import { sceneCamera } from '../camera/scenes.ts';
import { openOffice } from '../e2e/office.ts';
import { atConsole, atKiosk, comeAndTurn, openScreen } from '../e2e/pages.ts';
import { takeNumbers } from '../screenshots/office.ts';

/**
 * `npm run bench:journey`: how long people wait for the machine.
 *
 * - call → wall: from the officer's key to the number painted on the wall, beside one bare fdatasync of a database page
 *   on the same disk in the same run. A durable call cannot be faster than that and one frame of the screen (16.7 ms).
 * - face → greeting: from the first camera frame with a returning visitor to the greeting, on another photograph than
 *   the one that was registered, with the turn of the head that the embedded set needs to be sure of a person.
 */
const calls = 100;
const greetings = 10;
const patience = { timeout: 60_000 };

function summary(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  const say = (ms: number): string => `${ms.toFixed(1)} ms`;
  console.log(
    `${name}: median ${say(at(0.5))}, p90 ${say(at(0.9))}, worst ${say(at(1))} of ${sorted.length}`,
  );
}

function bareSyncs(folder: string): number[] {
  const file = openSync(join(folder, 'sync.tmp'), 'w');
  const page = Buffer.alloc(4096, 1);
  const times = Array.from({ length: calls }, () => {
    writeSync(file, page);
    const start = performance.now();
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return times;
}

/** Notes in the page when a number is first painted on it; read with `paintedAt`. */
const watchNumbers = (wall: Page): Promise<void> =>
  wall.evaluate(() => {
    const painted: Record<string, number> = {};
    Object.assign(window, { painted });
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('.wall-number, .wall-calls b'))
        if (textContent !== null && /^[A-Z]\d{3}$/u.test(textContent) && !(textContent in painted)) {
          painted[textContent] = Infinity;
          requestAnimationFrame(() => setTimeout(() => (painted[textContent] = Date.now())));
        }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

const paintedAt = (wall: Page, number: string): Promise<number> =>
  wall
    .waitForFunction((key) => {
      const time = (window as unknown as { painted: Record<string, number> }).painted[key];
      return time !== undefined && Number.isFinite(time) ? time : null;
    }, number)
    .then((handle) => handle.jsonValue())
    .then((time) => time ?? Number.NaN);

async function callToWall(officer: Page, wall: Page): Promise<number[]> {
  await watchNumbers(wall);
  await officer.evaluate(() =>
    window.addEventListener('keydown', () => Object.assign(window, { pressedAt: Date.now() }), true),
  );
  const desk = atConsole(officer);
  const times: number[] = [];
  for (let call = 1; call <= calls; call++) {
    const number = `A${String(call).padStart(3, '0')}`;
    await desk.press('n', number);
    const pressedAt = await officer.evaluate(() => (window as unknown as { pressedAt: number }).pressedAt);
    times.push((await paintedAt(wall, number)) - pressedAt);
    await desk.press('s', desk.words.serving);
    await desk.press('f', desk.words.free);
  }
  return times;
}

async function faceToGreeting(kiosk: Page, camera: SceneCamera): Promise<number[]> {
  const visitor = atKiosk(kiosk);
  await camera.show('personA');
  await visitor.offer().waitFor(patience);
  await visitor.register('Nguyeenx Thij Hoongf');
  await visitor.choose('Hộ tịch');
  await visitor.number().waitFor(patience);
  const times: number[] = [];
  for (let visit = 0; visit < greetings; visit++) {
    await camera.show('nobody');
    await visitor.attract().waitFor(patience);
    await kiosk.waitForTimeout(1_000);
    const start = performance.now();
    await comeAndTurn(kiosk, camera, 'personAAgain');
    times.push(performance.now() - start);
  }
  return times;
}

const office = await openOffice();
const camera = await sceneCamera('nobody');
const desks = await launchBrowser();
try {
  await takeNumbers(office.url, 'A'.repeat(calls));
  const { page: officer } = await openScreen(desks, `${office.url}/officer`, { width: 1366, height: 768 });
  const { page: wall } = await openScreen(desks, `${office.url}/wall`, { width: 1920, height: 1080 });
  await atConsole(officer).logIn(office);
  await atConsole(officer).takeCounter(2);
  await officer.locator('.at-desk').waitFor();
  summary('bare fdatasync of 4 KiB', bareSyncs(office.data));
  summary('call next → painted on the wall', await callToWall(officer, wall));
  await desks.close();

  const lobby = await launchBrowser(cameraFlags(camera.path));
  const { page: kiosk } = await openScreen(lobby, `${office.url}/kiosk/`, { width: 1080, height: 1920 });
  await atKiosk(kiosk).attract().waitFor(patience);
  summary('face in view → greeting', await faceToGreeting(kiosk, camera));
  await lobby.close();
} finally {
  await Promise.all([camera.close(), office.close()]);
}
