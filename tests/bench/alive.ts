/**
 * What the thresholds against presentation attacks rest on: `node tests/bench/alive.ts [--data DIR]`.
 *
 * 1. How real the faces of full photographs seem to the passive networks of `recommended`, and how real the same ones
 *    seem on a simulated screen or print. Photographs: those of the npm package face-api, and DIR's (tight crops).
 * 2. For every set: how alike a turned head (nose 0.15 to 0.45 eye distances from straight) is to the mean of the same
 *    person's straight pictures, and to that of others.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Engine } from '../../kiosk/vision/engine.ts';
import { eyes } from '../../kiosk/vision/landmarks.ts';
import type { Picture, Point } from '../../kiosk/vision/picture.ts';
import { launchBrowser } from '../browser.ts';
import { print as paper, screenOf, wholePhotograph } from '../camera/medium.ts';
import type { Medium } from '../camera/medium.ts';
import { openDecoder, samplePhotos } from '../camera/photos.ts';
import { renderLoop } from '../camera/scene.ts';
import type { Scene } from '../camera/scene.ts';
import { cameraFormat } from '../camera/y4m.ts';
import { nodeEngine } from './nodeEngine.ts';
import { turnedHeads } from './turnedHeads.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: join(import.meta.dirname, '../../../shared/faces') } },
});

/** A face in a photograph, px: where the middles of the eyes are. */
type Subject = { readonly photo: Picture; readonly left: Point; readonly right: Point };

function frameOf(scene: Scene, photo: Picture): Picture {
  const [planes = new Float32Array(0)] = renderLoop(scene, [photo], cameraFormat, 1);
  const size = cameraFormat.width * cameraFormat.height;
  const data = new Uint8ClampedArray(size * 4).fill(255);
  for (let at = 0; at < size; at++) for (let c = 0; c < 3; c++) data[at * 4 + c] = planes[at + c * size] ?? 0;
  return { width: cameraFormat.width, height: cameraFormat.height, data };
}

/** The subject in a frame, `eyeDistance` px large; where the photograph goes on beside them as far as it can. */
function placed(
  { photo, left, right }: Subject,
  eyeDistance: number,
  medium: Medium,
): Scene['people'][number] {
  const px = Math.hypot(right.x - left.x, right.y - left.y) / eyeDistance;
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const along = (eye: number, frame: number, whole: number, middleOf: number): number =>
    medium === wholePhotograph
      ? Math.min(eye / px, Math.max(frame - (whole - eye) / px, middleOf))
      : middleOf;
  const at = {
    x: along(middle.x, cameraFormat.width, photo.width, 320),
    y: along(middle.y, cameraFormat.height, photo.height, 210),
  };
  const own = Math.atan2(right.y - left.y, right.x - left.x);
  return {
    who: { sample: 1, left, right },
    at,
    eyeDistance,
    medium,
    tilt: medium === wholePhotograph ? own : 0,
  };
}

/** Realness of the subject in one frame, by each network; null: the detector does not see them. */
async function measure(engine: Engine, scene: Scene, photo: Picture): Promise<number[] | null> {
  const frame = frameOf(scene, photo);
  const at = scene.people[0]?.at ?? { x: 0, y: 0 };
  const face = (await engine.detect(frame)).find(
    ({ box }) =>
      Math.abs(box.x + box.width / 2 - at.x) < box.width / 2 && at.y > box.y && at.y < box.y + box.height,
  );
  if (face === undefined) return null;
  const each: number[] = [];
  for (const passive of engine.passives) each.push(await passive.realness(frame, face.box));
  return each;
}

const media: readonly (readonly [string, Medium])[] = [
  ['person, in their surroundings', wholePhotograph],
  ['tablet, fine dots', screenOf({ dots: 46, show: 0.09, edges: true })],
  ['tablet, coarse dots', screenOf({ dots: 23, show: 0.09, edges: true })],
  ['tablet, dots not to be seen', screenOf({ dots: 1, show: 0, edges: true })],
  ['screen that fills the frame, fine dots', screenOf({ dots: 46, show: 0.09, edges: false })],
  ['screen that fills the frame, dots not to be seen', screenOf({ dots: 1, show: 0, edges: false })],
  ['print with a rim', paper],
];

