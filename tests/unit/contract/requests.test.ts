import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { deviceScreens, screens } from '../../../shared/contract/protocol.ts';
import { requestNames, requests } from '../../../shared/contract/requests.ts';
import { fieldId, personName, visitorRef } from '../../../shared/contract/schemas.ts';
import { ticketId } from '../../factories/ids.ts';
import { embeddingOf } from '../../factories/visitors.ts';

describe('the table of requests', () => {
  test.each(requestNames)('CO9 %s says who may send it', (name) => {
    const { callers } = requests[name];
    expect(callers.length).toBeGreaterThan(0);
    expect(new Set(callers).size).toBe(callers.length);
    for (const caller of callers) expect(screens).toContain(caller);
  });

  test('CO9 only managers may send what the manage screen sends; a display sends only answers about a visit', () => {
    for (const [name, request] of Object.entries(requests)) {
      const callers: readonly string[] = request.callers;
      // What officers may send from their console they may not be denied on the manage screen.
      expect('role' in request && request.role === 'manager').toBe(callers.join() === 'manage');
      // Walls only show; counter displays pass on what the visitor before them thinks. Both say what they have done of
      // what was asked of them from afar.
      expect(callers.includes('wall')).toBe(name === 'device:heeds');
      expect(callers.includes('counter')).toBe(name.startsWith('rating:') || name === 'device:heeds');
    }
    expect(deviceScreens).toEqual(['kiosk', 'wall', 'counter']);
  });

  test.each(requestNames)('CO10 %s can be repeated, since it carries an id', (name) => {
    const input: z.ZodType = requests[name].input;
    const issues = input.safeParse({ requestId: 'twice' }).error?.issues ?? [];
    expect(issues.some(({ path }) => path[0] === 'requestId')).toBe(true);
  });
});

const numbers = (length: number, value = 0.1): number[] => Array.from({ length }, () => value);
const identify = (embeddings: readonly (readonly unknown[])[]): boolean =>
  requests['visitor:identify'].input.safeParse({
    requestId: ticketId(1),
    modelId: 'embedded-1',
    quality: 0.8,
    embeddings,
    previous: null,
  }).success;

const enrol = (count: number): boolean =>
  requests['visitor:enrol'].input.safeParse({
    requestId: ticketId(1),
    modelId: 'embedded-1',
    quality: 0.8,
    card: null,
    embeddings: Array.from({ length: count }, () => numbers(128)),
    name: null,
    birthYear: 1980,
    consent: { version: '1', language: 'vi' },
  }).success;

describe('embeddings', () => {
  test.each<readonly [string, readonly (readonly unknown[])[], boolean]>([
    ['of a face', [Array.from(embeddingOf(1))], true],
    ['of the smallest dimension', [numbers(64)], true],
    ['smaller', [numbers(63)], false],
    ['of the largest dimension', [numbers(2048)], true],
    ['larger', [numbers(2049)], false],
    ['as many as there may be', Array.from({ length: 12 }, () => numbers(128)), true],
    ['one more', Array.from({ length: 13 }, () => numbers(128)), false],
    ['none', [], false],
    ['as large numbers as there may be', [numbers(128, -100)], true],
    ['larger numbers', [numbers(128, 100.01)], false],
    ['with a number that is none', [[...numbers(127), Number.NaN]], false],
    ['with an infinite number', [[...numbers(127), Infinity]], false],
    ['with what JSON makes of these', [[...numbers(127), null]], false],
    ['with a text', [[...numbers(127), '0.1']], false],
  ])('CO11 %s', (_, embeddings, accepted) => {
    expect(identify(embeddings)).toBe(accepted);
  });

  test('CO12 nobody is registered from fewer than three pictures', () => {
    expect([2, 3, 12, 13].map(enrol)).toEqual([false, true, true, false]);
  });
});

describe('a visitor’s name', () => {
  const longest = 'Nguyễn '.repeat(11) + 'Anh';
  test.each([
    ['Nguyễn Thị Hồng Nhung', 'Nguyễn Thị Hồng Nhung'],
    ['Nguyễn Thị Hồng Nhung'.normalize('NFD'), 'Nguyễn Thị Hồng Nhung'],
    ['  Lê \t Hoàng\u00a0 ', 'Lê Hoàng'],
    ['H’Hen Niê', 'H’Hen Niê'],
    ["K'Dun", "K'Dun"],
    ['Anne-Marie O. Đặng', 'Anne-Marie O. Đặng'],
    ['李小龍', '李小龍'],
    // 80 letters, however many code units they were typed as.
    [longest, longest],
    [longest.normalize('NFD'), longest],
  ])('CO13 %j is taken as %j', (typed, name) => {
    expect(personName.parse(typed)).toBe(name);
  });

  test.each([
    '',
    '   ',
    `${longest}n`,
    '<b>Hồng</b>',
    'Hồng; DROP TABLE visitor',
    'Hồng 2',
    '=HYPERLINK("x")',
    '@Hồng',
    '-Hồng',
    'Hồng\u0000',
    'Hồng\u202egnuhN',
    'Hồng\u200bNhung',
    'Hồng 🙂',
  ])('CO14 %j is no name', (typed) => {
    expect(personName.safeParse(typed).success).toBe(false);
  });
});

describe('small parts', () => {
  test.each([0, -1, 1.5, 2 ** 53, Number.NaN, Infinity, '1', null])('CO15 %s is no id of a field', (id) => {
    expect(fieldId.safeParse(id).success).toBe(false);
  });

  test.each(['', 'x'.repeat(19), 'x'.repeat(401), `${'x'.repeat(30)}=`, `${'x'.repeat(30)}\n`])(
    'CO16 %j is no reference to a visitor',
    (ref) => {
      expect(visitorRef.safeParse(ref).success).toBe(false);
    },
  );
});
