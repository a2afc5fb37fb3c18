/**
 * Reads weight files in the TensorFlow.js format (JSON and one binary): face-api.js's bare weight manifests, and the
 * graph models of Human, which hold the same manifest beside a graph that is not read.
 */
import { z } from 'zod';
import type { Constant } from './onnx.ts';

const entry = z.discriminatedUnion('dtype', [
  z.object({
    name: z.string(),
    shape: z.array(z.int().positive()),
    dtype: z.literal('float32'),
    quantization: z
      .discriminatedUnion('dtype', [
        z.object({ dtype: z.literal('uint8'), scale: z.number(), min: z.number() }),
        z.object({ dtype: z.literal('float16') }),
      ])
      .optional(),
  }),
  // Axes and the like, which the converters know anyway: stepped over.
  z.object({ name: z.string(), shape: z.array(z.int().positive()), dtype: z.literal('int32') }),
]);
type Entry = z.infer<typeof entry>;
const weightsManifest = z
  .array(z.object({ weights: z.array(entry), paths: z.array(z.string()).length(1) }))
  .length(1);
const weightFile = z.union([
  weightsManifest,
  z.object({ weightsManifest }).transform((model) => model.weightsManifest),
]);

/** Named tensors; asking for one that is not there is an error naming it. */
export type Weights = { readonly get: (name: string) => Constant };

const packingOf = (one: Entry): 'uint8' | 'float16' | 'plain' =>
  one.dtype === 'float32' && one.quantization !== undefined ? one.quantization.dtype : 'plain';
const BYTES = { uint8: 1, float16: 2, plain: 4 } as const;

/** The value of a half-precision float's 16 bits (a weight: infinities and NaN do not occur). */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

function unpack(one: Entry & { dtype: 'float32' }, raw: Uint8Array<ArrayBuffer>): Float32Array {
  const { quantization } = one;
  if (quantization === undefined) return new Float32Array(raw.buffer);
  if (quantization.dtype === 'float16') return Float32Array.from(new Uint16Array(raw.buffer), halfToNumber);
  return Float32Array.from(raw, (byte) => byte * quantization.scale + quantization.min);
}

/**
 * Unpacks every tensor to 32-bit floats; those stored as bytes become `min + scale * byte`.
 * Throws if the binary is shorter or longer than the manifest says.
 */
export function readWeights(manifestJson: string, binary: Uint8Array): Weights {
  const [group] = weightFile.parse(JSON.parse(manifestJson));
  const tensors = new Map<string, Constant>();
  let at = 0;
  for (const one of group?.weights ?? []) {
    const bytes = one.shape.reduce((product, dim) => product * dim, 1) * BYTES[packingOf(one)];
    // Copied, so that the numbers below start at a multiple of their size whatever `binary` is a view of.
    const raw = new Uint8Array(binary.subarray(at, at + bytes));
    if (raw.length !== bytes) throw new Error(`the weights end inside ${one.name}`);
    at += bytes;
    if (one.dtype === 'float32') tensors.set(one.name, { dims: one.shape, values: unpack(one, raw) });
  }
  if (at !== binary.length) throw new Error(`${binary.length - at} bytes are left after the last tensor`);
  return {
    get(name) {
      const found = tensors.get(name);
      if (found === undefined) throw new Error(`no tensor is called ${name}`);
      return found;
    },
  };
}
