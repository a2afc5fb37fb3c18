/**
 * The whole kiosk page on a real server: how long a visitor waits for an answer, what the kiosk uses while nobody is
 * there, and whether its screen stays smooth while a head points.
 */
import type { Browser, Page } from 'playwright-core';
import { writeChosen } from '../../../models/chosen.ts';
import type { ModelSet } from '../../../models/set.ts';
import { cameraFlags, launchBrowser } from '../../browser.ts';
import { sceneCamera } from '../../camera/scenes.ts';
import type { SceneCamera } from '../../camera/scenes.ts';
import { openOffice } from '../../e2e/office.ts';
import { atKiosk, openScreen } from '../../e2e/pages.ts';
import { emptyPageRate, frameRate } from './frameRate.ts';
import type { FrameRate } from './frameRate.ts';
import { cpuShares } from './processTime.ts';
import type { Shares } from './processTime.ts';
import { load, median, print } from './say.ts';

/** As the kiosk asks for it: what it must live with all day. */
const FORMAT = { width: 1280, height: 720, fps: 30 };
const VIEWPORT = { width: 1080, height: 1920 };
const GREETINGS = 9;
const COLD_STARTS = 5;
const IDLE_SECONDS = 25;
const POINTING_SECONDS = 10;
const patience = { timeout: 60_000 };

/** The visitor is known: greeted, or first asked to turn the head, which is then the visitor's own time. */
type Known = {
  readonly ms: number;
  readonly asked: boolean;
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const listed = (shares: Shares): string =>
  [...shares]
    .filter(([, share]) => share >= 0.001)
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, share]) => `${name} ${percent(share)}`)
    .join(', ');
const spread = (answers: readonly Known[]): string => {
  const times = answers.map(({ ms }) => ms);
  const turns = answers.filter(({ asked }) => asked).length;
  return `median ${median(times).toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms of ${times.length}, ${turns} asked to turn first`;
};
const rate = ({ fps, longestMs }: FrameRate): string =>
  `${fps.toFixed(1)} frames a second, longest gap ${longestMs.toFixed(0)} ms`;

/**
 * When the answer to a known face is painted, ms since 1970: counted in the page, since asking for it from here takes too
 * long.
 */
const knownAt = (page: Page): Promise<Known> =>
  page.evaluate(
    () =>
      new Promise<Known>((resolve) => {
        const look = (): void => {
          const answer = document.querySelector('.greet-name, .turn');
          if (answer === null) return;
          watch.disconnect();
          const asked = answer.matches('.turn');
          requestAnimationFrame(() => setTimeout(() => resolve({ ms: Date.now(), asked })));
        };
        const watch = new MutationObserver(look);
        watch.observe(document, { subtree: true, childList: true });
        look();
      }),
  );

/** From the camera showing a face to the answer painted. */
async function greetings(page: Page, camera: SceneCamera): Promise<Known[]> {
  const visitor = atKiosk(page);
  const times: Known[] = [];
  for (let visit = 0; visit < GREETINGS; visit++) {
    await camera.show('nobody');
    await visitor.attract().waitFor(patience);
    await page.waitForTimeout(1_000);
    const known = knownAt(page);
    const started = Date.now();
    await camera.show('personA');
    const { ms, asked } = await known;
    times.push({ ms: ms - started, asked });
  }
  return times;
}

/** From opening the page with an empty cache, the visitor already there, to the answer. */
async function coldStarts(browser: Browser, url: string): Promise<Known[]> {
  const times: Known[] = [];
  for (let start = 0; start < COLD_STARTS; start++) {
    const started = Date.now();
    const { page } = await openScreen(browser, url, VIEWPORT);
    const { ms, asked } = await knownAt(page);
    times.push({ ms: ms - started, asked });
    await page.context().close();
  }
  return times;
}

/** The head turns up and down again, so that the cursor moves and nothing is held long enough to be chosen. */
async function pointing(page: Page, camera: SceneCamera): Promise<FrameRate> {
  const counting = frameRate(page, POINTING_SECONDS);
  const until = performance.now() + POINTING_SECONDS * 1_000;
  for (let turn = 0; performance.now() < until; turn++) {
    await camera.show(turn % 2 === 0 ? 'personALooksUp' : 'personA');
    await page.waitForTimeout(600);
  }
  return counting;
}

/** Measures one set in an office of its own. The kiosk must be built. */
export async function measureLobby(set: ModelSet): Promise<void> {
  const office = await openOffice();
  await writeChosen(office.data, set.id);
  await office.kill();
  await office.restart();
  const camera = await sceneCamera('personALooksUp', FORMAT);
  await camera.show('personA');
  const browser = await launchBrowser(cameraFlags(camera.path));
  const url = `${office.url}/kiosk/`;
  try {
    print(`\n${set.id}, the whole kiosk page, camera ${FORMAT.width}×${FORMAT.height} at ${FORMAT.fps}`);
    const empty = await emptyPageRate(browser, VIEWPORT, 3);
    const { page } = await openScreen(browser, url, VIEWPORT);
    const visitor = atKiosk(page);
    await visitor.offer().waitFor(patience);
    await visitor.register('Nguyeenx Thij Hoongf');
    await visitor.fields().waitFor(patience);
    print(`while a head points: ${rate(await pointing(page, camera))}; an empty page: ${rate(empty)}`);
    // The greeting offers what was taken the last time.
    await visitor.choose('Hộ tịch');
    await visitor.number().waitFor(patience);
    print(`face shown → greeting or the turn asked for: ${spread(await greetings(page, camera))}; ${load()}`);
    await camera.show('nobody');
    await visitor.attract().waitFor(patience);
    await page.waitForTimeout(3_000);
    const { processes, threads } = await cpuShares(browser, IDLE_SECONDS);
    print(`nobody in view for ${IDLE_SECONDS} s, of one core: ${listed(processes)}; ${load()}`);
    print(`of it the page's threads: ${listed(threads)}`);
    await page.context().close();
    await camera.show('personA');
    print(
      `page opened, visitor there → greeting or the turn asked for: ${spread(await coldStarts(browser, url))}; ${load()}`,
    );
  } finally {
    await browser.close();
    await Promise.all([camera.close(), office.close()]);
  }
}
