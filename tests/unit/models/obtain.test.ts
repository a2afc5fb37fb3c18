import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChosen, writeChosen } from '../../../models/chosen.ts';
import { describeSet, missingFiles } from '../../../models/files.ts';
import { findSet, readManifest } from '../../../models/manifest.ts';
import { getSet, importSet, publishedFiles } from '../../../models/obtain.ts';
import { optionalFiles } from '../../../models/parts.ts';
import type { ModelSet } from '../../../models/set.ts';

const recommended = findSet(readManifest(), 'recommended') ?? expect.unreachable();
const contents: Record<string, Buffer> = {
  'one.onnx': Buffer.alloc(5_000, 1),
  'two.onnx': Buffer.alloc(300, 2),
};

/** The recommended set without its passive networks, with two small files of our own. */
const { liveness, ...needed } = recommended;
const set: ModelSet = {
  ...needed,
  files: Object.entries(contents).map(([name, content]) => ({
    name,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    licence: 'none',
    origin: 'here',
    url: `https://models.test/${name}`,
    publishedAs: `published-${name}`,
  })),
};

const passive = Buffer.alloc(70, 3);
/** The same with a passive network that nobody publishes as it is. */
const withPassive: ModelSet = {
  ...set,
  files: [
    ...set.files,
    {
      name: 'passive.onnx',
      bytes: passive.length,
      sha256: createHash('sha256').update(passive).digest('hex'),
      licence: 'none',
      origin: 'here',
      url: null,
      publishedAs: 'converted-passive.onnx',
      convertedFrom: { url: 'https://models.test/passive.pth', bytes: 9, sha256: '0'.repeat(64), by: 'hand' },
    },
  ],
  ...(liveness === undefined
    ? {}
    : {
        liveness: {
          ...liveness,
          networks: liveness.networks.slice(1).map((one) => ({ ...one, file: 'passive.onnx' })),
        },
      }),
};

let folder: string;
let prepared: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-obtain-'));
  prepared = join(folder, 'prepared');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A web that has the set's files, after `change`. */
const web =
  (change: (name: string, content: Buffer) => Uint8Array | number = (_, content) => content): typeof fetch =>
  (address) => {
    const name = typeof address === 'string' ? (address.split('/').at(-1) ?? '') : '';
    const answer = change(name, contents[name] ?? Buffer.alloc(0));
    return Promise.resolve(
      typeof answer === 'number'
        ? new Response(null, { status: answer })
        : new Response(new Uint8Array(answer)),
    );
  };
const there = (): Promise<string[]> => readdir(join(prepared, set.id)).catch(() => []);
const all = ['one.onnx', 'set.json', 'two.onnx'];

describe('getting a set', () => {
  it('FA8 downloads what is not there, says how far it is, and describes the whole set', async () => {
    const heard: [string, number][] = [];
    await getSet(prepared, set, ({ name }, bytes) => heard.push([name, bytes]), web());
    expect((await there()).toSorted()).toEqual(all);
    expect(heard).toContainEqual(['one.onnx', 5_000]);
    expect(JSON.parse(await readFile(join(prepared, set.id, 'set.json'), 'utf8'))).toEqual(set);
    // Nothing is asked for a second time.
    await getSet(
      prepared,
      set,
      () => expect.unreachable(),
      web(() => expect.unreachable()),
    );
  });

  it.each<readonly [string, (content: Buffer) => Uint8Array | number, RegExp]>([
    ['truncated', (content) => content.subarray(1), /two\.onnx has 299 bytes instead of 300/u],
    ['too long', (content) => Buffer.concat([content, content]), /two\.onnx has more than 300 bytes/u],
    ['another', () => Buffer.alloc(300, 9), /two\.onnx is not the known file \(sha256/u],
    ['missing', () => 404, /two\.onnx was answered with 404/u],
  ])('FA8 refuses a file that is %s, by name, and keeps none of it', async (_, spoil, message) => {
    const spoilt = web((name, content) => (name === 'two.onnx' ? spoil(content) : content));
    await expect(getSet(prepared, set, () => undefined, spoilt)).rejects.toThrow(message);
    expect(await there()).toEqual(['one.onnx']);
  });

  it('FA8 says in one line that there is no network', async () => {
    const nothing = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));
    await expect(getSet(prepared, set, () => undefined, nothing)).rejects.toThrow(
      /^Model file https:\/\/models\.test\/one\.onnx cannot be fetched\.$/u,
    );
  });
});

