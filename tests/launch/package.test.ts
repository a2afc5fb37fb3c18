import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
// What electron-builder itself packs and sets fuses with.
const ofBuilder = createRequire(
  createRequire(createRequire(import.meta.url).resolve('electron-builder')).resolve('app-builder-lib'),
);
type Asar = { readonly extractAll: (archive: string, to: string) => void };
type Fuses = {
  readonly getCurrentFuseWire: (program: string) => Promise<Record<number, number>>;
  readonly FuseV1Options: Record<string, number>;
};

/** What marks the fuses in Electron's program; each is one byte, '1' for on. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;

/** A folder as Electron's own, whose program does nothing but have fuses. */
async function standInElectron(folder: string): Promise<void> {
  for (const part of ['locales', 'resources']) await mkdir(join(folder, part), { recursive: true });
  const fuses = Buffer.concat([
    Buffer.from(fuseMark),
    Buffer.from([1, fuseCount]),
    Buffer.from('1'.repeat(fuseCount)),
  ]);
  const program = Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), fuses]);
  await writeFile(join(folder, 'electron'), program, { mode: 0o755 });
  for (const name of ['locales/vi.pak', 'locales/en-US.pak', 'locales/de.pak', 'LICENSE', 'version'])
    await writeFile(join(folder, name), name);
}

describe.skipIf(process.platform !== 'linux')('the package', () => {
  let folder = '';
  /** The unpacked application, as it is installed; and its archive's contents. */
  let unpacked = '';
  let content = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luot-package-'));
    await standInElectron(join(folder, 'electron'));
    const script = join(root, 'server/launch/package.ts');
    const args = ['--dir', '--electron', join(folder, 'electron'), '--out', join(folder, 'out')];
    await promisify(execFile)(process.execPath, [script, ...args], {
      // Nothing may be fetched.
      env: { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' },
    });
    unpacked = join(folder, 'out/linux-unpacked');
    content = join(folder, 'content');
    const asar = ofBuilder('@electron/asar') as Asar;
    asar.extractAll(join(unpacked, 'resources/app.asar'), content);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('EL33 holds the pages, the shell, the server and the models, and nothing else', async () => {
    expect((await readdir(content)).toSorted()).toEqual(['dist', 'models', 'node_modules', 'package.json']);
    expect((await readdir(join(content, 'dist'))).toSorted()).toEqual([
      'kiosk',
      'kiosk-main',
      'screens',
      'server',
    ]);
    expect((await readdir(join(content, 'node_modules'))).toSorted()).toEqual(['@node-rs', 'better-sqlite3']);
    const all = await readdir(content, { recursive: true });
    expect(all.filter((name) => /\.(tsx?|map|gz|pem|db|y4m|c|cpp)$/u.test(name))).toEqual([]);
    const own = ['main.cjs', 'preload.cjs', 'scannerProcess.cjs'].map((name) => `dist/kiosk-main/${name}`);
    for (const file of ['dist/kiosk/index.html', ...own]) expect(existsSync(join(content, file))).toBe(true);
  });

  it('EL33 brings along what starts it with the machine', async () => {
    expect((await readdir(join(unpacked, 'resources/install'))).toSorted()).toEqual([
      'luot-kiosk.service',
      'luot-server.service',
      'luot-watch.service',
      'luot-watch.timer',
      'windows-kiosk.ps1',
    ]);
  });

  it('EL33 native parts lie beside the archive, only those of this machine', async () => {
    const beside = await readdir(join(unpacked, 'resources/app.asar.unpacked'), { recursive: true });
    const native = beside.filter((name) => name.endsWith('.node')).toSorted();
    expect(native).toHaveLength(2);
    for (const name of native) expect(name).toContain(`${process.platform}-${process.arch}`);
  });

  it('EL33 the fuses are blown', async () => {
    const { getCurrentFuseWire, FuseV1Options } = ofBuilder('@electron/fuses') as Fuses;
    const wire = await getCurrentFuseWire(join(unpacked, 'luot'));
    const state = (name: string): string => String.fromCharCode(wire[FuseV1Options[name] ?? -1] ?? 0);
    const off = [
      'RunAsNode',
      'EnableNodeOptionsEnvironmentVariable',
      'EnableNodeCliInspectArguments',
      'GrantFileProtocolExtraPrivileges',
    ];
    const on = ['EnableCookieEncryption', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar'];
    expect([off.map(state), on.map(state)]).toEqual([off.map(() => '0'), on.map(() => '1')]);
  });

  it('EL28 the server in the package runs by itself and shows its pages', async () => {
    const data = join(folder, 'data');
    const child = spawn(
      process.execPath,
      [join(content, 'dist/server/server.cjs'), '--data', data, '--port', '0', '--tls'],
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    const said: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    await expect.poll(() => said.join(''), { timeout: 15_000 }).toMatch(/https:\/\/127\.0\.0\.1:\d+/u);
    const [url = ''] = /https:\/\/127\.0\.0\.1:\d+/u.exec(said.join('')) ?? [];
    const ca = await readFile(join(data, 'tls/cert.pem'), 'utf8');
    const { get } = await import('node:https');
    const statusOf = (path: string) =>
      new Promise((resolve, reject) => {
        get(`${url}${path}`, { ca }, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
      });
    for (const path of ['/healthz', '/kiosk/', '/manage', '/wall', '/models/embedded/set.json'])
      expect([path, await statusOf(path)]).toEqual([path, 200]);
    const [login] = (await readFile(join(data, 'first-manager.txt'), 'utf8')).split('\n');
    expect(login).toBe('quanly');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
