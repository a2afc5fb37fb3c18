import { describe, expect, it } from 'vitest';
import { deskState, tabs } from '../../../counter-display/screens/officer/model/desk.ts';
import type { Row } from '../../../counter-display/screens/officer/model/lists.ts';
import {
  blockedBy,
  classOf,
  firstInLine,
  found,
  labelOf,
  rowActions,
  rowsOf,
} from '../../../counter-display/screens/officer/model/lists.ts';
import { matches } from '../../../counter-display/screens/officer/model/search.ts';
import type { Role } from '../../../shared/contract/schemas.ts';
import { legalFrom } from '../../../shared/domain/command.ts';
import { deskTicket, deskWith, officer } from '../../screens/displays/views.ts';

const as = (role: Role, mayPick = false) => officer(null, { me: { ...officer(null).me, role, mayPick } });
const free = officer(null);
const rowOf = (number: string, view = free): Row => {
  const row = tabs.flatMap((tab) => rowsOf(tab, view)).find((one) => labelOf(one) === number);
  if (row === undefined) throw new Error(`no row ${number}`);
  return row;
};
const now = Date.now();

describe('the lists', () => {
  it.each([
    ['a014', ['A014']],
    ['14', ['A014']],
    ['dang', ['A014']],
    ['lua ĐẶNG', ['A014']],
    ['toan', ['B018']],
    ['  b0  ', ['B015', 'B018']],
    ['khong co ai', []],
    ['', ['A014', 'B015', 'A016', 'A017', 'B018', 'A019', 'A020']],
  ])('OC6 “%s” finds %s, whatever the marks and case', (query, numbers) => {
    expect(found(rowsOf('line', free), null, query).map(labelOf)).toEqual(numbers);
  });

  it('OC6 every letter of Vietnamese is found by its plain one', () => {
    for (const word of ['aadeoou', 'aaaaa', 'eeeee', 'ooooo', 'uuuuu', 'yyyyy'])
      expect(matches(word, ['ĂÂĐÊÔƠƯ ằắẳẵặ ềếểễệ ờớởỡợ ừứửữự ỳýỷỹỵ']), word).toBe(true);
    expect(matches('nguyen hong', ['Nguyễn Thị Hồng'.normalize('NFD')])).toBe(true);
  });

  it('OC6 a field narrows the list, together with the search', () => {
    expect(found(rowsOf('line', free), 2, '').map(labelOf)).toEqual(['B015', 'B018']);
    expect(found(rowsOf('line', free), 2, 'toan').map(labelOf)).toEqual(['B018']);
    expect(found(rowsOf('appointments', free), null, 'vo thi').map(labelOf)).toEqual(['482913']);
  });

  it.each<[string, string, ReturnType<typeof as>, readonly string[]]>([
    ['a waiting one, without leave to pick', 'A014', as('officer'), ['priority', 'reprint', 'cancel']],
    ['a waiting one, with leave', 'A014', as('officer', true), ['call', 'priority', 'reprint', 'cancel']],
    ['one in its cool-down, with leave', 'A020', as('officer', true), ['priority', 'reprint', 'cancel']],
    ['one parked here', 'A008', as('officer'), ['resume', 'call', 'cancel']],
    ['one parked elsewhere', 'B003', as('officer'), ['call', 'cancel']],
    ['a missed one', 'A005', as('officer'), ['call', 'reactivate', 'cancel']],
    ['a finished one', 'A011', as('manager'), []],
    ['a cancelled one', 'B009', as('officer'), ['reactivate']],
    ['one called elsewhere, to an officer', 'A010', as('officer'), []],
    ['one called elsewhere, to a manager', 'A010', as('manager'), ['return', 'transfer', 'cancel']],
    ['one served elsewhere, to an admin', 'D002', as('admin'), ['transfer']],
    ['an appointment', '482913', as('officer'), ['cancelAppointment']],
  ])('OC7 offers what applies to %s', (_what, number, view, offered) => {
    expect(rowActions(rowOf(number, view), view, now)).toEqual(offered);
  });

  it('S30 offers nothing for a row that the life cycle would refuse', () => {
    const view = as('admin', true);
    const stateOf = { line: 'waiting', parked: 'parked', missed: 'missed' } as const;
    const commands = Object.keys(legalFrom) as (keyof typeof legalFrom)[];
    for (const tab of tabs)
      for (const row of rowsOf(tab, view)) {
        if (row.tab === 'appointments') continue;
        const state = row.tab === 'ended' || row.tab === 'elsewhere' ? row.of.state : stateOf[row.tab];
        for (const action of rowActions(row, view, now)) {
          const command = commands.find((one) => one === action);
          if (command !== undefined) expect(legalFrom[command], `${tab} ${action}`).toContain(state);
        }
      }
  });

  it('OC8 nobody is called from a list while the desk is not free', () => {
    const views = [
      officer(deskTicket(1, 'A012')),
      officer(deskTicket(1, 'A012', { state: 'serving' })),
      officer(null, { desk: deskWith(null, { onBreak: { since: 0, until: null } }) }),
    ];
    for (const view of views) {
      expect(blockedBy('call', view)).toBe(deskState(view));
      expect(blockedBy('resume', view)).toBe(deskState(view));
      expect(blockedBy('cancel', view)).toBeNull();
    }
    expect(blockedBy('call', free)).toBeNull();
  });

  it('OC9 says who is likely to be next, not who has yet to be called', () => {
    const later = free.line.map((one) => ({ ...one, notBefore: now + 60_000 }));
    expect(firstInLine(free, now)?.number).toBe('A014');
    expect(firstInLine({ ...free, line: later }, now)).toBeNull();
    expect(firstInLine({ ...free, line: later }, now + 60_000)?.number).toBe('A014');
  });

  it('S17 a priority class that was removed leaves its code', () => {
    expect(classOf(free, 'DISABLED').vi).toBe('Người khuyết tật');
    expect(classOf(free, 'GONE')).toEqual({ vi: 'GONE', en: 'GONE' });
  });
});
