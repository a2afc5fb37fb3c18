/** Runs one model set on ONNX Runtime. Knows nothing of cameras, workers or files. */
import type { EmbedderSpec, ModelSet, PassiveSpec } from '../../models/set.ts';
import { alignFace } from './align.ts';
import type { Face } from './detect.ts';
import { joinParts, meanDirection, normalise } from './embed.ts';
import { face68, finderOf, findFaces, yunet5 } from './finders.ts';
import type { Finder, Pointer } from './finders.ts';
import type { Landmarks } from './landmarks.ts';
import { realness } from './liveness.ts';
import { openNet } from './net.ts';
import type { Net, Runtime } from './net.ts';
import { mirror } from './picture.ts';
import type { Box, Picture, Planes, Point } from './picture.ts';
import { toInput } from './tensor.ts';

/**
 * Which way round a face is described: as it is, mirrored, or both and the mean of them. `both` is the default; a set
 * that does not ask for mirrored faces gets them as they are.
 */
export type View = 'straight' | 'mirrored' | 'both';

/** One of the networks that describe a face. */
export type Describer = {
  readonly spec: EmbedderSpec;
  /** The face brought into the network's place: `spec.size` square, RGB planes 0..255. */
  readonly align: (frame: Picture, points: readonly Point[]) => Planes;
  /** What the network itself says of one view: [spec.dimension], not normalised. */
  readonly describe: (view: Planes) => Promise<Float32Array>;
  /** L2-normalised embedding [spec.dimension] of an aligned face. */
  readonly embed: (aligned: Planes, view?: View) => Promise<Float32Array>;
};

export type Engine = {
  readonly set: ModelSet;
  /** Faces in px of the frame, most certain first. */
  readonly detect: (frame: Picture) => Promise<readonly Face[]>;
  /** The landmarks of a face, from the face and its mirror image. */
  readonly landmarks: (frame: Picture, face: Face) => Promise<Landmarks>;
  /** The same one after the other, where the mirror image does not always matter. */
  readonly pointer: Pointer;
  /** Whether `pointer.read` finds a face near where it was in the frame before. */
  readonly follows: boolean;
  /** In the set's order. */
  readonly describers: readonly Describer[];
  /** L2-normalised embedding, of the set's dimension, of the face with these landmarks. */
  readonly embed: (frame: Picture, points: readonly Point[], view?: View) => Promise<Float32Array>;
  /** In the set's order; none if the set has no passive networks. */
  readonly passives: readonly Passive[];
  /** Probability, 0..1, that this face is a real person's, the mean of all passive networks; null if there are none. */
  readonly realness: (frame: Picture, box: Box) => Promise<number | null>;
};

/** One of the networks that tell a person from a picture of one. */
export type Passive = {
  readonly spec: PassiveSpec;
  readonly realness: (frame: Picture, box: Box) => Promise<number>;
};

function describerOf(net: Net, spec: EmbedderSpec): Describer {
  const describe: Describer['describe'] = async (view) =>
    // Copied, because the runtime uses its memory again.
    (await net.one(toInput([view], spec.pixels), [1, 3, spec.size, spec.size])).values.slice();
  return {
    spec,
    align: (frame, points) => alignFace(frame, points, spec),
    describe,
    async embed(aligned, view = 'both') {
      const mirrored = async (): Promise<Float32Array> => normalise(await describe(mirror(aligned)));
      if (view === 'mirrored' && spec.mirrorAverage) return mirrored();
      const straight = normalise(await describe(aligned));
      return view === 'both' && spec.mirrorAverage ? meanDirection([straight, await mirrored()]) : straight;
    },
  };
}

/** Loads a set's networks; `read` gives the bytes of one of its files. */
export async function loadEngine(
  runtime: Runtime,
  set: ModelSet,
  read: (file: string) => Promise<Uint8Array>,
): Promise<Engine> {
  const open = async (file: string): Promise<Net> => openNet(runtime, await read(file));
  const find: Finder = finderOf(await open(set.detector.file), set.detector);
  const pointer: Pointer =
    set.landmarks.kind === 'face68'
      ? face68(await open(set.landmarks.file), set.landmarks)
      : yunet5(find, set.landmarks);
  const describers: Describer[] = [];
  for (const spec of set.embedders) describers.push(describerOf(await open(spec.file), spec));
  const passives: Passive[] = [];
  for (const spec of set.liveness?.networks ?? []) {
    const net = await open(spec.file);
    passives.push({ spec, realness: (frame, box) => realness(net, spec, frame, box) });
  }
  return {
    set,
    detect: (frame) => findFaces(find, set.detector, frame),
    async landmarks(frame, face) {
      const alone = await pointer.read(frame, face);
      return alone === null ? { points: face.points ?? [], disagreement: 1 } : pointer.confirm(frame, alone);
    },
    pointer,
    follows: set.landmarks.kind === 'yunet5',
    describers,
    async embed(frame, points, view) {
      const parts = [];
      for (const { spec, align, embed } of describers)
        parts.push({ embedding: await embed(align(frame, points), view), weight: spec.weight });
      return joinParts(parts);
    },
    passives,
    async realness(frame, box) {
      let sum = 0;
      for (const passive of passives) sum += await passive.realness(frame, box);
      return passives.length === 0 ? null : sum / passives.length;
    },
  };
}
