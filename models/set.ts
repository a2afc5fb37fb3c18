/** What a model set is: the shape of `manifest.json` and of the `set.json` that the browser fetches. */
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A plain file name: it becomes part of paths and addresses. */
const fileName = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/i);
const triple = z.tuple([z.number(), z.number(), z.number()]);
const point = z.tuple([z.number(), z.number()]);

/** A file the set is made from, as its author publishes it. */
const source = z.object({
  package: z.string(),
  path: z.string(),
  bytes: z.int().positive(),
  sha256,
});

/** A file as the browser loads it; `converter` names our own code that makes it from `sources`. */
const file = z.object({
  name: fileName,
  bytes: z.int().positive(),
  sha256,
  licence: z.string(),
  origin: z.string(),
  converter: z.enum(['tinyFaceDetector', 'faceLandmark68', 'faceRecognition']),
  sources: z.array(source).min(1),
});

/** How pixels (0..255) become numbers: `(value - mean[channel]) / scale[channel]`, planes in order `channels`. */
const pixels = z.object({ channels: z.enum(['RGB', 'BGR']), mean: triple, scale: triple });

const detector = z.object({
  kind: z.literal('tinyYolo'),
  file: fileName,
  /** Longer side the frame is scaled to, px; the shorter follows and both are padded (black) to `multipleOf`. */
  longSide: z.int().positive(),
  multipleOf: z.int().positive(),
  pixels,
  /** Width and height of the anchors in cells of `multipleOf` px. */
  anchors: z.array(point),
  scoreAtLeast: z.number().min(0).max(1),
  overlapAtMost: z.number().min(0).max(1),
});

const landmarks = z.object({ kind: z.literal('face68'), file: fileName, size: z.int().positive(), pixels });

const embedder = z.object({
  file: fileName,
  size: z.int().positive(),
  pixels,
  alignment: z.object({
    kind: z.literal('similarity'),
    /** Which landmarks (of the set's own) are fitted, and where they belong, in fractions of the unpadded face. */
    landmarks: z.array(z.int().min(0)),
    at: z.array(point),
    /** Room around the unpadded face on each side, as a share of its size. */
    pad: z.number().min(0),
  }),
  /** The mean of the embeddings of the face and of its mirror image. */
  mirrorAverage: z.boolean(),
  dimension: z.int().positive(),
  distance: z.literal('cosine'),
});

const measurement = z.object({
  population: z.string(),
  /** Pictures in the enrolled template / in the probe. */
  pictures: z.string(),
  threshold: z.number(),
  impostorPairs: z.int(),
  genuinePairs: z.int(),
  falseMatchRate: z.number(),
  falseNonMatchRate: z.number(),
});

const thresholds = z.object({
  /** Cosine of two mean templates from which they are taken for one person. */
  accept: z.number(),
  /** Cosine from which a second fact is worth asking for; below it the person is unknown. */
  unsure: z.number(),
  /** How far the best identity must be ahead of the second to be accepted. */
  margin: z.number().min(0),
  /** Cosine that two pictures of one run in front of the camera must have to be counted as one person. */
  sameRun: z.number(),
  measuredOn: z.string(),
  measured: z.array(measurement),
});

export const modelSet = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string(),
  files: z.array(file).min(1),
  detector,
  landmarks,
  embedder,
  thresholds,
});

export const modelManifest = z.object({ sets: z.array(modelSet).min(1) });

export type ModelFile = z.infer<typeof file>;
export type ModelSet = z.infer<typeof modelSet>;
export type ModelManifest = z.infer<typeof modelManifest>;
export type Pixels = z.infer<typeof pixels>;
export type DetectorSpec = z.infer<typeof detector>;
export type EmbedderSpec = z.infer<typeof embedder>;
