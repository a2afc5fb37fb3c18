/** Ways to compare faces that the benchmark puts side by side. */
import { joinParts, meanDirection } from '../../../kiosk/vision/embed.ts';
import type { ModelSet } from '../../../models/set.ts';
import { centredCosine } from '../../../shared/domain/matching.ts';
import type { HumanOf } from './human.ts';
import type { Described, Identity } from './pictures.ts';
import type { Comparison, Person } from './trial.ts';

export type System = {
  readonly name: string;
  readonly of: (picture: Described) => Float32Array | null;
  /** `prior`: the mean expected of the population. */
  readonly comparison: (prior: Float32Array) => Comparison;
  /** The score from which its documents take two faces for one person, and how they say it. */
  readonly documentedAt?: { readonly score: number; readonly saidAs: string };
};

/** What the kiosk and the server do with this set. */
export const asShipped = (set: ModelSet): System => ({
  name: set.id,
  of: ({ parts }) =>
    joinParts(parts.map((embedding, index) => ({ embedding, weight: set.embedders[index]?.weight ?? 0 }))),
  comparison: (mean) => ({
    join: meanDirection,
    population: { mean, weight: set.population.weight },
    score: centredCosine,
  }),
});

/** The set with the mean of the population left in. */
export const uncentred = (set: ModelSet): System => ({
  ...asShipped(set),
  name: `${set.id}, mean left in`,
  comparison: () => ({ join: meanDirection, population: null, score: centredCosine }),
});

/** face_recognition alone, aligned and mirrored, its mean left in: what the set `embedded` was at first. */
const firstEmbedded: System = {
  name: 'embedded, as it was (face_recognition alone)',
  of: ({ parts }) => parts[0] ?? null,
  comparison: () => ({ join: meanDirection, population: null, score: centredCosine }),
};

const plainMean = (vectors: readonly Float32Array[]): Float32Array =>
  Float32Array.from(
    vectors[0] ?? [],
    (_, at) => vectors.reduce((sum, vector) => sum + (vector[at] ?? 0), 0) / vectors.length,
  );

/** Compared by Euclidean distance; several pictures by their mean. */
const byDistance = (): Comparison => ({
  join: plainMean,
  population: null,
  score: ({ pp, pt, tt }) => -Math.sqrt(Math.max(0, pp - 2 * pt + tt)),
});

/** The pipeline as face-api.js documents it: its crop, one view, Euclidean distance. */
const faceApi: System = {
  name: 'face-api.js as documented',
  of: ({ documented }) => documented,
  comparison: byDistance,
  documentedAt: { score: -0.6, saidAs: 'distance 0.6' },
};

/**
 * Human as it documents itself: `human.match.similarity` is (1 - 5·distance / 100 - 0.2) / 0.6, cut off at 0 and 1, and
 * above 0.5 (a distance of 10) "can be considered a match". The distance itself ranks alike without being cut off.
 */
const human = (described: HumanOf): System => ({
  name: 'Human as documented',
  of: ({ file }) => described.get(file) ?? null,
  comparison: byDistance,
  documentedAt: { score: -10, saidAs: 'similarity 0.5' },
});

/** The set's own ways, and with the set that has their networks, the peers'. */
export const systemsOf = (set: ModelSet, described: HumanOf): readonly System[] => [
  asShipped(set),
  uncentred(set),
  ...(set.id === 'embedded' ? [firstEmbedded, faceApi, human(described)] : []),
];

/** Everybody of whom there is a picture that the gate would let through, as the system describes them. */
export function peopleFor(identities: readonly Identity[], set: ModelSet, system: System): Person[] {
  const usable = (picture: Described | null): picture is Described =>
    picture !== null && picture.disagreement <= set.landmarks.disagreementAtMost;
  return identities
    .map(({ name, pictures }) => ({
      name,
      embeddings: pictures
        .filter(usable)
        .map(system.of)
        .filter((embedding) => embedding !== null),
    }))
    .filter(({ embeddings }) => embeddings.length > 0);
}

/** The mean over people of the means over their pictures. */
const meanOf = (people: readonly Person[]): Float32Array =>
  plainMean(people.map(({ embeddings }) => plainMean(embeddings)));

/**
 * The mean that a set ships: half of it from people with East-Asian faces, half from others, so that neither a
 * Vietnamese office nor another begins far from its own.
 */
export function priorOf(people: readonly Person[], asian: ReadonlySet<string>): Float32Array {
  const [one, other] = [true, false].map((wanted) =>
    meanOf(people.filter(({ name }) => asian.has(name) === wanted)),
  );
  return plainMean([one, other].filter((mean): mean is Float32Array => (mean?.length ?? 0) > 0));
}
