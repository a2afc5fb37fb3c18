import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const lock = z
  .object({ packages: z.record(z.string(), z.object({ license: z.string().optional() })) })
  .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

/** Licences under which an office may be given the whole product, with the notices that the packages bring. */
const permissive = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'WTFPL',
  'Python-2.0',
  // Of the letters themselves.
  'OFL-1.1',
  // Of files, which we use as they are.
  'MPL-2.0',
];

/** Its own file says it where the lockfile does not, in an old form. */
const inOldForm: Readonly<Record<string, string>> = { 'node_modules/xmlhttprequest-ssl': 'MIT' };

const isFree = (license: string): boolean =>
  license
    .replaceAll(/[()]/gu, '')
    .split(' OR ')
    .some((one) => permissive.includes(one));

test('T9 every package is under a licence that lets the product be given to an office', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.length).toBeGreaterThan(100);
  const others = packages
    .map(([path, { license }]) => [path, license ?? inOldForm[path] ?? 'none'] as const)
    .filter(([, license]) => !isFree(license));
  expect(others).toEqual([]);
});
