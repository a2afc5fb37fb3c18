import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as ort from 'onnxruntime-web';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conv, scaleFilters, separableConv, transpose4 } from '../../../models/convert/layers.ts';
import { startGraph } from '../../../models/convert/onnx.ts';
import type { Constant } from '../../../models/convert/onnx.ts';
import { varint } from '../../../models/convert/protobuf.ts';
import { readWeights } from '../../../models/convert/weights.ts';
import type { Weights } from '../../../models/convert/weights.ts';
import { findSet, readManifest } from '../../../models/manifest.ts';
import { prepareModels } from '../../../models/sync.ts';

const weightsOf = (constants: Readonly<Record<string, Constant>>): Weights => ({
  get: (name) => constants[name] ?? expect.unreachable(name),
});

/** Runs an ONNX file made by us on the real runtime. */
async function run(
  model: Uint8Array,
  input: Float32Array,
  dims: readonly number[],
): Promise<readonly number[]> {
  const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'] });
  const output = await session.run({ input: new ort.Tensor('float32', input, dims) });
  const { data } = output['out'] ?? expect.unreachable('no output');
  return [...(data as Float32Array)];
}

describe('the ONNX writer', () => {
  it('writes whole numbers as Protocol Buffers do', () => {
    expect([...varint(0)]).toEqual([0]);
    expect([...varint(300)]).toEqual([0xac, 0x02]);
    expect([...varint(-1)]).toEqual([255, 255, 255, 255, 255, 255, 255, 255, 255, 1]);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (value) => {
        const read = varint(value).reduce(
          (sum, byte, at) => sum + (BigInt(byte & 127) << BigInt(7 * at)),
          0n,
        );
        expect(read).toBe(value);
      }),
    );
  });

  it('V70 writes graphs that the runtime reads: constants, attributes of every kind, named sizes', async () => {
    const graph = startGraph('test', 'input', ['n', 2]);
    const doubled = graph.node('Mul', ['input', graph.constant({ dims: [1], values: Float32Array.of(2) })]);
    const leaky = graph.node('LeakyRelu', [doubled], { alpha: { float: 0.25 } });
    const wide = graph.node('Reshape', [leaky, graph.shape([1, -1])]);
    const model = graph.finish(graph.node('Transpose', [wide], { perm: [1, 0] }), 'out', ['m', 1]);
    expect(await run(model, Float32Array.of(1, -2, 3, -4), [2, 2])).toEqual([2, -1, 6, -2]);
  });

  it('V71 brings TensorFlow filters into ONNX order', async () => {
    // 1×2 filter, 2 channels in, 1 out: TensorFlow's order is height, width, in, out.
    const filters = { dims: [1, 2, 2, 1], values: Float32Array.of(1, 10, 2, 20) };
    const weights = weightsOf({ f: filters, b: { dims: [1], values: Float32Array.of(0.5) } });
    const graph = startGraph('test', 'input', [1, 2, 1, 3]);
    const model = graph.finish(
      conv(graph, weights, 'input', { filters: 'f', bias: 'b' }),
      'out',
      [1, 1, 1, 2],
    );
    // Channel 0: 1 2 3, channel 1: 4 5 6.
    const expected = [1 * 1 + 2 * 2 + 10 * 4 + 20 * 5 + 0.5, 1 * 2 + 2 * 3 + 10 * 5 + 20 * 6 + 0.5];
    expect(await run(model, Float32Array.of(1, 2, 3, 4, 5, 6), [1, 2, 1, 3])).toEqual(expected);
  });

  it('V72 keeps the channels of a depthwise filter apart', async () => {
    const weights = weightsOf({
      'x/depthwise_filter': { dims: [1, 1, 2, 1], values: Float32Array.of(2, 3) },
      'x/pointwise_filter': { dims: [1, 1, 2, 1], values: Float32Array.of(1, 100) },
      'x/bias': { dims: [1], values: Float32Array.of(7) },
    });
    const graph = startGraph('test', 'input', [1, 2, 1, 1]);
    const model = graph.finish(separableConv(graph, weights, 'input', 'x', {}), 'out', [1, 1, 1, 1]);
    expect(await run(model, Float32Array.of(5, 11), [1, 2, 1, 1])).toEqual([2 * 5 + 100 * 3 * 11 + 7]);
  });

  it('transposes and scales like the formulas say', () => {
    const dims = [2, 3, 4, 5];
    const from = { dims, values: Float32Array.from({ length: 120 }, (_, at) => at) };
    expect(transpose4(transpose4(from, [3, 2, 0, 1]), [2, 3, 1, 0])).toEqual(from);
    expect(transpose4(from, [3, 2, 0, 1]).values[1]).toBe(20);
    const scaled = scaleFilters(
      { dims: [2, 1, 1, 2], values: Float32Array.of(1, 2, 3, 4) },
      Float32Array.of(10, 100),
    );
    expect([...scaled.values]).toEqual([10, 20, 300, 400]);
  });
});

