import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tone } from '../../../kiosk/renderer/text/telex.ts';
import { typeBackspace, typeLetter, typeTelex, typeTone } from '../../../kiosk/renderer/text/telex.ts';
import { personName } from '../../../shared/contract/schemas.ts';

const telex = (keys: string): string => Array.from(keys).reduce(typeTelex, '');

test.each([
  ['nguyeenx thij hoongf nhung', 'Nguyễn Thị Hồng Nhung'],
  ['ddoox vawn khooi', 'Đỗ Văn Khôi'],
  ['traanf dduwcs huynhf', 'Trần Đức Huỳnh'],
  ['phamj thij thuyr', 'Phạm Thị Thủy'],
  ['vux duwowng hoaf', 'Vũ Dương Hòa'],
  ['duongw hoangf', 'Dương Hoàng'],
  ['lee quys ddoon', 'Lê Quý Đôn'],
  ['huyfnh', 'Huỳnh'],
  ['giangr gias giowis', 'Giảng Giá Giới'],
  ['nguwowif', 'Người'],
  ['buif xuaan phuowcs', 'Bùi Xuân Phước'],
  ['tuyeets khuyur thoaij', 'Tuyết Khuỷu Thoại'],
  ['luwu huwux', 'Lưu Hữu'],
  ['ynghowng', 'Ynghơng'],
  ['NGUYEENX', 'NGUYỄN'],
])('K17 Telex: %s → %s', (keys, name) => {
  expect(telex(keys)).toBe(name);
});

test.each([
  ['ksorr', 'Ksor', 'a tone key twice is the letter'],
  ['looong', 'Loong', 'a shape key twice is the letter'],
  ['dduwcsz', 'Đưc', 'z takes the tone away'],
  ['tooij tooij', 'Tội Tội', 'only the last word is worked on'],
  ['william', 'William', 'a word that begins with w keeps it'],
  ["h'hen", "H'hen", 'a sign stays a sign'],
])('K17 Telex: %s → %s (%s)', (keys, name) => {
  expect(telex(keys)).toBe(name);
});

test.each<readonly [string, Tone, string]>([
  ['Hông', 'grave', 'Hồng'],
  ['Hồng', 'acute', 'Hống'],
  ['Hồng', 'grave', 'Hông'],
  ['Nguyên', 'tilde', 'Nguyễn'],
  ['Hoa', 'grave', 'Hòa'],
  ['Hoan', 'grave', 'Hoàn'],
  ['Quy', 'acute', 'Quý'],
  ['Tr', 'dot', 'Tr'],
])('K17 the key of a tone: %s and %s → %s', (text, tone, name) => {
  expect(typeTone(text, tone)).toBe(name);
});

test.each([
  ['Hòa', 'n', 'Hoàn'],
  ['', 'n', 'N'],
  ['Lê ', 'v', 'Lê V'],
  ['Ksỏ', 'ê', 'Ksoể'],
])('K17 the key of a letter: %s and %s → %s', (text, key, name) => {
  expect(typeLetter(text, key)).toBe(name);
});

test.each([
  ['Hoàn', 'Hòa'],
  ['Nguyễn', 'Nguyễ'],
  ['Lê ', 'Lê'],
  ['', ''],
])('K17 deleting: %s → %s', (text, name) => {
  expect(typeBackspace(text)).toBe(name);
});

test('K17 whatever is typed stays composed, and is a name the server takes', () => {
  const key = fc.constantFrom(...Array.from('abcdeghiklmnopqrstuvxywzfj ăâđêôơưAEO'));
  const tone = fc.constantFrom<Tone>('acute', 'grave', 'hook', 'tilde', 'dot');
  const press = fc.oneof(
    { weight: 6, arbitrary: key.map((letter) => (text: string) => typeTelex(text, letter)) },
    { weight: 2, arbitrary: key.map((letter) => (text: string) => typeLetter(text, letter)) },
    { weight: 1, arbitrary: tone.map((mark) => (text: string) => typeTone(text, mark)) },
    { weight: 1, arbitrary: fc.constant(typeBackspace) },
  );
  fc.assert(
    fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
      const text = presses.reduce((typed, next) => next(typed), '');
      expect(text).toBe(text.normalize('NFC'));
      // At most one tone in a word.
      for (const word of text.split(' '))
        expect(word.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/gu)?.length ?? 0).toBeLessThan(
          2,
        );
      expect(text.trim() === '' || personName.safeParse(text.trim()).success).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
