const two = (n: number): string => String(n).padStart(2, '0');

/**
 * A date as people type it, day first: `24/11/2026`, `24.11`, `4-1-26`; without a year the next such day.
 * @param today `yyyy-mm-dd`
 * @returns `yyyy-mm-dd`, or null if it is no day of the calendar.
 */
export function readDate(text: string, today: string): string | null {
  const parts = /^\s*(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{4}|\d{2}))?\s*$/u.exec(text);
  if (parts === null) return null;
  const [day, month] = [Number(parts[1]), Number(parts[2])];
  const written = parts[3] === undefined ? null : Number(parts[3].padStart(4, '20'));
  const inYear = (year: number): string | null => {
    const date = new Date(Date.UTC(year, month - 1, day));
    const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return isReal ? `${year}-${two(month)}-${two(day)}` : null;
  };
  if (written !== null) return inYear(written);
  const year = Number(today.slice(0, 4));
  const soon = inYear(year);
  return soon !== null && soon >= today ? soon : inYear(year + 1);
}

/** A time as people type it: `9:30`, `9h30`, `9h`, `0930`. @returns minutes since midnight, or null if it is none. */
export function readTime(text: string): number | null {
  const parts = /^\s*(\d{1,2})\s*(?:[:.hgHG]\s*(\d{2})?|(\d{2}))\s*$/u.exec(text);
  if (parts === null) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? parts[3] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}
