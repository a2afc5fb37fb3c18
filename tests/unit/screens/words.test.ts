import { describe, expect, it } from 'vitest';
import { refusalCodes } from '../../../shared/contract/problems.ts';
import { commonWords } from '../../../shared/i18n/screens/common.ts';
import { displayWords } from '../../../shared/i18n/screens/displays.ts';
import { alertWords, floorActWords, floorWords } from '../../../shared/i18n/screens/floor.ts';
import { healthWords } from '../../../shared/i18n/screens/health.ts';
import { keepingWords } from '../../../shared/i18n/screens/keeping.ts';
import { maintenanceWords } from '../../../shared/i18n/screens/maintenance.ts';
import { manageWords } from '../../../shared/i18n/screens/manage.ts';
import { officerWords } from '../../../shared/i18n/screens/officer.ts';
import { retentionWords } from '../../../shared/i18n/screens/retention.ts';
import { sayDate, sayDuration, sayTime, sayWeekday } from '../../../shared/i18n/time.ts';
import { sayWait } from '../../../shared/i18n/wait.ts';
import { sayProblem } from '../../../shared/ui/sayProblem.ts';

const minute = 60_000;
const names = (sentence: string): string[] => (sentence.match(/\{\w+\}/gu) ?? []).toSorted();

describe('words of the screens', () => {
  it('S40 have the same facts in both languages, and none is empty', () => {
    for (const words of [
      commonWords,
      displayWords,
      officerWords,
      manageWords,
      healthWords,
      maintenanceWords,
      keepingWords,
      retentionWords,
      floorWords,
      alertWords,
      floorActWords,
    ])
      for (const [key, vi] of Object.entries(words.vi)) {
        const en = (words.en as Record<string, string>)[key] ?? '';
        expect(names(en), key).toEqual(names(vi));
        expect(vi.trim(), key).not.toBe('');
        expect(en.trim(), key).not.toBe('');
        // One character for each letter with its marks, so that fonts and searches agree.
        expect(vi.normalize('NFC'), key).toBe(vi);
      }
  });

  it.each([
    ['Asia/Ho_Chi_Minh', '07:30', '23/11/2026', 'Thứ Hai', 'Monday'],
    ['America/New_York', '19:30', '22/11/2026', 'Chủ Nhật', 'Sunday'],
  ])('S41 the time is that of the office in %s', (zone, time, date, vi, en) => {
    const at = Date.UTC(2026, 10, 23, 0, 30);
    expect([
      sayTime(at, zone),
      sayDate(at, zone),
      sayWeekday(at, zone, 'vi'),
      sayWeekday(at, zone, 'en'),
    ]).toEqual([time, date, vi, en]);
  });

  it('S41 midnight is 00:00', () => {
    expect(sayTime(Date.UTC(2026, 10, 22, 17, 0), 'Asia/Ho_Chi_Minh')).toBe('00:00');
  });

  it.each([
    [-5, '0:00'],
    [59_999, '0:59'],
    [5 * minute + 3_000, '5:03'],
    [64 * minute + 5_000, '1:04:05'],
  ])('S42 %i ms lasts %s', (ms, said) => {
    expect(sayDuration(ms)).toBe(said);
  });

  it.each([
    [null, 'chưa có quầy phục vụ'],
    [{ p50Ms: 0, p90Ms: 2 * minute }, 'vài phút'],
    [{ p50Ms: 4 * minute, p90Ms: 7 * minute }, 'khoảng 4–7 phút'],
    [{ p50Ms: 12 * minute, p90Ms: 21 * minute }, 'khoảng 10–25 phút'],
    [{ p50Ms: 7 * minute, p90Ms: 7 * minute }, 'khoảng 7 phút'],
    [{ p50Ms: 95 * minute, p90Ms: 150 * minute }, 'khoảng 1,5–3 giờ'],
  ])('S43 the wait %o is said as a range: %s', (wait, said) => {
    expect(sayWait(wait, 'vi')).toBe(said);
  });

  it('S44 every refusal has words for people in both languages', () => {
    for (const code of refusalCodes)
      for (const language of ['vi', 'en'] as const)
        expect(sayProblem({ kind: 'refused', code }, language)).toMatch(/\p{L}+.*[.]$/u);
  });
});
