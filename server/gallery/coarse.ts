import { groupOf, lanes, makeScan, paddedLength, placeOf } from './scan.ts';
import { makeMemory, pageBytes } from './wasm.ts';

/**
 * The coarse pass: every template x as bytes, x = step·q + e, with the length of the error e kept. For a probe
 * p = s·c + f, likewise,
 *
 *   x·p  =  step·s·(q·c) + step·q·f + e·p  ≤  step·s·(q·c) + |step·q|·|f| + |e|·|p|
 *
 * by Cauchy and Schwarz. Whoever this bound keeps below the second best so far can be left out, and everybody else is
 * compared exactly, so that the answer is exact. For faces that are a few in a hundred thousand.
 */
export type Coarse = {
  /** Puts a template in place `index`, which is at most one behind the last; its length (norm) is known to be finite. */
  readonly put: (index: number, template: Float32Array) => void;
  /**
   * @returns a function (from, least, count) that gives the first of the templates from..count-1 that may be more
   * similar to the probe than `least`; `count` or more if none is. It holds until the next call or `put`.
   */
  readonly towards: (probe: Float32Array) => (from: number, least: number, count: number) => number;
};

/** Codes go from -63 to 63 and are kept with 64 added, since the machine multiplies 7 bits without a sign. */
const templateTop = 63;
const codeOfZero = 64;
const probeTop = 127;

/** Far more than all that single precision loses in the scan: five roundings of 2⁻²⁴ each, as a share. */
const rounding = 2 ** -20;
/** Below this, single precision rounds by a fixed amount rather than by a share. */
const smallest = 2 ** -100;

/** @returns the dot product of two vectors of the same dimension, in double precision. */
export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}

/** @returns the length (norm) of a vector, in double precision. */
export const lengthOf = (numbers: Float32Array): number => Math.sqrt(dot(numbers, numbers));

function largestOf(numbers: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) largest = Math.max(largest, Math.abs(numbers[i] ?? 0));
  return largest;
}

type Quantised = {
  /** |step·q| and |x − step·q|, in double precision. */
  readonly length: number;
  readonly error: number;
  /** The sum of all codes. */
  readonly sum: number;
};

/** Hands the code of each number, -top..top in units of `step`, to `keep`. */
function quantise(
  numbers: ArrayLike<number>,
  step: number,
  top: number,
  keep: (index: number, code: number) => void,
): Quantised {
  let squares = 0;
  let errors = 0;
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] ?? 0;
    const code = Math.max(-top, Math.min(top, Math.round(number / step)));
    keep(i, code);
    squares += code * code;
    errors += (number - step * code) ** 2;
    sum += code;
  }
  return { length: step * Math.sqrt(squares), error: Math.sqrt(errors), sum };
}

/** @returns an empty coarse index for templates of `dimension` numbers. */
export function makeCoarse(dimension: number): Coarse {
  const memory = makeMemory();
  const scan = makeScan(dimension, memory);
  const group = groupOf(dimension);
  const padded = paddedLength(dimension);
  // Behind the probe, where a cache line starts.
  const first = Math.ceil(padded / 64) * 64;
  let bytes = new Int8Array(memory.buffer);
  let floats = new Float32Array(memory.buffer);
  let longest = 0;

  /** Grows in place, a sixteenth at a time: nothing is copied, and little lies idle. */
  const makeRoom = (end: number): void => {
    if (end <= bytes.length) return;
    memory.grow(Math.ceil((end - bytes.length + bytes.length / 16) / pageBytes));
    bytes = new Int8Array(memory.buffer);
    floats = new Float32Array(memory.buffer);
  };
  const addressOf = (index: number): number => first + Math.floor(index / lanes) * group.bytes;

  return {
    put: (index, template) => {
      const base = addressOf(index);
      const lane = index % lanes;
      makeRoom(base + group.bytes);
      // As it will be read, so that the error is that of what is kept.
      const step = Math.fround(Math.max(largestOf(template) / templateTop, smallest));
      const codes = base + group.codes;
      const { length, error } = quantise(template, step, templateTop, (i, code) => {
        bytes[codes + placeOf(lane, i)] = code + codeOfZero;
      });
      floats[base / 4 + lane] = step;
      floats[(base + group.errors) / 4 + lane] = error * (1 + rounding) + smallest;
      longest = Math.max(longest, length);
    },
    towards: (probe) => {
      const step = Math.max(largestOf(probe) / probeTop, smallest);
      const { length, error, sum } = quantise(probe, step, probeTop, (i, code) => {
        bytes[i] = code;
      });
      const probeLength = lengthOf(probe);
      // What the bound adds for every template alike, and what rounding may take from it.
      const slack = longest * (error + length * rounding);
      return (from, least, count) => {
        const needed = (least - slack) / step;
        const lowered = needed - Math.abs(needed) * rounding;
        const end = addressOf(count + lanes - 1);
        for (let start = from; start < count;) {
          const found = scan(addressOf(start), end, lowered, probeLength / step, -codeOfZero * sum);
          const address = found - (found % 16);
          const index = ((address - first) / group.bytes) * lanes;
          // Of the group that `start` is in the middle of, the rest.
          const skipped = Math.max(0, start - index);
          const bits = ((found % 16) >> skipped) << skipped;
          if (bits !== 0) return index + 31 - Math.clz32(bits & -bits);
          start = index + lanes;
        }
        return count;
      };
    },
  };
}
