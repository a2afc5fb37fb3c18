import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const tests = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(tests, file), 'utf8');

const rules = [...read('SPEC.md').matchAll(/^- \*\*([A-Z]+[1-9]\d*)\*\*/gmu)].map(
  ([, number = '']) => number,
);
const known = new Set(rules);
const letters = new Set(rules.map((number) => number.replace(/\d+$/u, '')));
const sources = globSync('**/*.ts', { cwd: tests }).map(read);
/** The documents that say by which test something is shown. */
const docs = ['../docs/reliability.md', '../docs/security.md'].map(read);

/** Numbers that look like a rule's. */
const numbersIn = (text: string): string[] =>
  [...text.matchAll(/\b([A-Z]{1,2})[1-9]\d*\b/gu)].flatMap(([number, of = '']) =>
    letters.has(of) ? [number] : [],
  );

/** Those by which a test's name begins. */
const namedBy = (source: string): string[] =>
  [...source.matchAll(/['"`]((?:[A-Z]{1,2}[1-9]\d* )+)/gu)].flatMap(([, begin = '']) => numbersIn(begin));

describe('T10 the rules', () => {
  test('are many, and each has a number of its own', () => {
    expect(rules.length).toBeGreaterThan(1000);
    expect(rules.filter((number, i) => rules.indexOf(number) !== i)).toEqual([]);
  });

  test('are each named by a test', () => {
    const named = new Set(sources.flatMap(numbersIn));
    expect(rules.filter((number) => !named.has(number))).toEqual([]);
  });

  test('are there, where a test is named by one or a document speaks of one', () => {
    const spoken = [...sources.flatMap(namedBy), ...docs.flatMap(numbersIn)];
    expect(spoken.length).toBeGreaterThan(1000);
    expect(spoken.filter((number) => !known.has(number))).toEqual([]);
  });
});
