import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradicts, maskName } from '../../../shared/domain/name.ts';
import { names } from '../../factories/visitors.ts';

describe('a name on a public screen', () => {
  test.each([
    ['Nguyễn Thị Hồng', 'Nguyễn T. H***'],
    ['Nguyễn Thị Hồng Nhung', 'Nguyễn T. H. N***'],
    ['Lê Hoàng', 'Lê H***'],
    ['Đỗ Văn Đạt', 'Đỗ V. Đ***'],
    ['Đặng Thuỳ Ý Như', 'Đặng T. Ý. N***'],
    ['Trần Đình Ổn', 'Trần Đ. Ổ***'],
    ['Y Moan', 'Y M***'],
    ['Hồng', 'H***'],
    ['  Lê   Thị\u00a0Ánh \t', 'Lê T. Á***'],
    ['', ''],
    [' \u00a0 ', ''],
  ])('NA1 %j is shown as %j', (name, shown) => {
    expect(maskName(name)).toBe(shown);
    // Some keyboards and cards give letters and marks apart.
    expect(maskName(name.normalize('NFD'))).toBe(shown);
  });

  test('NA2 never tells more of the given name than its first letter, nor how long it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom('Hà', 'Hạnh', 'Huyền', 'Hương'),
        (before, given) => {
          const shown = maskName(`${before} ${given}`);
          expect(shown.endsWith(' H***')).toBe(true);
          expect(shown).toBe(maskName(`${before} Hoa`));
        },
      ),
    );
  });

  test('NA3 any text at all is shown somehow', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(maskName(name)).toMatch(/^$|\*\*\*$/u);
      }),
    );
  });
});

test.each([
  ['Nguyễn Thị Hồng', 'nguyen thi  hong', false],
  ['Đỗ Văn Đạt', 'DO VAN DAT', false],
  ['Đỗ Văn Đạt', 'Đỗ Văn Đức', true],
  ['Lê Hoàng', null, false],
  [null, null, false],
])('NA4 %j and %j may be two people: %s', (one, other, are) => {
  expect(contradicts(one, other)).toBe(are);
  expect(contradicts(other, one)).toBe(are);
  expect(contradicts(one?.normalize('NFD') ?? null, other)).toBe(are);
});
