import type { Piece } from './piece.ts';
import { piece, pieceOf } from './piece.ts';

const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const pieces: ReadonlyMap<string, Piece> = new Map<string, Piece>([
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [letter, piece(`letter-${letter}`, letter)] as const),
  ['Đ', piece('letter-DD', 'D')],
  ...digits.map((text, digit) => [String(digit), piece(`digit-${digit}`, text)] as const),
  ...teens.map((text, n) => [String(n + 10), piece(`number-${n + 10}`, text)] as const),
  ...tens.map((text, n) => [String((n + 2) * 10), piece(`number-${(n + 2) * 10}`, text)] as const),
  ['hundred', piece('number-hundred', 'hundred')],
  ['thousand', piece('number-thousand', 'thousand')],
]);

/** One sign of a number: a letter or a digit. */
export const sign = (of: string): Piece => pieceOf(pieces, of);

function belowHundred(n: number): Piece[] {
  if (n < 20) return [sign(String(n))];
  const ones = n % 10;
  return ones === 0 ? [sign(String(n))] : [sign(String(n - ones)), sign(String(ones))];
}

function belowThousand(n: number): Piece[] {
  const [hundreds, rest] = [Math.floor(n / 100), n % 100];
  if (hundreds === 0) return belowHundred(rest);
  const head = [sign(String(hundreds)), sign('hundred')];
  return rest === 0 ? head : [...head, ...belowHundred(rest)];
}

/** A number in words, 0..999,999: `1005` → one thousand five. */
export function cardinal(n: number): Piece[] {
  const [thousands, rest] = [Math.floor(n / 1000), n % 1000];
  if (thousands === 0) return belowThousand(rest);
  const head = [...belowThousand(thousands), sign('thousand')];
  return rest === 0 ? head : [...head, ...belowThousand(rest)];
}

export const sentences = {
  call: [piece('call', 'Ticket')],
  recall: [piece('again', 'Once more.', true), piece('call', 'Ticket')],
  last: [piece('last', 'Last call.', true), piece('call', 'Ticket')],
  toCounter: piece('to-counter', 'please go to counter'),
  pleaseToCounter: piece('to-counter', 'please go to counter'),
} as const;

/** Everything that is ever said, for whoever records it. */
export const all: readonly Piece[] = [
  ...sentences.recall,
  ...sentences.last,
  sentences.toCounter,
  ...pieces.values(),
];
