/** What the faces of people at large have in common for a set's networks, from `models/priors/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ModelFileError } from './files.ts';
import { dimensionOf } from './set.ts';
import type { ModelSet } from './set.ts';

/** Where the priors are; the benchmark that makes them writes here. */
export const PRIORS = join(import.meta.dirname, 'priors');

const priorFile = z.object({
  /** What it is the mean of, for people. */
  madeFrom: z.string(),
  mean: z.array(z.number()),
});
export type PriorFile = z.infer<typeof priorFile>;

/** The set's prior mean, `Float32Array[dimension of the set]`. @throws ModelFileError if it is not there or not right. */
export function readPrior(set: ModelSet): Float32Array {
  const path = join(PRIORS, set.population.prior);
  try {
    const { mean } = priorFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    if (mean.length === dimensionOf(set)) return Float32Array.from(mean);
  } catch (error) {
    throw new ModelFileError(`The population mean ${path} cannot be read.`, { cause: error });
  }
  throw new ModelFileError(`The population mean ${path} is of another model set.`);
}
