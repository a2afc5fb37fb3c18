/** The four wire shapes of Protocol Buffers that an ONNX file needs; nothing more. */

const VARINT = 0;
const BYTES = 2;

/** One encoded field, or several one after another. */
export type Encoded = Uint8Array;

/** Encodes a non-negative whole number, or -1, as a base-128 varint. */
export function varint(value: number | bigint): Encoded {
  let rest = BigInt.asUintN(64, BigInt(value));
  const out: number[] = [];
  while (rest > 127n) {
    out.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  out.push(Number(rest));
  return Uint8Array.from(out);
}

/** Joins encoded fields into one message. */
export function message(...fields: readonly Encoded[]): Encoded {
  const out = new Uint8Array(fields.reduce((sum, field) => sum + field.length, 0));
  let at = 0;
  for (const field of fields) {
    out.set(field, at);
    at += field.length;
  }
  return out;
}

const key = (field: number, wire: number): Encoded => varint((field << 3) | wire);

/** A field holding a whole number (int32, int64 or an enum). */
export const int = (field: number, value: number): Encoded => message(key(field, VARINT), varint(value));

/** A field holding raw bytes or a nested message. */
export const bytes = (field: number, value: Encoded): Encoded =>
  message(key(field, BYTES), varint(value.length), value);

/** A field holding UTF-8 text. */
export const text = (field: number, value: string): Encoded => bytes(field, new TextEncoder().encode(value));

/** A repeated whole-number field in its packed form. */
export const ints = (field: number, values: readonly number[]): Encoded =>
  bytes(field, message(...values.map(varint)));

/** A field holding one little-endian 32-bit float. */
export function float(field: number, value: number): Encoded {
  const raw = new Uint8Array(4);
  new DataView(raw.buffer).setFloat32(0, value, true);
  return message(key(field, 5), raw);
}
