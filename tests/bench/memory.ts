/**
 * Whether the camera worker grows: `npm run bench:memory -- [--set ID] [--hours N] [--visitors N]`. The kiosk's real
 * worker sees the frames of an office day one after another without the pauses between them, so that 8 hours take about
 * 20 minutes, and its memory is read five times an hour.
 *
 * A day of 8 hours with 400 visitors: a visitor is 1 run to be recognised (every tenth also registers), 53 looks of
 * pointing (3.5 s at 15 a second), 32 looks of presence while the number is printed and read (8 s at 4 a second), and
 * leaves. What is left of the day is nobody in view, 2 looks a second: 400 × 25 s of visits leave 18,800 s, 37,600 looks.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../browser.ts';
import { samplePhotos } from '../camera/photos.ts';
import { scenes } from '../camera/scenes.ts';
import type { SceneName } from '../camera/scenes.ts';
import { cameraFormat, sceneFile } from '../camera/y4m.ts';
import { servePage } from '../e2e/vision/serve.ts';
import type { Act, Reading, Scene } from './memory/dayPage/main.ts';
import { slope } from './memory/slope.ts';
import { load, print, row, table } from './vision/say.ts';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: 'embedded' },
    hours: { type: 'string', default: '8' },
    visitors: { type: 'string', default: '50' },
  },
});
const hours = Number(options.hours);
/** Of one hour. */
const visitors = Number(options.visitors);
const READINGS_AN_HOUR = 5;
const VISIT_SECONDS = 25;
const IDLE_LOOKS_A_SECOND = 2;
const WARM_UP_HOURS = 1;
const GROWTH_AT_MOST = 1;

const people: readonly SceneName[] = ['personA', 'personB', 'personC', 'personAReshot'];

/** A few frames of a scene as the camera's file holds them. */
async function framesOf(name: SceneName): Promise<Scene> {
  const file = sceneFile(scenes[name], await samplePhotos());
  const { width, height } = cameraFormat;
  const size = (width * height * 3) / 2;
  const mark = Buffer.from('FRAME\n');
  const pictures: string[] = [];
  for (let at = file.indexOf(mark); pictures.length < 6; at += mark.length + size)
    pictures.push(file.subarray(at + mark.length, at + mark.length + size).toString('base64'));
  return { width, height, pictures };
}

function visit(number: number): Act[] {
  const scene = people[number % people.length] ?? 'personA';
  return [
    { scene, task: 'identify', until: 'run' },
    ...(number % 10 === 0 ? [{ scene, task: 'enrol', until: 'run' } as const] : []),
    { scene, task: 'point', until: 53 },
    { scene, task: 'rest', until: 32 },
    { scene: 'nobody', task: 'rest', until: 'left' },
  ];
}

const megabytes = (bytes: number): number => bytes / 1e6;

async function residentBytes(pids: readonly number[]): Promise<number> {
  let sum = 0;
  for (const pid of pids) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    sum += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1024;
  }
  return sum;
}

const served = await servePage(join(import.meta.dirname, 'memory/dayPage'));
const browser = await launchBrowser(['--enable-blink-features=ForceEagerMeasureMemory']);
const page = await browser.newPage();
await page.goto(served.url);
const names = [...people, 'nobody'] as const;
const shownScenes = Object.fromEntries(
  await Promise.all(names.map(async (name) => [name, await framesOf(name)] as const)),
);
await page.evaluate(([set, shown]) => window.day.start(set, shown), [options.set, shownScenes] as const);
const cdp = await browser.newBrowserCDPSession();
const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);

print(`${options.set}: ${hours} simulated hours, ${visitors} visitors an hour; ${load()}`);
table(['hour', 'looks', 'frames', 'open frames', 'JS, DOM MB', 'WebAssembly MB', 'process MB'], []);
const readings: (Reading & { readonly hour: number; readonly resident: number })[] = [];
const perReading = visitors / READINGS_AN_HOUR;
const idle = Math.round(((3_600 - visitors * VISIT_SECONDS) * IDLE_LOOKS_A_SECOND) / READINGS_AN_HOUR);
const act = (acts: readonly Act[]): Promise<number> => page.evaluate((all) => window.day.act(all), acts);
let visited = 0;
for (let step = 1; step <= hours * READINGS_AN_HOUR; step++) {
  for (; visited < step * perReading; visited++) await act(visit(visited));
  // The looks until a visitor was said to have left were at nobody as well.
  const more = step * idle - (await act([]));
  if (more > 0) await act([{ scene: 'nobody', task: 'rest', until: more }]);
  const reading = await page.evaluate(() => window.day.read());
  const resident = await residentBytes(renderers);
  readings.push({ ...reading, hour: step / READINGS_AN_HOUR, resident });
  row([
    (step / READINGS_AN_HOUR).toFixed(1),
    ...[reading.looks, reading.frames, reading.openFrames].map(String),
    ...[reading.jsBytes, reading.wasmBytes, resident].map((bytes) => megabytes(bytes).toFixed(1)),
  ]);
}
await browser.close();
await served.close();

const warm = readings.filter(({ hour }) => hour > Math.min(WARM_UP_HOURS, hours / 2));
const growth = (of: (reading: (typeof readings)[number]) => number): number =>
  slope(warm.map((reading) => [reading.hour, of(reading)]));
const held = growth(({ jsBytes, wasmBytes }) => megabytes(jsBytes + wasmBytes));
const open = growth(({ openFrames }) => openFrames);
print(
  `Growth per simulated hour after ${Math.min(WARM_UP_HOURS, hours / 2)} h: JS, DOM and WebAssembly ${held.toFixed(3)} MB, open frames ${open.toFixed(3)}, process ${growth(({ resident }) => megabytes(resident)).toFixed(2)} MB; ${visited} visits.`,
);
const isOk = held < GROWTH_AT_MOST && open < 0.5;
print(isOk ? 'ok' : `not ok: more than ${GROWTH_AT_MOST} MB an hour, or frames that stay open`);
process.exit(isOk ? 0 : 1);
