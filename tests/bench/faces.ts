/**
 * How well a model set tells people apart: `node tests/bench/faces.ts [--data DIR] [--set ID]`.
 * DIR holds `<any>/<identity>/<n>.jpg` and `asian.txt` (identities of the subset, one a line). Photographs are
 * decoded in a browser; everything after that is the kiosk's own engine. Beside it, the pipeline as face-api.js
 * documents it (its crop, one view, Euclidean distance) on the same networks. Nothing is written.
 */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { meanEmbedding } from '../../kiosk/vision/embed.ts';
import type { Engine } from '../../kiosk/vision/engine.ts';
import { nearest } from '../../kiosk/vision/look.ts';
import type { Picture } from '../../kiosk/vision/picture.ts';
import { launchBrowser } from '../browser.ts';
import { openDecoder } from '../camera/photos.ts';
import { describeAsDocumented } from './documented.ts';
import { nodeEngine } from './nodeEngine.ts';
import { ratesAt, thresholdAt } from './rates.ts';
import type { Scores } from './rates.ts';

/** The gate refuses landmarks that disagree with the mirrored face's by more; so does the benchmark. */
const DISAGREEMENT_AT_MOST = 0.09;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

type Described = { readonly ours: Float32Array; readonly documented: Float32Array };
type Identity = { readonly name: string; readonly pictures: readonly Described[] };

async function describe(engine: Engine, picture: Picture): Promise<Described | null> {
  const face = nearest(await engine.detect(picture));
  if (face === undefined) return null;
  const { points, disagreement } = await engine.landmarks(picture, face.box);
  if (disagreement > DISAGREEMENT_AT_MOST) return null;
  const ours = await engine.embed(engine.align(picture, points));
  return { ours, documented: await describeAsDocumented(engine, picture, face.box) };
}

/** Puts a tight crop on a black field this large (px), so that the face is as small in it as in a camera's frame. */
const FIELD = 400;

function onField(picture: Picture): Picture {
  const left = Math.floor((FIELD - picture.width) / 2);
  const top = Math.floor((FIELD - picture.height) / 2);
  if (left <= 0 || top <= 0) return picture;
  const data = new Uint8Array(FIELD * FIELD * 4);
  for (let y = 0; y < picture.height; y++) {
    const row = picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4);
    data.set(row, ((top + y) * FIELD + left) * 4);
  }
  return { width: FIELD, height: FIELD, data };
}

/** All identity folders below `data`, in any group folder. */
async function identityFolders(data: string): Promise<{ readonly name: string; readonly files: string[] }[]> {
  const folders: { name: string; files: string[] }[] = [];
  for (const group of await readdir(data, { withFileTypes: true })) {
    if (!group.isDirectory()) continue;
    for (const name of (await readdir(join(data, group.name))).toSorted()) {
      const folder = join(data, group.name, name);
      folders.push({ name, files: (await readdir(folder)).toSorted().map((file) => join(folder, file)) });
    }
  }
  return folders;
}

async function readIdentities(data: string, engine: Engine): Promise<Identity[]> {
  const identities: Identity[] = [];
  const browser = await launchBrowser();
  const decode = await openDecoder(browser);
  let refused = 0;
  let total = 0;
  for (const { name, files } of await identityFolders(data)) {
    const pictures: Described[] = [];
    for (const file of files) {
      const described = await describe(engine, onField(await decode(file)));
      total++;
      if (described === null) refused++;
      else pictures.push(described);
    }
    if (pictures.length > 0) identities.push({ name, pictures });
  }
  await browser.close();
  print(`${identities.length} people, ${total} pictures, of which ${refused} without a usable face`);
  return identities;
}

type Compare = {
  readonly of: (picture: Described) => Float32Array;
  readonly join: (vectors: readonly Float32Array[]) => Float32Array;
  readonly score: (one: Float32Array, other: Float32Array) => number;
};

const dot = (one: Float32Array, other: Float32Array): number => {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
};
const plainMean = (vectors: readonly Float32Array[]): Float32Array =>
  Float32Array.from(
    vectors[0] ?? [],
    (_, at) => vectors.reduce((sum, vector) => sum + (vector[at] ?? 0), 0) / vectors.length,
  );
const ours: Compare = { of: ({ ours: vector }) => vector, join: meanEmbedding, score: dot };
const documented: Compare = {
  of: ({ documented: vector }) => vector,
  join: plainMean,
  score: (one, other) => -Math.sqrt(one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0)),
};

/** Templates of each person's first `enrolled` pictures against probes of `probed` others. */
function scoresOf(
  people: readonly Identity[],
  enrolled: number,
  probed: number,
  { of, join: merge, score }: Compare,
): Scores {
  const able = people.filter(({ pictures }) => pictures.length >= enrolled);
  const gallery = able.map(({ pictures }) => merge(pictures.slice(0, enrolled).map(of)));
  const genuine: number[] = [];
  const impostor: number[] = [];
  for (const [owner, { pictures }] of able.entries()) {
    for (let at = enrolled; at + probed <= pictures.length; at += probed) {
      const probe = merge(pictures.slice(at, at + probed).map(of));
      for (const [index, template] of gallery.entries())
        (index === owner ? genuine : impostor).push(score(template, probe));
    }
  }
  return { genuine, impostor };
}

function report(
  label: string,
  people: readonly Identity[],
  compare: Compare,
  shipped: readonly number[],
): void {
  for (const [enrolled, probed] of [
    [1, 1],
    [3, 1],
    [3, 3],
  ] as const) {
    const scores = scoresOf(people, enrolled, probed, compare);
    print(
      `${label} ${enrolled}/${probed}: ${scores.genuine.length} genuine, ${scores.impostor.length} impostor pairs`,
    );
    const impostor = Float64Array.from(scores.impostor).sort();
    const wanted = [1e-2, 1e-3, 1e-4, 1e-5].map((rate) => ({
      name: `FMR ${rate}`,
      at: thresholdAt(impostor, rate),
    }));
    for (const { name, at } of [
      ...wanted,
      ...shipped.map((threshold) => ({ name: 'shipped', at: threshold })),
    ]) {
      const { falseMatch, falseNonMatch } = ratesAt(scores, at);
      print(
        `  ${name.padEnd(9)} threshold ${at.toFixed(4)}  FMR ${falseMatch.toExponential(2)}  FNMR ${(100 * falseNonMatch).toFixed(2)} %`,
      );
    }
  }
}

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '/work/shared/faces' },
    set: { type: 'string', default: 'embedded' },
  },
});
if (existsSync(options.data)) {
  const engine = await nodeEngine(options.set, 4);
  const people = await readIdentities(options.data, engine);
  const subset = join(options.data, 'asian.txt');
  const names = existsSync(subset)
    ? new Set((await readFile(subset, 'utf8')).trim().split(/\s+/))
    : new Set<string>();
  const { accept, unsure } = engine.set.thresholds;
  for (const [label, group] of [
    ['all', people],
    ['asian', people.filter(({ name }) => names.has(name))],
  ] as const) {
    report(`${label}, ${options.set},`, group, ours, [accept, unsure]);
    report(`${label}, as face-api.js documents,`, group, documented, [-0.6]);
  }
} else print(`skipped: ${options.data} is not there (identity folders with photographs; see docs)`);
process.exit(0);
