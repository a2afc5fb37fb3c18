/** Letters without their marks and case, as people type in a hurry: `Đặng Thị Hồng → dang thi hong`. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase();

/** Whether each word of the query occurs in one of the texts, whatever the marks. An empty query is everywhere. */
export function matches(query: string, texts: readonly (string | null)[]): boolean {
  const whole = texts.map((text) => fold(text ?? '')).join('\n');
  return fold(query)
    .split(/\s+/u)
    .every((word) => whole.includes(word));
}
