import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardDoubt, CitizenCard } from '../../../shared/domain/citizenCard.ts';
import { lastDigits, parseCitizenCard } from '../../../shared/domain/citizenCard.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';
import { cardTexts, cardWith } from '../../factories/cards.ts';

const today = '2026-11-22' as BusinessDay;
const read = (text: string): CitizenCard => {
  const card = parseCitizenCard(text, today);
  if (!card.ok) throw new Error(card.error);
  return card.value;
};
const troubleOf = (text: string): string | null => {
  const card = parseCitizenCard(text, today);
  return card.ok ? null : card.error;
};

describe('the code of a citizen card', () => {
  test.for([
    ['of 2021', cardTexts.nhung, '001190012345', 'Nguyễn Thị Hồng Nhung', '1990-09-02'],
    ['of a leap day, without an earlier number', cardTexts.khoi, '001204067890', 'Đỗ Văn Khôi', '2004-02-29'],
    ['of 7/2024', cardTexts.huynh, '001085045678', 'Trần Đức Huỳnh', '1985-12-07'],
    [
      'of 7/2024, filled in',
      `${cardTexts.huynh.slice(0, -4)}|A|B|C|D`,
      '001085045678',
      'Trần Đức Huỳnh',
      '1985-12-07',
    ],
  ] as const)('ID4 is read: %s', ([, text, idNumber, name, birthDate]) => {
    expect(read(text)).toEqual({ idNumber, name, birthDate, doubts: [] });
  });

  test('ID4 is read with letters in two parts, needless spaces, a byte order mark and a line end', () => {
    const text = `\uFEFF${cardWith({ name: ' Nguyễn  Thị Hồng Nhung '.normalize('NFD') })}\r\n`;
    expect(read(text)).toEqual(read(cardTexts.nhung));
  });

  test.for([
    ['a web address', 'https://dichvucong.gov.vn', 'notCard'],
    ['nothing', '', 'notCard'],
    ['six fields', cardTexts.nhung.split('|').slice(0, 6).join('|'), 'notCard'],
    ['eleven digits', cardWith({ id: '00119001234' }), 'badCard'],
    ['letters in the number', cardWith({ id: '00119001234A' }), 'badCard'],
    ['digits of another script', cardWith({ id: '٠٠١١٩٠٠١٢٣٤٥' }), 'badCard'],
    ['29 February of an ordinary year', cardWith({ birth: '29022003' }), 'badCard'],
    ['31 April', cardWith({ birth: '31041990' }), 'badCard'],
    ['month 13', cardWith({ birth: '02131990' }), 'badCard'],
    ['day 0', cardWith({ birth: '00091990' }), 'badCard'],
    ['a birth too long ago', cardWith({ birth: '02091890' }), 'badCard'],
    ['a birth to come', cardWith({ birth: '02092990' }), 'badCard'],
    ['no date of issue', cardWith({ issued: '' }), 'badCard'],
    ['an issue before the birth', cardWith({ issued: '15041989' }), 'badCard'],
    ['an issue to come', cardWith({ issued: '23112026' }), 'badCard'],
  ] as const)('ID5 %s is not taken for a card', ([, text, trouble]) => {
    expect(troubleOf(text)).toBe(trouble);
  });

  test.for<readonly [string, string, CardDoubt[]]>([
    ['a province that was never one', cardWith({ id: '003190012345' }), ['province']],
    ['somebody born abroad', cardWith({ id: '145190012345' }), []],
    ['the other century', cardWith({ id: '001390012345' }), ['century']],
    ['the other sex', cardWith({ sex: 'Nam' }), ['sex']],
    ['a sex without its mark', cardWith({ sex: 'NU' }), []],
    ['a sex that a scanner garbled', cardWith({ sex: 'N?' }), []],
    ['another year', cardWith({ id: '001191012345' }), ['birthYear']],
    ['all of it', cardWith({ id: '000491012345', sex: 'Nữ' }), ['province', 'century', 'sex', 'birthYear']],
  ])('ID6 %s is a doubt, and no more', ([, text, doubts]) => {
    expect(read(text).doubts).toEqual(doubts);
  });

  test.for([
    ['Nguy?n Th? H?ng Nhung', null],
    ['Nguyá»…n Thá»‹ Há»“ng Nhung', null],
    ['Nguy\uFFFDn Thị', null],
    ['Nº 5', null],
    ['', null],
    ['x'.repeat(81), null],
    ['Nguyen Thi Hong Nhung', 'Nguyen Thi Hong Nhung'],
    ['H’Bia Êban', 'H’Bia Êban'],
    ['Y Moan Êñuôl', 'Y Moan Êñuôl'],
  ] as const)('ID7 of a garbled name only the rest is trusted: %s', ([name, kept]) => {
    expect(read(cardWith({ name }))).toEqual({ ...read(cardTexts.nhung), name: kept });
  });

  test('ID8 no text, no bytes and no change of a card make reading fail', () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((some) => new TextDecoder('latin1').decode(some));
    const fields = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('001190012345', '02091990')),
    );
    const spoiled = fc
      .tuple(fc.constantFrom(...Object.values(cardTexts)), fc.nat(120), fc.string({ unit: 'binary' }))
      .map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1));
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      bytes,
      fields.map((all) => all.join('|')),
      spoiled,
    );
    fc.assert(
      fc.property(any, (text) => {
        const card = parseCitizenCard(text, today);
        expect(card.ok || ['notCard', 'badCard'].includes(card.error)).toBe(true);
        if (!card.ok) return;
        expect(card.value.idNumber).toMatch(/^[0-9]{12}$/);
        expect(card.value.birthDate).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('ID8 only the last four digits are for the eye', () => {
    expect(lastDigits('001190012345')).toBe('2345');
  });
});
