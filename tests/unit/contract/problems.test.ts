import { describe, expect, test } from 'vitest';
import { problem, refusalCodes, refuse } from '../../../shared/contract/problems.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { problemWords } from '../../../shared/i18n/problems.ts';
import { sayProblem } from '../../../shared/ui/sayProblem.ts';

describe('filling a sentence', () => {
  test.each<readonly [string, Record<string, string | number>, string]>([
    ['Quầy {n}', { n: 3 }, 'Quầy 3'],
    ['{a} và {b}, {a}', { a: 'x', b: 0 }, 'x và 0, x'],
    ['không có gì', { n: 3 }, 'không có gì'],
    ['còn {thiếu}', {}, 'còn {thiếu}'],
    ['{missing}', {}, '{missing}'],
    ['{n}', { n: '' }, ''],
    ['{constructor} {toString} {__proto__}', {}, '{constructor} {toString} {__proto__}'],
    ['{a}', { a: '{b} $& $1', b: 'x' }, '{b} $& $1'],
  ])('WO1 %j', (sentence, values, filled) => {
    expect(fill(sentence, values)).toBe(filled);
  });
});

/** The facts that each refusal comes with. Those not named have none. */
const facts: Partial<Record<string, Record<string, string | number>>> = {
  tooManyAttempts: { seconds: 30 },
  deskBusy: { number: 'A012' },
  wrongState: { state: 'done' },
  otherDesk: { counterNumber: 3 },
  coolingDown: { until: 1_795_000_000_000 },
  counterTaken: { counterNumber: 3 },
  visitorHeld: { number: 'A012' },
  visitorLimit: { number: 'A012' },
  appointmentUsed: { number: 'A012' },
  badCsv: { line: 3, what: 'Ngày “31/02/2026”' },
  dossierElsewhere: { code: 'H-2026-0123' },
  dossierState: { code: 'H-2026-0123' },
  badTable: { line: 3, what: 'Ngày “31/02/2026”' },
  badPlaceholder: { what: '“ten”' },
  weakPassword: { min: 10 },
  prefixTaken: { prefix: 'B', name: 'Hộ tịch' },
  numberTaken: { number: 3 },
  loginTaken: { login: 'canbo1' },
  scopeMissing: { scope: 'queue:read' },
  tooManyRequests: { seconds: 1 },
};
const everyProblem: readonly (readonly [string, Problem | { readonly kind: 'offline' }])[] = [
  ...refusalCodes.map((code) => [code, refuse(code, facts[code])] as const),
  ['malformed', { kind: 'malformed', where: 'embeddings.0', what: 'too small' }],
  ['bug', { kind: 'bug', id: 'b1f2' }],
  ['offline', { kind: 'offline' }],
];

/** The facts a sentence has a place for. */
const named = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/gu)].map(([whole]) => whole).toSorted();

describe('what staff read when something is not done', () => {
  test.each(everyProblem)('WO2 %s is a whole sentence in both languages', (_, what) => {
    for (const language of ['vi', 'en'] as const) {
      const sentence = sayProblem(what, language);
      expect(sentence).toMatch(/^\S.*[.]$/u);
      expect(sentence).not.toMatch(/[{}]/u);
      expect(sentence).toBe(sentence.normalize('NFC'));
    }
    expect(sayProblem(what, 'vi')).not.toBe(sayProblem(what, 'en'));
  });

  test('WO3 both languages tell the same facts', () => {
    for (const key of Object.keys(problemWords.vi) as (keyof typeof problemWords.vi)[])
      expect([key, named(problemWords.en[key])]).toEqual([key, named(problemWords.vi[key])]);
  });

  test('WO4 refusals survive the wire, and no fact can pollute', () => {
    const sent = everyProblem.map(([, what]) => what).filter(({ kind }) => kind !== 'offline');
    for (const what of sent) expect(problem.parse(JSON.parse(JSON.stringify(what)))).toEqual(what);
    const parsed = problem.parse(
      JSON.parse('{"kind":"refused","code":"noDesk","detail":{"__proto__":"x","n":1}}'),
    );
    expect(parsed).toEqual({ kind: 'refused', code: 'noDesk', detail: { n: 1 } });
    expect(problem.safeParse({ kind: 'refused', code: 'noDesk', detail: { list: [1] } }).success).toBe(false);
    expect(problem.safeParse({ kind: 'refused', code: 'neverHeardOf' }).success).toBe(false);
  });
});
