import { describe, expect, test } from 'vitest';
import { exampleOf } from '../../../shared/domain/policyExample.ts';

describe('the example of a policy', () => {
  test.each([
    [1, 'A005* A006* A009* A001 A002 A003 A004 A007 A008'],
    [2, 'A001 A005* A002 A006* A003 A009* A004 A007 A008'],
    [3, 'A001 A002 A005* A003 A004 A006* A007 A008 A009*'],
    [20, 'A001 A002 A003 A004 A007 A008 A005* A006* A009*'],
  ])(
    'TX20 with one priority call in every %d its nine are called as the rule calls them',
    (oneOfEvery, order) => {
      const called = exampleOf({ oneOfEvery });
      expect(called.map(({ number, priority }) => `${number}${priority ? '*' : ''}`).join(' ')).toBe(order);
    },
  );

  test('TX20 it says who gave way to how many who came later', () => {
    const overtaken = exampleOf({ oneOfEvery: 2 }).filter(({ overtakenBy }) => overtakenBy > 0);
    expect(overtaken.map(({ number, overtakenBy }) => [number, overtakenBy])).toEqual([
      ['A002', 1],
      ['A003', 2],
      ['A004', 3],
      ['A007', 1],
      ['A008', 1],
    ]);
  });
});
