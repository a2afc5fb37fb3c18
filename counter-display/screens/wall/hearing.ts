import type { View } from '../../../shared/contract/views.ts';
import { minuteOfDay } from '../../../shared/domain/calendar.ts';
import type { Link } from '../../../shared/link/link.ts';
import type { Hearing } from '../common/announce.ts';

/** Whether a minute of the day lies in the quiet hours, which may go past midnight. */
export const isQuiet = (minute: number, from: number, to: number): boolean =>
  from <= to ? from <= minute && minute < to : minute >= from || minute < to;

/** How a wall makes a call heard at a moment (ms); null in its quiet hours. */
export function hearingOf({ setting, voice, office }: View<'wall'>, now: number): Hearing {
  if (isQuiet(minuteOfDay(now, office.timeZone), setting.quietFrom, setting.quietTo)) return null;
  return {
    voice,
    languages: [
      ...(setting.speaksVi ? (['vi'] as const) : []),
      ...(setting.speaksEn ? (['en'] as const) : []),
    ],
    volumePercent: setting.volumePercent,
  };
}

/** How a wall makes a call heard now, as it is set in the newest view. */
export function hearingNow(link: Link<'wall'>): Hearing {
  const state = link.state();
  const view = state.kind === 'live' || state.kind === 'cut' ? state.view : null;
  return view === null ? null : hearingOf(view.data, link.now());
}
