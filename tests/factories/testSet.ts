import type { FaceLoading } from '../../server/loadFaces.ts';
import type { FaceSet } from '../../server/usecases/ports.ts';

const thresholds = { accept: 0.7, unsure: 0.4, margin: 0.1, enrolled: 100, perTenfold: 0 };

/** A small invented model set; `embeddingOf(person, shot, 64)` makes its embeddings. */
export const testSet: FaceSet = {
  id: 'test-set',
  dimension: 64,
  thresholds: { general: thresholds, asian: thresholds },
  population: { mean: new Float32Array(64), weight: 10 },
};

/** A start that waits for all faces. */
export const allAtOnce: FaceLoading = { atOnceMs: Infinity, turnMs: 0, later: setImmediate };
