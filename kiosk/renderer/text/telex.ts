/**
 * Vietnamese letters from plain keys, the way Telex does it (aa → â, ow → ơ, dd → đ, s f r x j → tones), and the same
 * tones from keys of their own. Works on the last word of a text; everything is NFC.
 */

export type Tone = 'acute' | 'grave' | 'hook' | 'tilde' | 'dot';

const toneMarks: Readonly<Record<Tone, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  tilde: '\u0303',
  hook: '\u0309',
  dot: '\u0323',
};
const toneKeys: Readonly<Record<string, Tone>> = { s: 'acute', f: 'grave', r: 'hook', x: 'tilde', j: 'dot' };
const anyTone = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const vowel = /[aăâeêioôơuưy]/iu;
const shaped = /[ăâêôơư]/iu;

const withoutTone = (word: string): string => word.normalize('NFD').replace(anyTone, '').normalize('NFC');

function toneOf(word: string): Tone | null {
  const mark = word.normalize('NFD').match(anyTone)?.[0];
  return (Object.keys(toneMarks) as Tone[]).find((tone) => toneMarks[tone] === mark) ?? null;
}

/** First and last+1 index of the vowels that carry the tone; `qu` and `gi` before a vowel belong to the consonant. */
function nucleus(word: string): readonly [number, number] | null {
  const lead = /^(qu|gi)(?=[aăâeêioôơuưy])/iu.exec(word)?.[0].length ?? 0;
  let end = word.length;
  while (end > lead && !vowel.test(word[end - 1] ?? '')) end--;
  let start = end;
  while (start > lead && vowel.test(word[start - 1] ?? '')) start--;
  return start < end ? [start, end] : null;
}

/** Index of the letter the tone stands on, by the traditional rule (hòa, thúy, hoàn, khuỷu), or null without vowels. */
function tonePlace(word: string): number | null {
  const found = nucleus(word);
  if (found === null) return null;
  const [start, end] = found;
  for (let i = end - 1; i >= start; i--) if (shaped.test(word[i] ?? '')) return i;
  const closed = end < word.length;
  if (end - start >= 3) return start + 1;
  return end - start === 2 && closed ? start + 1 : start;
}

function withTone(word: string, tone: Tone | null): string {
  const plain = withoutTone(word);
  const place = tonePlace(plain);
  if (tone === null || place === null) return plain;
  return (plain.slice(0, place + 1) + toneMarks[tone] + plain.slice(place + 1)).normalize('NFC');
}

const splitLastWord = (text: string): readonly [string, string] => {
  const at = text.lastIndexOf(' ') + 1;
  return [text.slice(0, at), text.slice(at)];
};

const likeCase = (letter: string, model: string): string =>
  model === model.toLocaleUpperCase('vi') ? letter.toLocaleUpperCase('vi') : letter;

/** Names begin every word with a capital letter. */
const capitalised = (key: string, word: string): string => (word === '' ? key.toLocaleUpperCase('vi') : key);

/** Puts a tone on the last word; the tone it already has is taken away. */
export function typeTone(text: string, tone: Tone): string {
  const [before, word] = splitLastWord(text);
  return before + withTone(word, toneOf(word) === tone ? null : tone);
}

/** Adds a letter (or a space, or a sign) as it is, keeping the last word's tone where it belongs. */
export function typeLetter(text: string, key: string): string {
  const [before, word] = splitLastWord(text);
  if (!/\p{L}/u.test(key)) return text + key;
  return before + withTone(withoutTone(word) + capitalised(key, word), toneOf(word));
}

const doubled: Readonly<Record<string, string>> = { aa: 'â', ee: 'ê', oo: 'ô', dd: 'đ' };
const undoubled: Readonly<Record<string, string>> = { âa: 'aa', êe: 'ee', ôo: 'oo', đd: 'dd' };
const horned: readonly (readonly [RegExp, string])[] = [
  [/uo(?=[a-z])/iu, 'ươ'],
  [/uo$/iu, 'ươ'],
  [/ua$/iu, 'ưa'],
  [/oa/iu, 'oă'],
  [/u(?=[a-z]*$)/iu, 'ư'],
  [/o(?=[a-z]*$)/iu, 'ơ'],
  [/a(?=[a-z]*$)/iu, 'ă'],
];

/** What Telex's `w` makes of a word without tone, or null if it means the letter itself. */
function hornWord(word: string): string | null {
  const found = nucleus(word);
  if (found === null) return word === '' || vowel.test(word) ? null : `${word}ư`;
  const [start] = found;
  const rest = word.slice(start);
  const rule = horned.find(([pattern]) => pattern.test(rest));
  if (rule === undefined) return null;
  const [pattern, letters] = rule;
  const marked = rest.replace(pattern, (plain) =>
    Array.from(plain, (letter, i) => likeCase(letters[i] ?? letter, letter)).join(''),
  );
  return word.slice(0, start) + marked;
}

/** Adds a key as Telex understands it. A mark typed twice gives the plain letter back. */
export function typeTelex(text: string, key: string): string {
  const [before, word] = splitLastWord(text);
  const lower = key.toLowerCase();
  const plain = withoutTone(word);
  const tone = toneKeys[lower];
  if (tone !== undefined && tonePlace(plain) !== null)
    return toneOf(word) === tone ? before + plain + key : before + withTone(word, tone);
  if (lower === 'z' && toneOf(word) !== null) return before + plain;
  if (lower === 'w') {
    const marked = hornWord(plain);
    if (marked !== null) return before + withTone(marked, toneOf(word));
  }
  const last = plain.at(-1) ?? '';
  const pair = last.toLowerCase() + lower;
  const made = doubled[pair] ?? undoubled[pair];
  if (made !== undefined) {
    const shapedPair = made.length === 1 ? likeCase(made, last) : likeCase(made[0] ?? '', last) + key;
    return before + withTone(plain.slice(0, -1) + shapedPair, toneOf(word));
  }
  return typeLetter(text, key);
}

/** Takes the last letter away, with its marks. */
export const typeBackspace = (text: string): string => {
  const [before, word] = splitLastWord(text);
  if (word === '') return text.slice(0, -1);
  return before + withTone(withoutTone(word).slice(0, -1), toneOf(word));
};
