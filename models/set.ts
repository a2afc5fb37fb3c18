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

const file = z.object({
  name: fileName,
  bytes: z.int().positive(),
  sha256,
  licence: z.string(),
  origin: z.string(),
});
/** A file that our own code (`converter`) makes from what the packages hold. */
const convertedFile = file.extend({
  converter: z.enum(['tinyFaceDetector', 'faceLandmark68', 'faceRecognition', 'faceres']),
  sources: z.array(source).min(1),
});
/** A file that is loaded as it is published: at `url`, or from a folder that holds `publishedAs`. */
const publishedFile = file.extend({ url: z.url({ protocol: /^https$/ }), publishedAs: fileName });

/** How pixels (0..255) become numbers: `(value - mean[channel]) / scale[channel]`, planes in order `channels`. */
const pixels = z.object({ channels: z.enum(['RGB', 'BGR']), mean: triple, scale: triple });

const anyDetector = z.object({
  file: fileName,
  /** Longer side the frame is scaled to, px; the shorter follows and both are padded (black) to `multipleOf`. */
  longSide: z.int().positive(),
  multipleOf: z.int().positive(),
  pixels,
  scoreAtLeast: z.number().min(0).max(1),
  overlapAtMost: z.number().min(0).max(1),
});
/** `anchors`: their width and height in cells of `multipleOf` px. */
const tinyYolo = anyDetector.extend({ kind: z.literal('tinyYolo'), anchors: z.array(point) });
/** Finds five points with each face. */
const yunet = anyDetector.extend({ kind: z.literal('yunet') });
const detector = z.discriminatedUnion('kind', [tinyYolo, yunet]);

const anyLandmarks = z.object({
  /** px of the square that a face's crop is scaled to. */
  size: z.int().positive(),
  /** Landmarks this far from those of the mirrored face, in eye distances, have failed. */
  disagreementAtMost: z.number().positive(),
});
const landmarks = z.discriminatedUnion('kind', [
  anyLandmarks.extend({ kind: z.literal('face68'), file: fileName, pixels }),
  /** The detector's own five points, read once more from the enlarged face. */
  anyLandmarks.extend({ kind: z.literal('yunet5') }),
]);

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
  /** Share of this network's cosine in the cosine of two whole embeddings. */
  weight: z.number().positive().max(1),
});

/** Searches in galleries of `enrolled` people drawn at random, at one threshold. */
const measurement = z.object({
  /** Whose faces were searched for; each at the thresholds of its own population. */
  population: z.enum(['general', 'asian']),
  /** Pictures in the enrolled template / in the probe. */
  pictures: z.string(),
  enrolled: z.int(),
  threshold: z.number(),
  /** How many searches were of people who are not enrolled, and of people who are. */
  strangers: z.int(),
  returning: z.int(),
  /** Share of strangers taken for somebody. */
  falsePositiveRate: z.number(),
  /** Share of the enrolled who were not found. */
  falseNegativeRate: z.number(),
});

const curve = z.object({
  /** Cosine, without the population's mean, from which two templates are taken for one person. */
  accept: z.number(),
  /** Cosine from which a second fact is worth asking for; below it the person is unknown. */
  unsure: z.number(),
  /** How far the best identity must be ahead of the second to be accepted. */
  margin: z.number().min(0),
  /** With how many templates in the gallery `accept` and `unsure` are right. */
  enrolled: z.int().positive(),
  /** By how much both rise with each tenfold of templates. */
  perTenfold: z.number().min(0),
});

const thresholds = z.object({
  /** By whose faces they were measured on. */
  general: curve,
  asian: curve,
  /** Cosine of two whole embeddings, mean included, that two pictures of one run must have to be of one person. */
  sameRun: z.number(),
  measuredOn: z.string(),
  measured: z.array(measurement),
});

export const modelSet = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string(),
  files: z.array(z.union([convertedFile, publishedFile])).min(1),
  detector,
  landmarks,
  /** Their L2-normalised outputs, each times the root of its weight, one after another, are an embedding. */
  embedders: z.array(embedder).min(1),
  /** Of what is left of two embeddings without the mean of the population. */
  distance: z.literal('cosine'),
  population: z.object({
    /** A file of `models/priors/`: the mean expected before anybody is enrolled. */
    prior: fileName,
    /** As many enrolled templates outweigh it. */
    weight: z.number().min(0),
  }),
  thresholds,
});

export const modelManifest = z.object({ sets: z.array(modelSet).min(1) });

/** Numbers in a whole embedding of the set. */
export const dimensionOf = ({ embedders }: ModelSet): number =>
  embedders.reduce((sum, { dimension }) => sum + dimension, 0);

export type ConvertedFile = z.infer<typeof convertedFile>;
export type PublishedFile = z.infer<typeof publishedFile>;
export type ModelSet = z.infer<typeof modelSet>;
export type ModelManifest = z.infer<typeof modelManifest>;
export type Pixels = z.infer<typeof pixels>;
export type DetectorSpec = z.infer<typeof detector>;
export type TinyYoloSpec = z.infer<typeof tinyYolo>;
export type YunetSpec = z.infer<typeof yunet>;
export type LandmarksSpec = z.infer<typeof landmarks>;
export type EmbedderSpec = z.infer<typeof embedder>;
