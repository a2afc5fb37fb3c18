/** Runs one model set on ONNX Runtime. Knows nothing of cameras, workers or files. */
import type { InferenceSession, TensorConstructor } from 'onnxruntime-web/wasm';
import type { ModelSet } from '../../models/set.ts';
import { alignFace } from './align.ts';
import { decodeFaces, detectorInput } from './detect.ts';
import type { Face } from './detect.ts';
import { meanEmbedding, normalise } from './embed.ts';
import { combine, cropFace, decodePoints, unmirror } from './landmarks.ts';
import type { FaceCrop, Landmarks } from './landmarks.ts';
import { mirror } from './picture.ts';
import type { Box, Picture, Planes, Point } from './picture.ts';
import { toInput } from './tensor.ts';

/** The two things the engine needs of ONNX Runtime, so that the browser's and Node's build both fit. */
export type Runtime = {
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: TensorConstructor;
};

export type Engine = {
  readonly set: ModelSet;
  /** Faces in px of the frame, most certain first. */
  readonly detect: (frame: Picture) => Promise<readonly Face[]>;
  /** The landmarks of the face in `box`, from the face and its mirror image. */
  readonly landmarks: (frame: Picture, box: Box) => Promise<Landmarks>;
  /** The landmarks of the face in `box` from the face alone: 68 points in px of the frame. */
  readonly points: (frame: Picture, box: Box) => Promise<readonly Point[]>;
  /** The face brought into the network's place: `embedder.size` square, RGB planes 0..255. */
  readonly align: (frame: Picture, points: readonly Point[]) => Planes;
  /** L2-normalised embedding [dimension] of an aligned face. */
  readonly embed: (aligned: Planes) => Promise<Float32Array>;
  /** What the network itself says of one view: [dimension], not normalised. */
  readonly describe: (view: Planes) => Promise<Float32Array>;
};

type Net = (
  pictures: Float32Array,
  dims: readonly number[],
) => Promise<{ dims: readonly number[]; values: Float32Array }>;

async function openNet(runtime: Runtime, model: Uint8Array): Promise<Net> {
  const session = await runtime.InferenceSession.create(model, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  });
  const [inputName = 'input'] = session.inputNames;
  const [outputName = 'output'] = session.outputNames;
  return async (pictures, dims) => {
    const output = (await session.run({ [inputName]: new runtime.Tensor('float32', pictures, dims) }))[
      outputName
    ];
    if (output === undefined || !(output.data instanceof Float32Array))
      throw new Error(`the network's output ${outputName} is not float32`);
    return { dims: output.dims, values: output.data };
  };
}

/** Loads a set's three networks; `read` gives the bytes of one of its files. */
export async function loadEngine(
  runtime: Runtime,
  set: ModelSet,
  read: (file: string) => Promise<Uint8Array>,
): Promise<Engine> {
  const open = async (file: string): Promise<Net> => openNet(runtime, await read(file));
  const { detector, landmarks, embedder } = set;
  const findFaces = await open(detector.file);
  const findPoints = await open(landmarks.file);
  const describe = await open(embedder.file);
  const pointsOf = async (crop: FaceCrop, views: readonly Planes[]): Promise<Point[][]> => {
    const input = toInput(views, landmarks.pixels);
    const { values } = await findPoints(input, [views.length, 3, landmarks.size, landmarks.size]);
    return views.map((_, index) => decodePoints(values.subarray(index * 136, (index + 1) * 136), crop));
  };
  const descriptorsOf = async (views: readonly Planes[]): Promise<Float32Array[]> => {
    const { size, pixels, dimension } = embedder;
    const { values } = await describe(toInput(views, pixels), [views.length, 3, size, size]);
    return views.map((_, index) => values.slice(index * dimension, (index + 1) * dimension));
  };
  return {
    set,
    async detect(frame) {
      const { planes, framePx } = detectorInput(frame, detector);
      const { dims, values } = await findFaces(toInput([planes], detector.pixels), [
        1,
        3,
        planes.height,
        planes.width,
      ]);
      return decodeFaces(values, { rows: dims[2] ?? 0, columns: dims[3] ?? 0 }, detector, framePx);
    },
    async landmarks(frame, box) {
      const crop = cropFace(frame, box, landmarks.size);
      const [straight = [], mirrored = []] = await pointsOf(crop, [crop.planes, mirror(crop.planes)]);
      return combine(straight, unmirror(mirrored, crop));
    },
    async points(frame, box) {
      const crop = cropFace(frame, box, landmarks.size);
      return (await pointsOf(crop, [crop.planes]))[0] ?? [];
    },
    align: (frame, points) => alignFace(frame, points, embedder),
    async embed(aligned) {
      const views = embedder.mirrorAverage ? [aligned, mirror(aligned)] : [aligned];
      return meanEmbedding((await descriptorsOf(views)).map(normalise));
    },
    async describe(view) {
      return (await descriptorsOf([view]))[0] ?? new Float32Array(0);
    },
  };
}
