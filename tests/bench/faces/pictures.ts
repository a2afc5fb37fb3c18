/** Photographs of known people, described by a model set once and kept in `tests/results/` for the next run. */
import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Face } from '../../../kiosk/vision/detect.ts';
import type { Engine } from '../../../kiosk/vision/engine.ts';
import type { Picture } from '../../../kiosk/vision/picture.ts';
import { launchBrowser } from '../../browser.ts';
import { openDecoder } from '../../camera/photos.ts';
import { describeAsDocumented } from '../documented.ts';

/** Where the benchmark keeps what it made. */
export const RESULTS = join(import.meta.dirname, '../../results/faces');

/** `parts`: one L2-normalised embedding of each of the set's networks. */
export type Described = {
  readonly file: string;
  readonly parts: readonly Float32Array[];
  /** Of the landmarks with those of the mirrored face, in eye distances. */
  readonly disagreement: number;
  /** The descriptor as face-api.js documents it; only with the set that has its networks. */
  readonly documented: Float32Array | null;
};

/** `pictures`: in the order of their names; null: no face found. */
export type Identity = { readonly name: string; readonly pictures: readonly (Described | null)[] };

const base64 = z.string().transform((text) => {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Float32Array(bytes.buffer);
});
const kept = z.object({
  file: z.string(),
  described: z
    .object({ parts: z.array(base64), disagreement: z.number(), documented: base64.nullable() })
    .nullable(),
});

/** Labeled Faces in the Wild has these people twice; taken for two they would count as strangers alike. */
const SAME: Readonly<Record<string, string>> = {
  Wang_Nan: 'Nan_Wang',
  Odai_Hussein: 'Uday_Hussein',
  Takahiro_Mori: 'Shinya_Taniguchi',
};

/** Puts a tight crop on a black field this large (px), so that the face is as small in it as in a camera's frame. */
export const FIELD = 400;

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

/** The face in the middle: whose picture it is; others stand beside them in some. */
function middleFace(faces: readonly Face[], { width, height }: Picture): Face | undefined {
  const off = ({ box }: Face): number =>
    Math.hypot(box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2);
  return faces.toSorted((one, other) => off(one) - off(other))[0];
}

async function describe(engine: Engine, file: string, picture: Picture): Promise<Described | null> {
  const face = middleFace(await engine.detect(picture), picture);
  if (face === undefined) return null;
  const { points, disagreement } = await engine.landmarks(picture, face);
  const parts: Float32Array[] = [];
  for (const { align, embed } of engine.describers) parts.push(await embed(align(picture, points)));
  const hasFaceApi = engine.set.embedders[0]?.file === 'face_recognition.onnx';
  return {
    file,
    parts,
    disagreement,
    documented: hasFaceApi ? await describeAsDocumented(engine, picture, face) : null,
  };
}

/** Where the descriptions of this set are kept: another file when anything that they depend on changes. */
function cacheFile({ set }: Engine): string {
  const { files, detector, landmarks, embedders } = set;
  const networks = embedders.map((network) => ({ ...network, weight: 1 }));
  const { kind, size } = landmarks;
  const what = JSON.stringify([files.map(({ sha256 }) => sha256), detector, kind, size, networks]);
  return join(RESULTS, `${set.id}-${createHash('sha256').update(what).digest('hex').slice(0, 12)}.jsonl`);
}

async function readCache(path: string): Promise<Map<string, Described | null>> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line.endsWith('}'));
  return new Map(
    lines
      .map((line) => kept.parse(JSON.parse(line)))
      .map(({ file, described }) => [file, described && { file, ...described }]),
  );
}

const pack = (values: Float32Array): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');

const line = (file: string, one: Described | null): string =>
  `${JSON.stringify({
    file,
    described: one && {
      parts: one.parts.map(pack),
      disagreement: one.disagreement,
      documented: one.documented && pack(one.documented),
    },
  })}\n`;

/** All identity folders below `data`, in any group folder: `<group>/<identity>/<picture>`. */
async function identityFolders(data: string): Promise<{ readonly name: string; readonly files: string[] }[]> {
  const folders: { name: string; files: string[] }[] = [];
  for (const group of (await readdir(data)).toSorted()) {
    if (!(await stat(join(data, group))).isDirectory()) continue;
    for (const name of (await readdir(join(data, group))).toSorted()) {
      const folder = join(data, group, name);
      folders.push({ name, files: (await readdir(folder)).toSorted().map((file) => join(folder, file)) });
    }
  }
  return folders;
}

/** Describes every picture below `data` with the engine's networks. `told` hears how many are done, of how many. */
export async function readIdentities(
  data: string,
  engine: Engine,
  told: (done: number, all: number) => void,
): Promise<Identity[]> {
  const folders = await identityFolders(data);
  const all = folders.reduce((sum, { files }) => sum + files.length, 0);
  const path = cacheFile(engine);
  await mkdir(RESULTS, { recursive: true });
  const known = await readCache(path);
  const browser = await launchBrowser();
  const decode = await openDecoder(browser);
  const identities = new Map<string, (Described | null)[]>();
  let done = 0;
  for (const { name, files } of folders) {
    const person = SAME[name] ?? name;
    const pictures = identities.get(person) ?? [];
    identities.set(person, pictures);
    for (const file of files) {
      let described = known.get(file);
      if (described === undefined) {
        described = await describe(engine, file, onField(await decode(file)));
        await appendFile(path, line(file, described));
      }
      pictures.push(described);
      told(++done, all);
    }
  }
  await browser.close();
  return [...identities].map(([name, pictures]) => ({ name, pictures }));
}
