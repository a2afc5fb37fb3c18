import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeChosen } from '../../models/chosen.ts';
import { faceSetCalled, loadFaceSet } from '../../server/faceSet.ts';
import { closeClients, kioskAt } from '../factories/clients.ts';
import { closeServers, startServer } from '../factories/server.ts';
import { enrol } from '../factories/staffedOffice.ts';

let folder: string;
const prepared = (): string => join(folder, 'prepared');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-set-'));
  for (const id of ['embedded', 'recommended']) {
    await mkdir(join(prepared(), id), { recursive: true });
    await writeFile(join(prepared(), id, 'set.json'), '{}');
  }
});
afterEach(async () => {
  closeClients();
  await closeServers();
  await rm(folder, { recursive: true, force: true });
});

describe('the model set of a server', () => {
  test('FA15 is the one its office chose, with all of its dimensions', async () => {
    expect(loadFaceSet(folder, prepared())).toMatchObject({ id: 'embedded', dimension: 1152 });
    await writeChosen(folder, 'recommended');
    const { id, dimension, population } = loadFaceSet(folder, prepared());
    expect([id, dimension, population.mean.length]).toEqual(['recommended', 128, 128]);
  });

  test('FA20 has thresholds for each population', () => {
    const { thresholds } = loadFaceSet(folder, prepared());
    for (const { accept, unsure, margin, enrolled } of [thresholds.general, thresholds.asian]) {
      expect(accept).toBeGreaterThan(unsure + margin);
      expect(enrolled).toBe(100);
    }
  });

  test('RV4 any other one can be had by its id while its files are there', async () => {
    expect(faceSetCalled('recommended', prepared())).toMatchObject({ id: 'recommended', dimension: 128 });
    expect(faceSetCalled('other', prepared())).toBeNull();
    await rm(join(prepared(), 'recommended'), { recursive: true });
    expect(faceSetCalled('recommended', prepared())).toBeNull();
  });

  test('RV4 choosing one changes nothing about the visitors', async () => {
    const server = await startServer();
    await enrol(await kioskAt(server.url()), 1);
    await server.stop();
    const before = server.rows();
    const cli = join(import.meta.dirname, '../../models/cli.ts');
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [cli, 'use', 'embedded', '--data', server.data]);
    expect(stdout).toContain('uses embedded');
    expect(server.rows()).toEqual(before);
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
