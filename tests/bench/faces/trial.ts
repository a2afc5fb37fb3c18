/** Everybody against everybody: templates, probes and their scores, as the server's gallery calculates them. */
import { dot } from '../../../server/gallery/coarse.ts';
import { uniform } from '../../../shared/domain/random.ts';
import { commonMean } from '../../../shared/domain/matching.ts';
import type { Population, Products } from '../../../shared/domain/matching.ts';
import { sorted } from './rates.ts';
import type { Scores } from './rates.ts';

/** A person's embeddings, one for each picture that the gate would let through. */
export type Person = { readonly name: string; readonly embeddings: readonly Float32Array[] };

export type Comparison = {
  /** Several pictures' embeddings as one. */
  readonly join: (vectors: readonly Float32Array[]) => Float32Array;
  /** null: the embeddings are compared as they are. */
  readonly population: Population | null;
  /** Higher is more alike. */
  readonly score: (products: Products) => number;
};

type Probe = {
  /** Index of its owner's template. */
  readonly owner: number;
  /** Whether none of its pictures is in the template, so that it may be looked for in a gallery with its owner. */
  readonly fresh: boolean;
  readonly vector: Float32Array;
};

export type Trial = {
  readonly people: readonly Person[];
  readonly templates: readonly Float32Array[];
  readonly probes: readonly Probe[];
  /** Product of probe and template: row by row. */
  readonly pt: Float32Array;
  readonly pp: Float64Array;
  readonly tt: Float64Array;
  readonly enrolled: number;
};

/** Templates of each person's first `enrolled` pictures (or as many as there are), probes of `probed` pictures each. */
export function makeTrial(
  people: readonly Person[],
  enrolled: number,
  probed: number,
  { join }: Comparison,
): Trial {
  const templates = people.map(({ embeddings }) => join(embeddings.slice(0, enrolled)));
  const probes: Probe[] = [];
  for (const [owner, { embeddings }] of people.entries()) {
    const first = embeddings.length >= enrolled + probed ? enrolled : 0;
    for (let at = first; at + probed <= embeddings.length; at += probed)
      probes.push({ owner, fresh: first > 0, vector: join(embeddings.slice(at, at + probed)) });
  }
  const pt = new Float32Array(probes.length * templates.length);
  for (const [row, { vector }] of probes.entries())
    for (const [column, template] of templates.entries())
      pt[row * templates.length + column] = dot(vector, template);
  return {
    people,
    templates,
    probes,
    pt,
    pp: Float64Array.from(probes, ({ vector }) => dot(vector, vector)),
    tt: Float64Array.from(templates, (template) => dot(template, template)),
    enrolled,
  };
}

/** Scores of the trial's probes against a gallery of some of its templates. */
function scorer(
  trial: Trial,
  gallery: readonly number[],
  { population, score }: Comparison,
): (row: number, column: number) => number {
  const { templates, probes, pt, pp, tt } = trial;
  const sum = new Float64Array(templates[0]?.length ?? 0);
  for (const column of gallery)
    for (const [at, value] of (templates[column] ?? []).entries()) sum[at] = (sum[at] ?? 0) + value;
  const mean = population === null ? sum.fill(0) : commonMean(population, sum, gallery.length);
  const mm = dot(mean, mean);
  const pm = probes.map(({ vector }) => dot(vector, mean));
  const tm = templates.map((template) => dot(template, mean));
  return (row, column) =>
    score({
      pt: pt[row * templates.length + column] ?? 0,
      pp: pp[row] ?? 0,
      tt: tt[column] ?? 0,
      pm: pm[row] ?? 0,
      tm: tm[column] ?? 0,
      mm,
    });
}

/** One against one: only templates of as many pictures as wanted. */
export function verification(trial: Trial, comparison: Comparison): Scores {
  const gallery = [...trial.people.keys()].filter(
    (index) => (trial.people[index]?.embeddings.length ?? 0) >= trial.enrolled,
  );
  const scoreOf = scorer(trial, gallery, comparison);
  const genuine: number[] = [];
  const impostor: number[] = [];
  for (const [row, { owner, fresh }] of trial.probes.entries())
    if (fresh)
      for (const column of gallery) (column === owner ? genuine : impostor).push(scoreOf(row, column));
  return { genuine: sorted(genuine), impostor: sorted(impostor) };
}

/** One search: whose it was, by index of the person, and the score that decides it. */
export type Search = { readonly owner: number; readonly score: number };

export type OpenSet = {
  /** With the best score that anybody else's template has. */
  readonly strangers: readonly Search[];
  /** With the own template's score, or -Infinity where somebody else's template was more alike. */
  readonly enrolled: readonly Search[];
};

/**
 * Searches in `draws` galleries of `size` people drawn at random: strangers are those who were not drawn. With
 * everybody enrolled there is one gallery, and each is looked for in it once as enrolled and once, their own template
 * left out, as a stranger. People of whom there are fewer pictures than wanted fill the gallery with those there are.
 */
export function openSet(trial: Trial, comparison: Comparison, size: number, draws: number): OpenSet {
  const everybody = size >= trial.people.length;
  const next = uniform(size);
  const strangers: Search[] = [];
  const enrolled: Search[] = [];
  for (let draw = 0; draw < (everybody ? 1 : draws); draw++) {
    const order = [...trial.people.keys()]
      .map((index) => ({ index, at: next() }))
      .toSorted((one, other) => one.at - other.at);
    const gallery = order.slice(0, size).map(({ index }) => index);
    const members = new Set(gallery);
    const scoreOf = scorer(trial, gallery, comparison);
    for (const [row, { owner, fresh }] of trial.probes.entries()) {
      const own = members.has(owner);
      if (own && !fresh && !everybody) continue;
      let best = -Infinity;
      for (const column of gallery) if (column !== owner) best = Math.max(best, scoreOf(row, column));
      if (!own || everybody) strangers.push({ owner, score: best });
      if (!own || !fresh) continue;
      const score = scoreOf(row, owner);
      enrolled.push({ owner, score: score > best ? score : -Infinity });
    }
  }
  return { strangers, enrolled };
}

export const scoresOf = (searches: readonly Search[]): Float64Array =>
  sorted(searches.map(({ score }) => score));
