import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Config = Record<string, unknown> & { readonly electronFuses: object };
type BuilderConfig = {
  readonly getConfig: (root: string, path: string, options: null) => Promise<Config>;
  readonly validateConfiguration: (config: object, log: { readonly isEnabled: boolean }) => Promise<void>;
};

// The very code that electron-builder reads and checks its configuration with; it belongs to no public interface.
const ofBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const builder = ofBuilder('app-builder-lib/out/util/config/config.js') as BuilderConfig;

const root = join(import.meta.dirname, '../../..');
const read = () => builder.getConfig(root, 'electron-builder.yml', null);
const check = (config: object) => builder.validateConfiguration(config, { isEnabled: false });

test('EL21 electron-builder.yml passes the builder’s own check', async () => {
  await expect(check(await read())).resolves.toBeUndefined();
});

test.each<[string, (config: Config) => object]>([
  ['productname', (config) => ({ ...config, productname: 'Lượt' })],
  ['electronFuses', (config) => ({ ...config, electronFuses: { ...config.electronFuses, wrongFuse: true } })],
  ['perMachine', (config) => ({ ...config, nsis: { perMachine: 'perhaps' } })],
])('EL21 the check refuses a planted %s by name', async (key, plant) => {
  await expect(check(plant(await read()))).rejects.toThrow(key);
});

test('EL21 the fuses leave no way to run other code with the shell', async () => {
  expect((await read()).electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('EL21 the package starts with the bundle that it contains', async () => {
  const files = JSON.stringify((await read())['files']);
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { main: string };
  expect(manifest.main).toBe('dist/kiosk-main/main.cjs');
  expect(files).toContain('"dist/kiosk-main/**","dist/server/**","models/prepared/**"');
  // All but what is named after it.
  expect(files).toContain('"!node_modules/**"');
});
