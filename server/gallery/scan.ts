import { link, op, type } from './wasm.ts';
import type { Code, Memory } from './wasm.ts';

/** Templates that are compared at once, one in each lane of a vector of four 32-bit numbers. */
export const lanes = 4;

/** A vector of four 32-bit numbers, or of sixteen codes. */
const vector = 16;

/** Codes of one template, filled up to whole vectors. */
export const paddedLength = (dimension: number): number => Math.ceil(dimension / vector) * vector;

/**
 * How four templates lie in memory: four steps (f32), four errors (f32), then their codes (7 bits in a byte), sixteen of
 * each in turn. One stream, read once from end to end, is what memory is fastest at.
 */
export const groupOf = (dimension: number): { errors: number; codes: number; bytes: number } => ({
  errors: vector,
  codes: 2 * vector,
  bytes: 2 * vector + lanes * paddedLength(dimension),
});

/**
 * (at, end, least, errorWeight, shift): goes through the groups from address `at` to `end`. The probe's codes, signed
 * bytes, lie at address 0.
 * @returns the address of the first group with a template for which
 * step × (codes · probe's codes + shift) + error × errorWeight > least, in single precision; or `end`. Addresses are
 * multiples of 16, and the lowest four bits say for which of the four it holds, the first one's lowest.
 */
export type Scan = (at: number, end: number, least: number, errorWeight: number, shift: number) => number;

const [at, end, least, errorWeight, shift, found, probe, sums] = [0, 1, 2, 3, 4, 5, 6, 7];

/** The sum of all four lanes of two vectors, pairwise half done: a0+a2, b0+b2, a1+a3, b1+b3. */
const fold = (a: Code, b: Code): Code =>
  [a, b, op.i32x4_shuffle(0, 4, 1, 5), a, b, op.i32x4_shuffle(2, 6, 3, 7), op.i32x4_add].flat();

/** Leaves the dot products of four templates with the probe on the stack, one in each lane. */
function dotProducts(dimension: number): readonly Code[] {
  const padded = paddedLength(dimension);
  const { codes } = groupOf(dimension);
  const sum = (lane: number): Code => op.local_get(sums + lane);
  const code: Code[] = [];
  // Written out for this dimension: every offset is a constant, and a probe's vector is loaded once for all four.
  for (let offset = 0; offset < padded; offset += vector) {
    code.push(op.i32_const(0), op.v128_load(offset), op.local_set(probe));
    for (let lane = 0; lane < lanes; lane++)
      code.push(
        op.local_get(probe),
        op.local_get(at),
        op.v128_load(codes + offset * lanes + lane * vector),
        offset === 0 ? op.v128_zero : sum(lane),
        op.i32x4_relaxed_dot_i8x16_i7x16_add_s,
        op.local_set(sums + lane),
      );
  }
  code.push(fold(sum(0), sum(1)), op.local_set(sums), fold(sum(2), sum(3)), op.local_set(sums + 1));
  code.push(sum(0), sum(1), op.i32x4_shuffle(0, 1, 4, 5));
  code.push(sum(0), sum(1), op.i32x4_shuffle(2, 3, 6, 7), op.i32x4_add);
  return code;
}

/** Leaves on the stack which of the four may be more similar than `least`, a bit for each. */
function worthComparing(dimension: number): Code {
  const { errors } = groupOf(dimension);
  const whole = [...dotProducts(dimension), op.local_get(shift), op.i32x4_splat, op.i32x4_add];
  const similarity = [...whole, op.f32x4_convert_i32x4_s, op.local_get(at), op.v128_load(0), op.f32x4_mul];
  const error = [
    op.local_get(at),
    op.v128_load(errors),
    op.local_get(errorWeight),
    op.f32x4_splat,
    op.f32x4_mul,
  ];
  const bound = [...similarity, ...error, op.f32x4_add];
  return [...bound, op.local_get(least), op.f32x4_splat, op.f32x4_gt, op.i32x4_bitmask].flat();
}

/** Where the code of number `i` of the template in one lane is, from the start of the group's codes. */
export const placeOf = (lane: number, i: number): number =>
  (i - (i % vector)) * lanes + lane * vector + (i % vector);

/** @returns the scan for one dimension over `memory`. */
export function makeScan(dimension: number, memory: Memory): Scan {
  const isAtEnd = [op.local_get(at), op.local_get(end), op.i32_ge_u].flat();
  const goOn = [
    op.local_get(at),
    op.i32_const(groupOf(dimension).bytes),
    op.i32_add,
    op.local_set(at),
  ].flat();
  const leave = op.br_if(1);
  const run = link(
    {
      parameters: [type.i32, type.i32, type.f32, type.f32, type.i32],
      result: type.i32,
      locals: [type.i32, ...Array.from({ length: 1 + lanes }, () => type.v128)],
      body: [
        op.block(
          op.loop(isAtEnd, leave, worthComparing(dimension), op.local_tee(found), leave, goOn, op.br(0)),
        ),
        op.local_get(at),
        op.local_get(found),
        op.i32_add,
      ],
    },
    memory,
  );
  // Addresses beyond 2 GiB come back as negative numbers.
  return (...values) => run(...values) >>> 0;
}
