import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeChosen } from '../../models/chosen.ts';
import { loadFaceSet } from '../../server/faceSet.ts';

let folder: string;
const prepared = (): string => join(folder, 'prepared');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-set-'));
  for (const id of ['embedded', 'recommended']) {
    await mkdir(join(prepared(), id), { recursive: true });
    await writeFile(join(prepared(), id, 'set.json'), '{}');
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the model set of a server', () => {
  test('FA15 is the one its office chose, with all of its dimensions', async () => {
    expect(loadFaceSet(folder, prepared())).toMatchObject({ id: 'embedded', dimension: 1152 });
    await writeChosen(folder, 'recommended');
    const { id, dimension, population } = loadFaceSet(folder, prepared());
    expect([id, dimension, population.mean.length]).toEqual(['recommended', 128, 128]);
  });

  test.each([
    ['is not known', 'other', /No model set is called 'other'/u],
    [
      'is not complete',
      'recommended',
      /The model set recommended is not complete; npm run models -- status/u,
    ],
  ])('FA15 one line says what to do about a set that %s', async (_, id, message) => {
    await writeChosen(folder, id);
    await rm(join(prepared(), 'recommended'), { recursive: true });
    expect(() => loadFaceSet(folder, prepared())).toThrow(message);
  });
});
