import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, sameName } from '../../../shared/domain/fold.ts';

test.each([
  ['Đất đai', 'dat dai'],
  ['  HỘ   TỊCH ', 'ho tich'],
  ['Nguyễn Thuỳ', 'nguyen thuy'],
  ['CHUNG_THUC', 'chung_thuc'],
])('FO1 %j is typed as %j', (text, typed) => {
  expect(fold(text)).toBe(typed);
  expect(fold(text.normalize('NFD'))).toBe(typed);
});

test.each([
  ['Nguyễn Văn Nam', 'NGUYỄN  VĂN NAM', true],
  ['Trần Thị Lan', 'Trần Thị Lân', false],
  ['Đỗ Văn Khôi', 'Do Van Khoi', false],
])('FO1 %j and %j are one name: %s', (one, other, same) => {
  expect(sameName(one) === sameName(other.normalize('NFD'))).toBe(same);
});

test('FO1 neither changes what it has made', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
      expect(sameName(sameName(text))).toBe(sameName(text));
    }),
  );
});
