import { fold } from '../../../../shared/domain/fold.ts';

/** Whether each word of the query occurs in one of the texts, whatever the marks. An empty query is everywhere. */
export function matches(query: string, texts: readonly (string | null)[]): boolean {
  const whole = texts.map((text) => fold(text ?? '')).join('\n');
  return fold(query)
    .split(' ')
    .every((word) => whole.includes(word));
}
