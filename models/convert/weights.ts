/** Reads the weight files of face-api.js (the TensorFlow.js format: a JSON manifest and one binary). */
import { z } from 'zod';
import type { Constant } from './onnx.ts';

const entry = z.object({
  name: z.string(),
  shape: z.array(z.int().positive()),
  dtype: z.literal('float32'),
  quantization: z.object({ dtype: z.literal('uint8'), scale: z.number(), min: z.number() }).optional(),
});
const weightsManifest = z
  .array(z.object({ weights: z.array(entry), paths: z.array(z.string()).length(1) }))
  .length(1);

/** Named tensors; asking for one that is not there is an error naming it. */
export type Weights = { readonly get: (name: string) => Constant };

/**
 * Unpacks every tensor to 32-bit floats; those stored as bytes become `min + scale * byte`.
 * Throws if the binary is shorter or longer than the manifest says.
 */
export function readWeights(manifestJson: string, binary: Uint8Array): Weights {
  const [group] = weightsManifest.parse(JSON.parse(manifestJson));
  const tensors = new Map<string, Constant>();
  let at = 0;
  for (const { name, shape, quantization } of group?.weights ?? []) {
    const size = shape.reduce((product, dim) => product * dim, 1);
    const bytes = quantization === undefined ? size * 4 : size;
    // Copied, so that the floats below start at a multiple of four whatever `binary` is a view of.
    const raw = new Uint8Array(binary.subarray(at, at + bytes));
    if (raw.length !== bytes) throw new Error(`the weights end inside ${name}`);
    at += bytes;
    const values =
      quantization === undefined
        ? new Float32Array(raw.buffer)
        : Float32Array.from(raw, (byte) => byte * quantization.scale + quantization.min);
    tensors.set(name, { dims: shape, values });
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
