import type { WallSetting } from '../../../../shared/contract/settings.ts';
import { slideSeconds } from '../../../../shared/contract/settings.ts';
import { writeTime } from '../../../../shared/domain/timeOfDay.ts';
import { readTime } from '../../staff/when.ts';

/** A wall's setting as a form holds it: times and the notice as typed, empty where there is none. */
export type WallText = Omit<WallSetting, 'notice' | 'quietFrom' | 'quietTo'> & {
  readonly noticeVi: string;
  readonly noticeEn: string;
  readonly quietFrom: string;
  readonly quietTo: string;
};

/** @returns the setting ready to be edited. */
export function wallText({ notice, quietFrom, quietTo, ...rest }: WallSetting): WallText {
  const isEverQuiet = quietFrom !== quietTo;
  return {
    ...rest,
    noticeVi: notice?.vi ?? '',
    noticeEn: notice?.en ?? '',
    quietFrom: isEverQuiet ? writeTime(quietFrom) : '',
    quietTo: isEverQuiet ? writeTime(quietTo) : '',
  };
}

export type WrongWall = 'wrongNotice' | 'wrongQuiet';

/** Both times or neither, which is never. @returns null if it is neither. */
function quietOf(from: string, to: string): Pick<WallSetting, 'quietFrom' | 'quietTo'> | null {
  if (from.trim() === '' && to.trim() === '') return { quietFrom: 0, quietTo: 0 };
  const [quietFrom, quietTo] = [readTime(from), readTime(to)];
  return quietFrom === null || quietTo === null ? null : { quietFrom, quietTo };
}

/** @returns what is to be saved, or the word for what is wrong with it. */
export function wallOf(text: WallText): { readonly setting: WallSetting } | { readonly wrong: WrongWall } {
  const { noticeVi, noticeEn, quietFrom, quietTo, ...rest } = text;
  const [vi, en] = [noticeVi.trim(), noticeEn.trim()];
  if ((vi === '') !== (en === '')) return { wrong: 'wrongNotice' };
  const quiet = quietOf(quietFrom, quietTo);
  if (quiet === null) return { wrong: 'wrongQuiet' };
  // The box itself corrects this when it is left, for which the Enter key does not wait.
  const seconds = Math.min(slideSeconds.most, Math.max(slideSeconds.least, rest.slideSeconds));
  const notice = vi === '' ? null : { vi, en };
  return { setting: { ...rest, ...quiet, slideSeconds: seconds, notice } };
}
