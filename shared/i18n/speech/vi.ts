import type { Piece } from './piece.ts';
import { piece, pieceOf } from './piece.ts';

/** Vietnamese names of the letters that numbers begin with, northern as taught in school. */
const letters: Readonly<Record<string, string>> = {
  A: 'a',
  B: 'bê',
  C: 'xê',
  D: 'dê',
  Đ: 'đê',
  E: 'e',
  F: 'ép',
  G: 'giê',
  H: 'hát',
  I: 'i ngắn',
  J: 'gi',
  K: 'ca',
  L: 'e lờ',
  M: 'em mờ',
  N: 'en nờ',
  O: 'o',
  P: 'pê',
  Q: 'quy',
  R: 'e rờ',
  S: 'ét sì',
  T: 'tê',
  U: 'u',
  V: 'vê',
  W: 'vê kép',
  X: 'ích xì',
  Y: 'i dài',
  Z: 'dét',
};
const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
/** Words that numbers above nine are made of. */
const parts = {
  ten: 'mười',
  tens: 'mươi',
  one: 'mốt',
  five: 'lăm',
  and: 'linh',
  hundred: 'trăm',
  thousand: 'nghìn',
};

const pieces: ReadonlyMap<string, Piece> = new Map<string, Piece>([
  ...Object.entries(letters).map(
    ([letter, text]) => [letter, piece(`letter-${letter === 'Đ' ? 'DD' : letter}`, text)] as const,
  ),
  ...digits.map((text, digit) => [String(digit), piece(`digit-${digit}`, text)] as const),
  ...Object.entries(parts).map(([key, text]) => [key, piece(`number-${key}`, text)] as const),
]);

/** One sign of a number: a letter's name or a digit. */
export const sign = (of: string): Piece => pieceOf(pieces, of);

/** 0..99; after a hundred, one digit is said with "linh". */
function belowHundred(n: number, afterHundred: boolean): Piece[] {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (tens === 0) return afterHundred ? [sign('and'), sign(String(ones))] : [sign(String(ones))];
  const head = tens === 1 ? [sign('ten')] : [sign(String(tens)), sign('tens')];
  if (ones === 0) return head;
  if (ones === 5) return [...head, sign('five')];
  return [...head, sign(ones === 1 && tens > 1 ? 'one' : String(ones))];
}

/** 0..999; `whole`: with its hundreds even if there are none, as after a thousand. */
function belowThousand(n: number, whole: boolean): Piece[] {
  const [hundreds, rest] = [Math.floor(n / 100), n % 100];
  if (hundreds === 0 && !whole) return belowHundred(rest, false);
  const head = [sign(String(hundreds)), sign('hundred')];
  return rest === 0 ? head : [...head, ...belowHundred(rest, true)];
}

/** A number in words, 0..999,999: `1005` → một nghìn không trăm linh năm. */
export function cardinal(n: number): Piece[] {
  const [thousands, rest] = [Math.floor(n / 1000), n % 1000];
  if (thousands === 0) return belowThousand(rest, false);
  const head = [...belowThousand(thousands, false), sign('thousand')];
  return rest === 0 ? head : [...head, ...belowThousand(rest, true)];
}

export const sentences = {
  call: [piece('call', 'Mời công dân có số thứ tự', true)],
  recall: [piece('again', 'Xin nhắc lại.', true), piece('call', 'Mời công dân có số thứ tự', true)],
  last: [piece('last', 'Gọi lần cuối.', true), piece('last-call', 'Công dân có số thứ tự', true)],
  toCounter: piece('to-counter', 'đến quầy số'),
  pleaseToCounter: piece('please-to-counter', 'xin mời đến quầy số'),
} as const;

/** Everything that is ever said, for whoever records it. */
export const all: readonly Piece[] = [
  ...sentences.recall,
  ...sentences.last,
  sentences.toCounter,
  sentences.pleaseToCounter,
  ...pieces.values(),
];
