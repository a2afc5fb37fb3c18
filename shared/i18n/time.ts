import type { Language } from '../contract/schemas.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes about a hundred times as long as using one. */
function formatter(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  formatters.set(key, known);
  return known;
}

/** `14:05` of a moment (ms since 1970) in the office's time zone. */
export const sayTime = (at: number, timeZone: string): string =>
  formatter('en-GB', timeZone, { hour: '2-digit', minute: '2-digit' }).format(at);

/** `22/11/2026`, in both languages: dates of an office in Việt Nam. */
export const sayDate = (at: number, timeZone: string): string =>
  formatter('en-GB', timeZone, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(at);

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** `Thứ Hai` of 1, Monday; 7 is Sunday. */
export const weekdayName = (weekday: number, language: Language): string =>
  weekdays[language][weekday % 7] ?? '';

const shortDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Thứ Hai`. Written out here, since browsers differ in what they know of Vietnamese. */
export function sayWeekday(at: number, timeZone: string, language: Language): string {
  const day = formatter('en-US', timeZone, { weekday: 'short' }).format(at);
  return weekdays[language][shortDays.indexOf(day)] ?? '';
}

/** How long something has lasted: `4:05`, from an hour on `1:04:05`. Never negative. */
export function sayDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  const minute = Math.floor(rest / 60);
  return hours === 0 ? `${minute}:${two(rest % 60)}` : `${hours}:${two(minute)}:${two(rest % 60)}`;
}

/** `22/11/2026` of the day `2026-11-22`. */
export const writeDay = (day: string): string => day.split('-').reverse().join('/');
