import { describe, expect, test } from 'vitest';
import { isOfAge } from '../../../shared/domain/age.ts';
import type { BusinessDay, IsoDay } from '../../../shared/domain/ids.ts';

describe('who may register', () => {
  test.for([
    ['2010-11-22', '2026-11-22', true],
    ['2010-11-23', '2026-11-22', false],
    ['2010-12-01', '2026-11-22', false],
    ['2010-01-01', '2026-01-01', true],
    ['2009-12-31', '2026-01-01', true],
    ['2011-01-01', '2026-12-31', false],
    ['1950-12-31', '2026-01-01', true],
    ['2084-02-29', '2100-02-28', false],
    ['2084-02-29', '2100-03-01', true],
    ['2008-02-29', '2024-02-29', true],
    ['2008-02-29', '2024-02-28', false],
  ] as const)('ID2 born on %s, on %s: %s', ([born, today, ofAge]) => {
    expect(isOfAge(born as IsoDay, today as BusinessDay)).toBe(ofAge);
  });
});
