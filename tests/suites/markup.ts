import type { z } from 'zod';

/**
 * What somebody may write where a text is asked for, in the hope that a screen takes it for more: markup, a template, an
 * address that is a script, a formula, an override of the direction, signs without width, letters of four bytes, and a
 * word without an end. Whatever runs of it sets `window.ran`.
 */
export const markup = [
  '<img src=/ran onerror="window.ran=1">',
  '<script>window.ran=1</script>{{window.ran=1}}',
  '=HYPERLINK("http://ke-xau.example")\u202e\u2066\u200b\u200d𝕏😀"><b>',
  `${'W'.repeat(30)} javascript:window.ran=1`,
] as const;

/** Members that nobody words: what they hold is counted, drawn, or chosen from a list. */
const notWorded = new Set(
  'number prefix colour day fromDay businessDay timeZone language version modelId code officialCode key id ticketId kind screen state'.split(
    ' ',
  ),
);

type Path = readonly (string | number)[];

/** Every text in a value that somebody may have worded. */
function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !notWorded.has(key))
    .flatMap(([key, member]) => textsIn(member, [...path, key]));
}

const put = (value: unknown, [key = '', ...rest]: Path, text: string): void => {
  const object = value as Record<string, unknown>;
  if (rest.length === 0) object[String(key)] = text;
  else put(object[String(key)], rest, text);
};

/**
 * A copy of a value with markup in each of its texts where the schema takes any.
 * @returns it, and how many texts were changed.
 */
export function withMarkup<T>(schema: z.ZodType, value: T): { readonly value: T; readonly changed: number } {
  let best = structuredClone(value);
  let changed = 0;
  for (const [place, path] of textsIn(value).entries())
    for (const text of [markup[place % markup.length] ?? '', '<b onclick=x>', '<b>']) {
      const next = structuredClone(best);
      put(next, path, text);
      if (!schema.safeParse(next).success) continue;
      best = next;
      changed += 1;
      break;
    }
  return { value: best, changed };
}
