import { describe, expect, it } from 'vitest';
import { counterModel } from '../../../counter-display/screens/counter/model.ts';
import { fits, pageOf, wallModel } from '../../../counter-display/screens/wall/model.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';
import { contrast, deepen } from '../../../shared/ui/colour.ts';
import { call, counter, fields, wall } from '../../screens/displays/views.ts';

const a = call(1, 'A012', 3);
const b = call(2, 'B004', 2);
const numbers = (calls: readonly { readonly number: string }[]): string[] =>
  calls.map(({ number }) => number);

describe('the wall', () => {
  it.each([
    ['S15 the call being announced is the largest', wall([b, a]), a, 'A012'],
    ['S15 else the newest one still open, whatever the order of the view', wall([a, b]), null, 'B004'],
    ['S15 else nothing', wall([]), null, undefined],
    ['S15 one being announced stays until it is over', wall([]), a, 'A012'],
  ])('%s', (_what, view, announcing, largest) => {
    expect(wallModel(view, announcing, 0).hero?.number).toBe(largest);
  });

  it('S16 shows every open call, newest first, with its counter, field and state', () => {
    const { calls } = wallModel(wall([a, call(2, 'B004', 2, { state: 'serving' })]), null, 0);
    expect(calls.rows).toMatchObject([
      { number: 'B004', counterNumber: 2, state: 'serving', name: { vi: 'Hộ tịch' } },
      { number: 'A012', counterNumber: 3, state: 'called', name: { vi: 'Chứng thực' } },
    ]);
  });

  it.each([0, 1, 6, 7, 12, 13, 40])('S16 with %i open calls each comes round as the pages turn', (count) => {
    const calls = Array.from({ length: count }, (_, n) =>
      call(n + 1, `A${String(n).padStart(3, '0')}`, n + 1),
    );
    const pages = Array.from({ length: Math.max(1, Math.ceil(count / fits.calls)) }, (_, n) =>
      wallModel(wall(calls), null, n * fits.turnMs),
    );
    const seen = pages.flatMap((page) => numbers(page.calls.rows));
    expect(seen.toSorted()).toEqual(numbers(calls).toSorted());
    expect(pages.every((page) => page.calls.rows.length <= fits.calls)).toBe(true);
  });

  it('S16 says which page it shows, and begins anew after the last', () => {
    expect([0, 1, 2, 3].map((n) => pageOf([1, 2, 3, 4, 5], 2, n * fits.turnMs))).toEqual([
      { rows: [1, 2], number: 1, of: 3 },
      { rows: [3, 4], number: 2, of: 3 },
      { rows: [5], number: 3, of: 3 },
      { rows: [1, 2], number: 1, of: 3 },
    ]);
  });

  it('S17 a field that was removed blanks nothing', () => {
    const view = wall([a, b], { fields: fields.filter(({ prefix }) => prefix !== 'A') });
    const model = wallModel(view, a, 0);
    expect(model.hero).toMatchObject({ number: 'A012', name: null });
    expect(numbers(model.calls.rows)).toEqual(['B004', 'A012']);
    expect(model.recent[0]).toMatchObject({ number: 'A011', name: null });
    expect(wallModel(wall([a], { fields: [] }), null, 0).hero?.number).toBe('A012');
  });

  it('S18 every colour is dark enough for white text (7:1), and hardly darker', () => {
    for (const colour of [...fields.map((field) => field.colour), '#ffffff', '#FFFF00', '#000000']) {
      expect(deepen(colour)).toMatch(/^#[0-9a-f]{6}$/u);
      expect(contrast(deepen(colour), '#ffffff')).toBeGreaterThanOrEqual(7);
      if (contrast(colour, '#ffffff') < 7) expect(contrast(deepen(colour), '#ffffff')).toBeLessThan(7.5);
    }
  });
});

describe('the counter display', () => {
  it.each([
    ['S20 a call invites', counter(a), { kind: 'called', number: 'A012', field: { vi: 'Chứng thực' } }],
    [
      'S20 a visitor is served',
      counter(call(1, 'B004', 3, { state: 'serving' })),
      { kind: 'serving', number: 'B004' },
    ],
    ['S20 an officer waits', counter(null), { kind: 'ready' }],
    ['S20 nobody sits here', counter(null, { officerName: null }), { kind: 'closed' }],
    ['S20 the officer is on a break', counter(null, { onBreak: true }), { kind: 'closed' }],
    ['S20 a call comes before a break', counter(a, { onBreak: true }), { kind: 'called', number: 'A012' }],
    [
      'S20 a removed field leaves the number',
      counter({ ...a, fieldId: 99 as FieldId }),
      { kind: 'called', number: 'A012', field: null },
    ],
  ])('%s', (_what, view, shown) => {
    expect(counterModel(view)).toMatchObject(shown);
  });
});
