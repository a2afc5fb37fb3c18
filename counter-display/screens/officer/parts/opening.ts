import { fill } from '../../../../shared/i18n/language.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { Console } from '../console.ts';

/** Whether the kiosks give numbers, in a few words. */
export function sayOpening({ view, words, language, link }: Console): string {
  const { opening, office } = view;
  if (opening.kind === 'locked') return fill(words.lockedNow, { message: opening.message[language] });
  if (opening.kind === 'open')
    return opening.until === null
      ? words.openAlways
      : fill(words.openUntil, { time: sayTime(opening.until, office.timeZone) });
  const holiday = opening.holiday === null ? '' : ` (${opening.holiday[language]})`;
  if (opening.opensAt === null) return words.closedNow + holiday;
  const [time, day] = [sayTime(opening.opensAt, office.timeZone), sayDate(opening.opensAt, office.timeZone)];
  const isToday = day === sayDate(link.now(), office.timeZone);
  return fill(words.closedUntil, { time: isToday ? time : `${time} ${day}` }) + holiday;
}
