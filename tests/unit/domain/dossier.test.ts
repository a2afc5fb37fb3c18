import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFormula, plainCell, safeCell } from '../../../shared/domain/cell.ts';
import type { DossierState, DossierStep } from '../../../shared/domain/dossier.ts';
import {
  codeOf,
  dossierStates,
  dossierSteps,
  isOpen,
  stateAfter,
  stepsFrom,
} from '../../../shared/domain/dossier.ts';
import { hasLooseBrace, letterKinds, unknownPlaceholders } from '../../../shared/domain/letter.ts';
import { letterWordings } from '../../../shared/i18n/letters.ts';

/** Every step that a dossier can take, and where it leads; none other. */
const table: readonly (readonly [DossierState, DossierStep, DossierState])[] = [
  ['received', 'supplement', 'supplement'],
  ['received', 'refused', 'refused'],
  ['received', 'ready', 'ready'],
  ['received', 'returned', 'returned'],
  ['received', 'extended', 'received'],
  ['supplement', 'received', 'received'],
  ['supplement', 'refused', 'refused'],
  ['ready', 'returned', 'returned'],
  ['ready', 'reopened', 'received'],
  ['refused', 'reopened', 'received'],
  ['returned', 'reopened', 'received'],
];

describe('a dossier', () => {
  test.each(dossierStates.flatMap((state) => dossierSteps.map((step) => [state, step] as const)))(
    'DS3 that is %s and then %s is where the table says, or the step is none',
    (state, step) => {
      const row = table.find(([from, by]) => from === state && by === step);
      expect(stateAfter(state, step)).toBe(row?.[2] ?? null);
      expect(stepsFrom(state).includes(step)).toBe(row !== undefined);
    },
  );

  test('DS3 is open until it is refused or handed over', () => {
    expect(dossierStates.filter(isOpen)).toEqual(['received', 'supplement', 'ready']);
  });

  test.each([
    ['H-{year}-{number}', 2026, 123, 'H-2026-0123'],
    ['{number}', 2026, 1, '0001'],
    ['000.00.13.H29-{year}.{number}', 2026, 12_345, '000.00.13.H29-2026.12345'],
  ])('DS4 the pattern %s names it', (pattern, year, number, code) => {
    expect(codeOf(pattern, year, number)).toBe(code);
  });
});

describe('cells of a table', () => {
  test.each(['=1+1', '+84', '-2', '@SUM', '\t=1', '\r=1'])('DS5 %j is never run', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
    expect(isFormula(safeCell(text))).toBe(false);
  });

  test('DS5 any text comes back as it was, and no cell is run', () => {
    const any = fc.oneof(
      fc.string(),
      fc.string().map((text) => `=${text}`),
      fc.string().map((text) => `'${text}`),
    );
    fc.assert(
      fc.property(any, (text) => {
        expect(isFormula(safeCell(text))).toBe(false);
        // An apostrophe of the text's own before what looks like a formula cannot be told from ours.
        fc.pre(!isFormula(text.slice(1)) || !text.startsWith("'"));
        expect(plainCell(safeCell(text))).toBe(text);
      }),
    );
  });
});

describe('a letter', () => {
  test('DS6 names what stands for nothing, and a brace without its other one', () => {
    expect(unknownPlaceholders('{nguoi_nhan} {ten} {} {ten}')).toEqual(['ten', '']);
    expect(hasLooseBrace('{nguoi_nhan} và {')).toBe(true);
    expect(hasLooseBrace('{nguoi_nhan}')).toBe(false);
  });

  test.each(letterKinds)('DS6 the product words %s with what can be filled in only', (kind) => {
    const { title, body } = letterWordings[kind];
    expect(unknownPlaceholders(title + body)).toEqual([]);
    expect(hasLooseBrace(title + body)).toBe(false);
    expect(body).toContain('{nguoi_nhan}');
    expect(body.normalize('NFC')).toBe(body);
  });
});