describe('the reader of face-api’s weights', () => {
  const manifest = (shape: number[]): string =>
    JSON.stringify([
      {
        paths: ['x.bin'],
        weights: [
          {
            name: 'small',
            shape: [3],
            dtype: 'float32',
            quantization: { dtype: 'uint8', scale: 0.5, min: -1 },
          },
          { name: 'full', shape, dtype: 'float32' },
        ],
      },
    ]);
  const binary = Buffer.concat([Buffer.of(0, 2, 255), Buffer.from(Float32Array.of(1.5, -2.5).buffer)]);

  it('V73 unpacks bytes and floats, also from the middle of a larger buffer', () => {
    const inside = Buffer.concat([Buffer.of(9), binary, Buffer.of(9)]).subarray(1, 1 + binary.length);
    for (const bytes of [binary, inside]) {
      const weights = readWeights(manifest([2]), bytes);
      expect([...weights.get('small').values]).toEqual([-1, 0, 126.5]);
      expect([...weights.get('full').values]).toEqual([1.5, -2.5]);
      expect(() => weights.get('other')).toThrow('other');
    }
  });

  it('V74 refuses a binary that is too short or too long', () => {
    expect(() => readWeights(manifest([3]), binary)).toThrow('full');
    expect(() => readWeights(manifest([1]), binary)).toThrow('4 bytes are left');
  });
});

describe('preparing models', () => {
  const packages = join(import.meta.dirname, '../../../node_modules');
  const set = findSet(readManifest(), 'embedded') ?? expect.unreachable();
  let prepared: string;
  beforeEach(async () => {
    prepared = await mkdtemp(join(tmpdir(), 'luot-models-'));
  });
  afterEach(async () => {
    await rm(prepared, { recursive: true, force: true });
  });
  const file = (name: string): string => join(prepared, set.id, name);

  it('V75 makes every file of the set and a description, and nothing else', async () => {
    await prepareModels({ packages, prepared });
    expect((await readdir(join(prepared, set.id))).toSorted()).toEqual(
      ['set.json', ...set.files.map(({ name }) => name)].toSorted(),
    );
    expect(JSON.parse(await readFile(file('set.json'), 'utf8'))).toEqual(set);
  });

  it('V76 leaves what is right alone, and makes anew what is not', async () => {
    await prepareModels({ packages, prepared });
    const [first, second] = set.files.map(({ name }) => file(name));
    const before = await stat(second ?? expect.unreachable());
    await truncate(first ?? expect.unreachable(), 100);
    await prepareModels({ packages: '/nowhere-needed', prepared }).then(
      () => expect.unreachable('a damaged file was accepted'),
      (error: unknown) => expect(String(error)).toContain('/nowhere-needed'),
    );
    await prepareModels({ packages, prepared });
    expect((await stat(first ?? '')).size).toBe(set.files[0]?.bytes);
    expect((await stat(second ?? '')).mtimeMs).toBe(before.mtimeMs);
    // Nothing left to do: no source is needed any more.
    await prepareModels({ packages: '/nowhere-needed', prepared });
  });

  it('V77 names a source that is missing or not the known file, in one line', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'luot-packages-'));
    try {
      await expect(prepareModels({ packages: elsewhere, prepared })).rejects.toThrow(
        /^Model file .*tiny_face_detector_model-weights_manifest\.json cannot be read; run npm ci\.$/,
      );
      await mkdir(join(elsewhere, '@vladmandic/face-api'), { recursive: true });
      await cp(join(packages, '@vladmandic/face-api/model'), join(elsewhere, '@vladmandic/face-api/model'), {
        recursive: true,
      });
      const wrong = join(elsewhere, '@vladmandic/face-api/model/tiny_face_detector_model.bin');
      const bytes = await readFile(wrong);
      bytes[1000] = (bytes[1000] ?? 0) ^ 1;
      await writeFile(wrong, bytes);
      await expect(prepareModels({ packages: elsewhere, prepared })).rejects.toThrow(
        /^Model file .*tiny_face_detector_model\.bin is not the known file \(sha256 [0-9a-f]{64}\); run npm ci\.$/,
      );
      expect(await readdir(join(prepared, set.id))).toEqual([]);
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
    }
  });
});
