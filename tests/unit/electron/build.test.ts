import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callNames, newsNames } from '../../../kiosk/bridge.ts';
import { buildShell } from '../../../kiosk/main/build.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-build-'));
  await buildShell(folder);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

test('EL20 there are three bundles and no shared part', async () => {
  expect((await readdir(folder)).toSorted()).toEqual(['main.cjs', 'preload.cjs', 'scannerProcess.cjs']);
});

test.each([
  ['main.cjs', ['electron', ...builtinModules.map((name) => `node:${name}`)]],
  ['preload.cjs', ['electron']],
])('EL20 %s loads nothing that a package does not have', async (file, allowed) => {
  const code = await readFile(join(folder, file), 'utf8');
  const loaded = [...code.matchAll(/(?:\brequire|\bimport)\(\s*["'`]([^"'`]+)/g)].map(
    (match) => match[1] ?? '',
  );
  expect(loaded).toContain('electron');
  expect(loaded.filter((name) => !allowed.includes(name))).toEqual([]);
  expect(code).not.toMatch(/^(import|export)\s/m);
});

test('EL20 the preload bundle runs with nothing but what a sandbox gives it', async () => {
  const shown: unknown[] = [];
  const electron = {
    ipcRenderer: { sendSync: (channel: string) => (channel === 'luot:version' ? '1.2.3' : 'http://s:1') },
    contextBridge: { exposeInMainWorld: (...given: unknown[]) => shown.push(given) },
  };
  const load = (name: string): unknown => (name === 'electron' ? electron : null);
  const code = await readFile(join(folder, 'preload.cjs'), 'utf8');
  const run = compileFunction(code, ['require', 'module', 'exports']) as (...given: unknown[]) => void;
  run(load, { exports: {} }, {});
  expect(shown).toEqual([
    [
      'luot',
      {
        serverUrl: 'http://s:1',
        version: '1.2.3',
        ...Object.fromEntries([...callNames, ...newsNames].map((name) => [name, expect.any(Function)])),
      },
    ],
  ]);
});
