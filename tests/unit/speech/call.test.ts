import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyPiece, piecesOf, sentenceOf } from '../../../shared/i18n/speech/call.ts';
import type { SpokenCall } from '../../../shared/i18n/speech/call.ts';
import { textOf } from '../../../shared/i18n/speech/piece.ts';
import { cardinal as english } from '../../../shared/i18n/speech/en.ts';
import { cardinal as vietnamese } from '../../../shared/i18n/speech/vi.ts';

describe('a counter’s number in words', () => {
  test.each<readonly [number, string, string]>([
    [0, 'không', 'zero'],
    [3, 'ba', 'three'],
    [4, 'bốn', 'four'],
    [5, 'năm', 'five'],
    [10, 'mười', 'ten'],
    [11, 'mười một', 'eleven'],
    [14, 'mười bốn', 'fourteen'],
    [15, 'mười lăm', 'fifteen'],
    [20, 'hai mươi', 'twenty'],
    [21, 'hai mươi mốt', 'twenty one'],
    [25, 'hai mươi lăm', 'twenty five'],
    [55, 'năm mươi lăm', 'fifty five'],
    [100, 'một trăm', 'one hundred'],
    [101, 'một trăm linh một', 'one hundred one'],
    [105, 'một trăm linh năm', 'one hundred five'],
    [110, 'một trăm mười', 'one hundred ten'],
    [111, 'một trăm mười một', 'one hundred eleven'],
    [121, 'một trăm hai mươi mốt', 'one hundred twenty one'],
    [999, 'chín trăm chín mươi chín', 'nine hundred ninety nine'],
    [1000, 'một nghìn', 'one thousand'],
    [1005, 'một nghìn không trăm linh năm', 'one thousand five'],
    [1015, 'một nghìn không trăm mười lăm', 'one thousand fifteen'],
    [1205, 'một nghìn hai trăm linh năm', 'one thousand two hundred five'],
    [21_000, 'hai mươi mốt nghìn', 'twenty one thousand'],
    [105_000, 'một trăm linh năm nghìn', 'one hundred five thousand'],
  ])('VO2 %i', (n, vi, en) => {
    expect(textOf(vietnamese(n))).toBe(vi);
    expect(textOf(english(n))).toBe(en);
  });

  test('VO2 no two are said alike', () => {
    for (const say of [vietnamese, english]) {
      const said = Array.from({ length: 10_000 }, (_, n) => textOf(say(n)));
      expect(new Set(said).size).toBe(said.length);
    }
  });
});

describe('a call', () => {
  test.each<readonly [SpokenCall, string, string]>([
    [
      { number: 'A012', counterNumber: 3, how: 'call' },
      'Mời công dân có số thứ tự, a, không, một, hai, đến quầy số ba.',
      'Ticket A, zero, one, two, please go to counter three.',
    ],
    [
      { number: 'N1204', counterNumber: 12, how: 'recall' },
      'Xin nhắc lại. Mời công dân có số thứ tự, en nờ, một, hai, không, bốn, đến quầy số mười hai.',
      'Once more. Ticket N, one, two, zero, four, please go to counter twelve.',
    ],
    [
      { number: 'K005', counterNumber: 1000, how: 'last' },
      'Gọi lần cuối. Công dân có số thứ tự, ca, không, không, năm, xin mời đến quầy số một nghìn.',
      'Last call. Ticket K, zero, zero, five, please go to counter one thousand.',
    ],
  ])('VO1 %j', (call, vi, en) => {
    expect(sentenceOf(call, 'vi')).toBe(vi);
    expect(sentenceOf(call, 'en')).toBe(en);
  });

  const anyCall = fc.record({
    number: fc.stringMatching(/^[A-ZĐ]?\d{3,5}$/u),
    counterNumber: fc.integer({ min: 0, max: 999_999 }),
    how: fc.constantFrom('call', 'recall', 'last'),
  });

  test('VO3 is made of recorded pieces only, whatever the number and the counter', () => {
    for (const language of ['vi', 'en'] as const) {
      const clips = new Set(everyPiece(language).map(({ clip }) => clip));
      fc.assert(
        fc.property(anyCall, (call) => {
          expect(piecesOf(call, language).filter(({ clip }) => !clips.has(clip))).toEqual([]);
        }),
      );
    }
  });

  test.each(['vi', 'en'] as const)(
    'VO3 each recording of %s has a name of its own that can be a file',
    (language) => {
      const pieces = everyPiece(language);
      expect(new Set(pieces.map(({ clip }) => clip)).size).toBe(pieces.length);
      for (const { clip } of pieces) expect(clip).toMatch(/^[a-zA-Z0-9-]+$/u);
    },
  );

  test('VO1 a sign without a name is a mistake of whoever set the prefix', () => {
    expect(() => sentenceOf({ number: '#12', counterNumber: 1, how: 'call' }, 'vi')).toThrow(RangeError);
  });
});