describe('importing a set', () => {
  it('FA9 takes files by their published or their own name, and says what is still missing', async () => {
    await writeFile(join(folder, 'published-one.onnx'), contents['one.onnx'] ?? '');
    expect(await importSet(prepared, set, folder)).toEqual(['published-two.onnx']);
    expect(await there()).toEqual(['one.onnx']);
    await writeFile(join(folder, 'two.onnx'), contents['two.onnx'] ?? '');
    expect(await importSet(prepared, set, folder)).toEqual([]);
    expect((await there()).toSorted()).toEqual(all);
  });

  it('FA9 refuses a wrong file by name and leaves the right one alone', async () => {
    await getSet(prepared, set, () => undefined, web());
    await writeFile(join(folder, 'published-two.onnx'), Buffer.alloc(300, 9));
    await expect(importSet(prepared, set, folder)).rejects.toThrow(
      /published-two\.onnx is not the known file/u,
    );
    expect(await readFile(join(prepared, set.id, 'two.onnx'))).toEqual(contents['two.onnx']);
  });
});

describe('the passive networks of a set', () => {
  const described = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(prepared, set.id, 'set.json'), 'utf8'));

  it('FA16 are not fetched where nobody publishes them, but named; the set is described and works without', async () => {
    const unpublished = await getSet(prepared, withPassive, () => undefined, web());
    expect(unpublished.map(({ name }) => name)).toEqual(['passive.onnx']);
    expect(await described()).toEqual(set);
    expect(await missingFiles(prepared, withPassive)).toEqual({ needed: [], optional: ['passive.onnx'] });
  });

  it('FA16 come by import, and the description says so', async () => {
    await getSet(prepared, withPassive, () => undefined, web());
    await writeFile(join(folder, 'converted-passive.onnx'), passive);
    expect(await importSet(prepared, withPassive, folder)).toEqual([]);
    expect(await described()).toEqual(withPassive);
    expect(await missingFiles(prepared, withPassive)).toEqual({ needed: [], optional: [] });
  });

  it('FA16 are refused by name where they are wrong, like every file', async () => {
    await getSet(prepared, withPassive, () => undefined, web());
    await writeFile(join(folder, 'converted-passive.onnx'), Buffer.alloc(70, 4));
    await expect(importSet(prepared, withPassive, folder)).rejects.toThrow(
      /converted-passive\.onnx is not the known file/u,
    );
    expect(await described()).toEqual(set);
  });

  it('FA16 leave the description when they are spoilt later', async () => {
    await writeFile(join(folder, 'converted-passive.onnx'), passive);
    await getSet(prepared, withPassive, () => undefined, web());
    await importSet(prepared, withPassive, folder);
    await writeFile(join(prepared, set.id, 'passive.onnx'), Buffer.alloc(70, 4));
    await describeSet(prepared, withPassive);
    expect(await described()).toEqual(set);
  });

  it('FA17 the shipped manifest says of every file that cannot be fetched what it was made from', () => {
    const unpublished = readManifest().sets.flatMap((one) =>
      publishedFiles(one).filter((file) => file.url === null),
    );
    expect(unpublished.map(({ name }) => name)).toEqual(['minifasnet-v2.onnx', 'minifasnet-v1se.onnx']);
    for (const { convertedFrom, publishedAs } of unpublished) {
      expect(convertedFrom.url).toMatch(/\.pth$/u);
      expect(publishedAs).toMatch(/MiniFASNet.*\.onnx$/u);
    }
    expect(optionalFiles(recommended)).toEqual(unpublished.map(({ name }) => name));
  });
});

describe('the set an office uses', () => {
  it('FA10 is the embedded one until another is chosen', async () => {
    expect(readChosen(folder)).toBe('embedded');
    await writeChosen(folder, 'recommended');
    expect(readChosen(folder)).toBe('recommended');
  });

  it('FA10 is not guessed when the choice cannot be read', async () => {
    await writeFile(join(folder, 'models.json'), '{"set":');
    expect(() => readChosen(folder)).toThrow(/models\.json does not name a model set/u);
  });
});
