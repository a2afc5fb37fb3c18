import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftKey } from '../../../counter-display/screens/officer/drafts.ts';
import { moveLeg, mostLegs } from '../../../counter-display/screens/officer/model/legs.ts';
import type { Draft } from '../../../counter-display/screens/officer/model/outcome.ts';
import {
  addCode,
  addProcedure,
  dropCode,
  emptyDraft,
  outcomeOf,
  results,
  setCount,
} from '../../../counter-display/screens/officer/model/outcome.ts';
import type { Transfer } from '../../../counter-display/screens/officer/model/transfer.ts';
import {
  targetOf,
  targetsOf,
  toField,
  warningOf,
} from '../../../counter-display/screens/officer/model/transfer.ts';
import { readDate, readTime } from '../../../counter-display/screens/staff/when.ts';
import { legs, outcome, serviceResult } from '../../../shared/contract/schemas.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';
import { deskTicket, officer } from '../../screens/displays/views.ts';

describe('what came of a service', () => {
  it('OC10 nothing has to be recorded to finish', () => {
    expect(outcomeOf(emptyDraft)).toEqual({ result: 'completed', procedures: [], dossierCodes: [] });
    expect([...results].toSorted()).toEqual([...serviceResult.options].toSorted());
  });

  it('OC11 a code still in its field counts, and none counts twice', () => {
    const typed = addCode({ ...emptyDraft, code: ' H21-1 ' }, ' H21-1 ');
    expect(typed).toMatchObject({ dossierCodes: ['H21-1'], code: '' });
    expect(addCode(typed, 'H21-1').dossierCodes).toEqual(['H21-1']);
    expect(addCode(typed, '   ').dossierCodes).toEqual(['H21-1']);
    expect(outcomeOf({ ...typed, code: 'H21-2' }).dossierCodes).toEqual(['H21-1', 'H21-2']);
    expect(dropCode(typed, 'H21-1').dossierCodes).toEqual([]);
  });

  it('OC11 a procedure is counted up and down, and leaves at zero', () => {
    const two = addProcedure(addProcedure(emptyDraft, 'ct-ban-sao'), 'ct-ban-sao');
    expect(two.procedures).toEqual([{ key: 'ct-ban-sao', count: 2 }]);
    expect(setCount(two, 'ct-ban-sao', 500).procedures[0]?.count).toBe(99);
    expect(setCount(two, 'ct-ban-sao', 0).procedures).toEqual([]);
    expect(setCount(two, 'ht-ket-hon', 0)).toEqual(two);
  });

  it('OC11 whatever is typed, what is sent fits the contract', () => {
    const step = fc.oneof(
      fc.tuple(fc.constant('code'), fc.string({ maxLength: 60 })),
      fc.tuple(fc.constant('procedure'), fc.integer({ min: 0, max: 30 }).map(String)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const draft = steps.reduce<Draft>(
          (now, [kind, text]) => (kind === 'code' ? addCode(now, text) : addProcedure(now, `p${text}`)),
          emptyDraft,
        );
        expect(outcome.safeParse(outcomeOf(draft)).success).toBe(true);
      }),
    );
  });

  it('OC12 what was typed belongs to one officer, one ticket and one field', () => {
    const at = (id: number, fieldId: number) =>
      draftKey(officer(deskTicket(id, 'A012', { fieldId: fieldId as FieldId })));
    const other = officer(deskTicket(1, 'A012'));
    const keys = [at(1, 1), at(2, 1), at(1, 2), draftKey({ ...other, me: { ...other.me, id: 7 as never } })];
    expect(new Set(keys).size).toBe(keys.length);
    expect(draftKey(officer(null))).toBeNull();
  });
});

