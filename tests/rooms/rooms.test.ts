import { globSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cruise } from './cruise.ts';
import { cruise, root } from './cruise.ts';

/** Rule, the file that breaks it, and what that file imports: a file of the house, or a package. */
const forbidden: readonly (readonly [string, string, string])[] = [
  ['kernel', 'shared/kernel/a.ts', 'shared/domain/target.ts'],
  ['domain', 'shared/domain/a.ts', 'shared/contract/target.ts'],
  ['contract', 'shared/contract/a.ts', 'shared/i18n/target.ts'],
  ['i18n', 'shared/i18n/a.ts', 'shared/ui/target.ts'],
  ['shared', 'shared/link/a.ts', 'kiosk/renderer/target.ts'],
  ['models', 'models/a.ts', 'server/db/target.ts'],
  ['server', 'server/a.ts', 'kiosk/renderer/target.ts'],
  ['server', 'server/b.ts', 'counter-display/screens/target.ts'],
  ['server', 'server/c.ts', 'shared/ui/target.ts'],
  ['server', 'server/d.ts', 'shared/link/target.ts'],
  ['usecases', 'server/usecases/a.ts', 'server/db/target.ts'],
  ['usecases', 'server/usecases/b.ts', 'server/transport/target.ts'],
  ['reports', 'server/reports/a.ts', 'server/db/target.ts'],
  ['views', 'server/views/a.ts', 'server/db/target.ts'],
  ['db', 'server/db/a.ts', 'server/transport/target.ts'],
  ['gallery', 'server/gallery/a.ts', 'server/db/target.ts'],
  ['speech', 'server/speech/a.ts', 'server/usecases/target.ts'],
  ['printing', 'server/printing/a.ts', 'server/usecases/target.ts'],
  ['push', 'server/push/a.ts', 'server/db/target.ts'],
  ['webhooks', 'server/webhooks/a.ts', 'server/db/target.ts'],
  ['drop', 'server/drop/a.ts', 'server/db/target.ts'],
  ['metrics', 'server/metrics/a.ts', 'server/db/target.ts'],
  ['transport', 'server/transport/a.ts', 'server/db/target.ts'],
  ['kiosk', 'kiosk/renderer/a.ts', 'server/usecases/target.ts'],
  ['kiosk', 'kiosk/vision/a.ts', 'counter-display/screens/target.ts'],
  ['kiosk-shell', 'kiosk/main/a.ts', 'kiosk/renderer/target.ts'],
  ['kiosk-page', 'kiosk/renderer/b.ts', 'kiosk/main/target.ts'],
  ['vision', 'kiosk/vision/b.ts', 'shared/link/target.ts'],
  ['counter-display', 'counter-display/screens/a.ts', 'kiosk/renderer/target.ts'],
  ['counter-display', 'counter-display/screens/b.ts', 'server/usecases/target.ts'],
  ['nobody-imports-tests', 'server/e.ts', 'tests/target.ts'],
  ['kernel-packages', 'shared/kernel/b.ts', 'zod'],
  ['domain-packages', 'shared/domain/b.ts', 'zod'],
  ['domain-packages', 'shared/domain/c.ts', 'node:fs'],
  ['contract-packages', 'shared/contract/b.ts', 'react'],
  ['i18n-packages', 'shared/i18n/b.ts', 'react'],
  ['usecases-packages', 'server/usecases/c.ts', 'node:fs'],
  ['views-packages', 'server/views/b.ts', 'node:fs'],
  ['sqlite-only-in-db', 'server/usecases/d.ts', 'better-sqlite3'],
  ['no-node-in-pages', 'kiosk/vision/c.ts', 'node:fs'],
  ['no-node-in-pages', 'shared/link/b.ts', 'node:fs'],
  ['electron-only-in-shell', 'kiosk/renderer/c.ts', 'electron'],
  ['resolvable', 'server/f.ts', 'server/nowhere.ts'],
  ['declared', 'server/g.ts', 'undeclared'],
  ['no-cycles', 'server/db/h.ts', 'server/db/i.ts'],
];

/** What the rules must leave alone. */
const allowed: readonly (readonly [string, string])[] = [
  ['shared/domain/ok.ts', 'shared/kernel/target.ts'],
  ['shared/contract/ok.ts', 'zod'],
  ['server/usecases/ok.ts', 'shared/contract/target.ts'],
  ['server/transport/ok.ts', 'server/usecases/target.ts'],
  ['server/db/ok.ts', 'better-sqlite3'],
  ['server/ok.ts', 'server/db/target.ts'],
  ['kiosk/renderer/ok.ts', 'shared/ui/target.ts'],
  ['kiosk/main/ok.ts', 'electron'],
  ['counter-display/screens/ok.ts', 'shared/link/target.ts'],
  ['tests/ok.ts', 'server/db/target.ts'],
];

const packages = ['zod', 'react', 'better-sqlite3', 'electron'];
const isFile = (target: string): boolean => target.endsWith('.ts');

let house = '';
let found: Cruise['summary']['violations'] = [];

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(house, path)), { recursive: true });
  await writeFile(join(house, path), text);
}

async function plant(from: string, to: string): Promise<void> {
  const path = relative(dirname(from), to);
  const specifier = isFile(to) ? (path.startsWith('.') ? path : `./${path}`) : to;
  await write(from, `export { target } from '${specifier}';\n`);
}

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'luot-house-'));
  const dependencies = Object.fromEntries(packages.map((name) => [name, '1.0.0']));
  await write('package.json', JSON.stringify({ type: 'module', dependencies }));
  await copyFile(join(root, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'));
  for (const name of [...packages, 'undeclared']) {
    await write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    await write(`node_modules/${name}/index.js`, 'exports.target = 1;\n');
  }
  const targets = [...forbidden.map(([, , to]) => to), ...allowed.map(([, to]) => to)].filter((to) =>
    to.endsWith('/target.ts'),
  );
  for (const target of targets) await write(target, 'export const target = 1;\n');
  // The way back of the cycle, which is reported only once.
  await plant('server/db/i.ts', 'server/db/h.ts');
  for (const [, from, to] of forbidden) await plant(from, to);
  for (const [from, to] of allowed) await plant(from, to);
  found = (await cruise(house)).summary.violations;
}, 60_000);

afterAll(() => rm(house, { recursive: true, force: true }));

describe('the rooms', () => {
  it.each(forbidden)('T7 %s: %s may not import %s', (rule, from) => {
    expect(found.filter((violation) => violation.from === from).map(({ rule: { name } }) => name)).toContain(
      rule,
    );
  });

  it.each(allowed)('T7 %s may import %s', (from) => {
    expect(found.filter((violation) => violation.from === from)).toEqual([]);
  });

  it('T8 the check reads every module of the house and what it imports', async () => {
    const { modules } = await cruise(root);
    const pattern = '{kiosk,counter-display,server,shared,models,tests}/**/*.{ts,tsx}';
    const files = globSync(pattern, { cwd: root, exclude: ['tests/results/**', 'models/prepared/**'] });
    const seen = new Set(modules.map(({ source }) => source));
    expect(files.length).toBeGreaterThan(200);
    expect(files.map((file) => file.replaceAll('\\', '/')).filter((file) => !seen.has(file))).toEqual([]);
    const imports = modules.flatMap(({ dependencies }) => dependencies);
    expect(imports.length).toBeGreaterThan(3 * files.length);
  });
});
