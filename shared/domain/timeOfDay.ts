/** Times of the day, in minutes since local midnight. */

/** The midnight that ends a day, `24:00`. */
export const endOfDay = 24 * 60;

/** `09:30` of 570. */
export const writeTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** 570 of `09:30`, as files of the product have it; NaN of anything else. What people type is read by `readTime`. */
export function minuteOf(time: string): number {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/u.exec(time) ?? [];
  return Number(hour) * 60 + Number(minute);
}