const conditions: readonly Partial<Scene>[] = [
  { noise: 2 },
  { noise: 4, light: 0.75 },
  { noise: 3, blur: 1 },
];

const CUTS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.6, 0.7, 0.8];

function report(name: string, frames: readonly (readonly number[])[]): void {
  const values = frames.map((each) => each.reduce((sum, one) => sum + one, 0) / each.length);
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): string =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(3);
  const below = CUTS.map(
    (cut) => `<${cut} ${((100 * values.filter((value) => value < cut).length) / values.length).toFixed(1)} %`,
  );
  print(
    `${name}: ${values.length} frames; min ${at(0)} 1 % ${at(0.01)} 5 % ${at(0.05)} half ${at(0.5)} 95 % ${at(0.95)} max ${at(1)}; ${below.join(', ')}`,
  );
}

async function subjectsIn(engine: Engine, photo: Picture): Promise<Subject[]> {
  const found: Subject[] = [];
  for (const face of await engine.detect(photo)) {
    const { points, disagreement } = await engine.landmarks(photo, face);
    const [left, right] = eyes(points);
    if (disagreement <= engine.set.landmarks.disagreementAtMost) found.push({ photo, left, right });
  }
  return found;
}

/** Every subject on every medium, in frames of different light and size. */
async function onMedia(engine: Engine, people: readonly Subject[], what: string): Promise<void> {
  const looks = [70, 90, 110].flatMap((eyeDistance) =>
    conditions.map((condition, seed) => ({ eyeDistance, condition: { ...condition, seed } })),
  );
  for (const [name, medium] of media) {
    const frames: (readonly number[])[] = [];
    for (const subject of people) {
      for (const { eyeDistance, condition } of looks) {
        const scene = { ...condition, people: [placed(subject, eyeDistance, medium)] };
        const each = await measure(engine, scene, subject.photo);
        if (each !== null) frames.push(each);
      }
    }
    report(`${what}; ${name}`, frames);
  }
}

const recommended = await nodeEngine('recommended', 2);
const samples: Subject[] = [];
for (const photo of await samplePhotos()) samples.push(...(await subjectsIn(recommended, photo)));
await onMedia(recommended, samples, `${samples.length} people of full photographs`);
const { data } = options;
if ((await stat(data).catch(() => null)) === null) print(`skipped: ${data} is not there`);
else {
  const browser = await launchBrowser();
  const decode = await openDecoder(browser);
  const people: Subject[] = [];
  const bare: number[][] = [];
  for (const name of (await readdir(join(data, 'lfw-single'))).toSorted().slice(0, 300)) {
    const [file = ''] = await readdir(join(data, 'lfw-single', name));
    const photo = await decode(join(data, 'lfw-single', name, file));
    const [subject] = await subjectsIn(recommended, photo);
    const [face] = await recommended.detect(photo);
    if (subject === undefined || face === undefined) continue;
    bare.push(await Promise.all(recommended.passives.map(({ realness }) => realness(photo, face.box))));
    people.push(subject);
  }
  await browser.close();
  report(`${people.length} people of tight crops; as they are`, bare);
  for (const [name, medium] of media.slice(1)) {
    const frames: (readonly number[])[] = [];
    for (const subject of people) {
      const each = await measure(
        recommended,
        { people: [placed(subject, 84, medium)], noise: 3 },
        subject.photo,
      );
      if (each !== null) frames.push(each);
    }
    report(`${people.length} people of tight crops; ${name}`, frames);
  }
  for (const id of ['recommended', 'embedded'])
    for (const line of await turnedHeads(await nodeEngine(id, 2), data)) print(line);
}
process.exit(0);
