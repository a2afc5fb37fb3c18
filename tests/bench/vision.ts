/**
 * What a look costs in a real browser: `npm run bench:vision -- [--set ID]`. Median ms of each stage with 1, 2 and 4
 * threads (`detect` contains `scale`; `look` is read, detect, landmarks, portrait and quality), then the time
 * from a face coming into view to the complete run, through the whole kiosk page.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cameraFlags, launchBrowser } from '../browser.ts';
import { sceneCamera } from '../camera/scenes.ts';
import { openKioskPage } from '../e2e/vision/kioskPage.ts';
import { servePage } from '../e2e/vision/serve.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const ROUNDS = 30;
const GREETINGS = 9;

const { values: options } = parseArgs({ options: { set: { type: 'string', default: 'embedded' } } });
const served = await servePage(join(import.meta.dirname, 'visionPage'));
for (const [label, format] of [
  ['640×480', undefined],
  ['1280×720', { width: 1280, height: 720, fps: 5 }],
] as const) {
  const camera = await sceneCamera('personA', format);
  for (const threads of [1, 2, 4]) {
    const browser = await launchBrowser(cameraFlags(camera.path));
    const page = await browser.newPage();
    await page.goto(served.url);
    const times = await page.evaluate(([set, count, rounds]) => window.timeStages(set, count, rounds), [
      options.set,
      threads,
      ROUNDS,
    ] as const);
    const cells = Object.entries(times).filter(([name]) => name !== 'width');
    print(
      `${label}, ${threads} thread(s): ${cells.map(([name, ms]) => `${name} ${ms.toFixed(1)}`).join('  ')} ms`,
    );
    await browser.close();
  }
  await camera.close();
}
await served.close();

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
for (const threads of [1, 2, 4]) {
  const kiosk = await openKioskPage('nobody', { threads, set: options.set });
  const took: number[] = [];
  for (let round = 0; round < GREETINGS; round++) {
    await kiosk.ask('identify', 'nobody');
    await kiosk.camera.show('personA');
    took.push((await kiosk.until('run')).tookMs);
  }
  print(
    `${threads} thread(s): face in view → run, median ${median(took).toFixed(0)} ms, worst ${Math.max(...took).toFixed(0)} ms; load ${kiosk.loadMs.toFixed(0)} ms`,
  );
  await kiosk.close();
}
process.exit(0);
