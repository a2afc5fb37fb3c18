/**
 * As much of a WebAssembly assembler as the gallery needs: one function over one memory, with 128-bit SIMD.
 * Bytes as in https://webassembly.github.io/spec/core/binary/.
 */

/** Instructions in their binary form; they work on a stack. */
export type Code = readonly number[];

/** A number of 0 or more in LEB128: 7 bits a byte, lowest first. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];
}

/** A 32-bit number in signed LEB128, whose last byte also carries the sign. */
function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) + 128, ...signed(value >> 7)];
}

const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (name: string): Code => sized([...Buffer.from(name, 'utf8')]);
const section = (id: number, content: Code): Code => [id, ...sized(content)];
const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];

/** Types of values. */
export const type = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;
type ValueType = (typeof type)[keyof typeof type];

/** The magic number, and version 1. */
const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** A block or loop that leaves nothing on the stack. */
const noResult = 0x40;

/** Instructions by the names of the specification, with an underscore for the dot. */
export const op = {
  /** A branch to it goes behind its end. */
  block: (...body: readonly Code[]): Code => [0x02, noResult, ...body.flat(), 0x0b],
  /** A branch to it goes back to its start. */
  loop: (...body: readonly Code[]): Code => [0x03, noResult, ...body.flat(), 0x0b],
  /** @param depth 0 is the innermost block or loop. */
  br: (depth: number): Code => [0x0c, ...unsigned(depth)],
  br_if: (depth: number): Code => [0x0d, ...unsigned(depth)],
  local_get: (index: number): Code => [0x20, ...unsigned(index)],
  local_tee: (index: number): Code => [0x22, ...unsigned(index)],
  local_set: (index: number): Code => [0x21, ...unsigned(index)],
  i32_const: (value: number): Code => [0x41, ...signed(value)],
  i32_ge_u: [0x4f],
  i32_add: [0x6a],
  /** Sixteen bytes at the address on the stack plus `offset`. */
  v128_load: (offset: number): Code => [...simd(0x00), 4, ...unsigned(offset)],
  v128_zero: [...simd(0x0c), ...Array.from({ length: 16 }, () => 0)],
  v128_or: simd(0x50),
  v128_any_true: simd(0x53),
  /** Picks four 32-bit lanes: 0..3 are the first operand's, 4..7 the second's. */
  i32x4_shuffle: (...lanes: readonly [number, number, number, number]): Code => [
    ...simd(0x0d),
    ...lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => lane * 4 + byte)),
  ],
  i32x4_splat: simd(0x11),
  /** One bit for each lane that is negative, as those of a comparison that holds are; the first lane's is the lowest. */
  i32x4_bitmask: simd(0xa4),
  i32x4_add: simd(0xae),
  /**
   * Adds to each 32-bit lane the products of four signed bytes (first operand) and four numbers of 7 bits (second).
   * Every machine gives the same sums as long as the second's are 0..127; what they may do beyond is why it is `relaxed`.
   */
  i32x4_relaxed_dot_i8x16_i7x16_add_s: simd(0x113),
  f32x4_splat: simd(0x13),
  f32x4_gt: simd(0x44),
  f32x4_add: simd(0xe4),
  f32x4_mul: simd(0xe6),
  f32x4_convert_i32x4_s: simd(0xfa),
} as const;

export type Assembly = {
  readonly parameters: readonly ValueType[];
  readonly result: ValueType;
  /** Further locals, numbered on from the parameters. */
  readonly locals: readonly ValueType[];
  readonly body: readonly Code[];
};

/** @returns the function as a module that imports its memory as `gallery.memory` and exports it as `run`. */
function assemble({ parameters, result, locals, body }: Assembly): Uint8Array<ArrayBuffer> {
  const functionType = [0x60, ...sized(parameters), ...sized([result])];
  const memory = [...text('gallery'), ...text('memory'), 0x02, 0x00, 0x00];
  const code = [...list(locals.map((each) => [1, each])), ...body.flat(), 0x0b];
  return Uint8Array.from([
    ...header,
    ...section(1, list([functionType])),
    ...section(2, list([memory])),
    ...section(3, list([[0]])),
    ...section(7, list([[...text('run'), 0x00, 0]])),
    ...section(10, list([sized(code)])),
  ]);
}

/** Memory that grows in place, in pages of `pageBytes`; each growth replaces `buffer`. */
export type Memory = { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };

export const pageBytes = 65_536;

// Node's types leave WebAssembly out.
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number; maximum: number }) => Memory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: unknown,
  ) => { readonly exports: { readonly run: unknown } };
};

/** Room for one page that can grow to just below 4 GiB, so that every address and the end of all fit 32 bits. */
export const makeMemory = (): Memory => new WebAssembly.Memory({ initial: 1, maximum: 65_535 });

/** @returns the assembled function, working on `memory`. */
export function link(assembly: Assembly, memory: Memory): (...values: readonly number[]) => number {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble(assembly)), {
    gallery: { memory },
  });
  return instance.exports.run as (...values: readonly number[]) => number;
}
