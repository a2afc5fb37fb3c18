import { describe, expect, test } from 'vitest';
import { birthDateOf, writeDigits } from '../../../kiosk/renderer/text/birthDate.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';

const today = '2026-11-23' as BusinessDay;

describe('a birth date', () => {
  test.each([
    ['02091980', '1980-09-02'],
    ['29022000', '2000-02-29'],
    ['23112026', '2026-11-23'],
    ['01011900', '1900-01-01'],
    // No such day.
    ['29022001', null],
    ['31041980', null],
    ['00011980', null],
    ['01131980', null],
    // Before anybody who is here, and still to come.
    ['31121899', null],
    ['24112026', null],
    // Not whole.
    ['0209198', null],
    ['', null],
  ])('DP5 typed as %j is %s', (digits, day) => {
    expect(birthDateOf(digits, today)).toBe(day);
  });

  test.each([
    ['', ''],
    ['0', '0'],
    ['02', '02'],
    ['020', '02/0'],
    ['02091', '02/09/1'],
    ['02091980', '02/09/1980'],
  ])('DP5 %j is shown as %j', (digits, shown) => {
    expect(writeDigits(digits)).toBe(shown);
  });
});