describe('fields still to come', () => {
  it('OC13 are put in another order without losing one', () => {
    expect(moveLeg([1, 2, 3], 0, 1)).toEqual([2, 1, 3]);
    expect(moveLeg([1, 2, 3], 2, -1)).toEqual([1, 3, 2]);
    expect(moveLeg([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
    expect(moveLeg([1, 2, 3], 2, 1)).toEqual([1, 2, 3]);
    const full = Array.from({ length: mostLegs }, (_, index) => index + 1);
    expect(legs.safeParse(full).success).toBe(true);
    expect(legs.safeParse([...full, 9]).success).toBe(false);
  });
});

describe('a transfer', () => {
  const view = officer(deskTicket(1, 'A012'));
  const transfer = (more: Partial<Transfer>): Transfer => ({
    fieldId: 1,
    kind: 'anyone',
    counterId: null,
    officerId: null,
    place: 'kept',
    ...more,
  });

  it('OC14 offers only counters that serve the field, and officers who are or could be there', () => {
    expect(targetsOf(1, view).counters.map(({ number }) => number)).toEqual([2, 3]);
    expect(targetsOf(1, view).colleagues.map(({ name }) => name)).toEqual([
      'Nguyễn Văn Bình',
      'Hoàng Thu Hà',
    ]);
    expect(targetsOf(9, view).counters.map(({ number }) => number)).toEqual([4]);
  });

  it('OC14 another field drops a counter or officer who does not serve it, and keeps one who does', () => {
    const chosen = transfer({ kind: 'counter', counterId: 3, officerId: 2 });
    expect(toField(chosen, 2, view)).toMatchObject({ fieldId: 2, counterId: 3, officerId: null });
    expect(toField(chosen, 7, view)).toMatchObject({ fieldId: 7, counterId: null, officerId: null });
  });

  it.each<[string, Partial<Transfer>, ReturnType<typeof warningOf>]>([
    ['a field somebody serves', { fieldId: 1 }, null],
    ['a field nobody serves', { fieldId: 7 }, 'nobodyServes'],
    ['an empty counter', { fieldId: 3, kind: 'counter', counterId: 4 }, 'targetAway'],
    ['an officer at no counter', { kind: 'officer', officerId: 4 }, 'targetAway'],
    ['an officer at a counter', { kind: 'officer', officerId: 2 }, null],
  ])('OC15 warns before a number is sent where nobody is: %s', (_what, more, warning) => {
    expect(warningOf(transfer(more), view)).toBe(warning);
  });

  it('OC14 is sent only when it is complete', () => {
    expect(targetOf(transfer({ kind: 'counter' }))).toBeNull();
    expect(targetOf(transfer({ kind: 'officer' }))).toBeNull();
    expect(targetOf(transfer({ kind: 'counter', counterId: 2 }))).toEqual({ kind: 'counter', counterId: 2 });
    expect(targetOf(transfer({ kind: 'officer', officerId: 2 }))).toEqual({ kind: 'officer', officerId: 2 });
    expect(targetOf(transfer({ counterId: 2 }))).toEqual({ kind: 'anyone' });
  });
});

describe('dates and times as people type them', () => {
  it.each([
    ['24/11/2026', '2026-11-24'],
    ['4-1-27', '2027-01-04'],
    ['24.11', '2026-11-24'],
    ['2/1', '2027-01-02'],
    [' 22 11 2026 ', '2026-11-22'],
    ['29/2/2028', '2028-02-29'],
    ['29/2/2027', null],
    ['31/11/2026', null],
    ['11/24/2026', null],
    ['0/1/2027', null],
    ['mai', null],
    ['', null],
  ])('OC16 “%s” is the day %s', (text, day) => {
    expect(readDate(text, '2026-11-22')).toBe(day);
  });

  it.each([
    ['9:30', 570],
    ['9h30', 570],
    ['9g30', 570],
    ['14h', 840],
    ['0930', 570],
    ['930', 570],
    ['23:59', 1439],
    ['24:00', null],
    ['9:60', null],
    ['sáng', null],
    ['', null],
  ])('OC16 “%s” is the minute %s', (text, minute) => {
    expect(readTime(text)).toBe(minute);
  });
});
