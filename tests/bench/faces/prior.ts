/** Writes the population mean that a set ships. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PRIORS } from '../../../models/prior.ts';
import type { PriorFile } from '../../../models/prior.ts';
import type { ModelSet } from '../../../models/set.ts';
import type { Identity } from './pictures.ts';
import { asShipped, peopleFor, priorOf } from './systems.ts';

/** @returns how many people it is the mean of. */
export async function writePrior(
  set: ModelSet,
  identities: readonly Identity[],
  asian: ReadonlySet<string>,
): Promise<number> {
  const people = peopleFor(identities, set, asShipped(set));
  const mean = [...priorOf(people, asian)].map((value) => Number(value.toFixed(5)));
  const count = people.filter(({ name }) => asian.has(name)).length;
  const prior: PriorFile = {
    madeFrom: `The mean over ${people.length} people of Labeled Faces in the Wild, half of it over ${count} with East-Asian faces, half over the others: for each person the mean of their pictures' embeddings. Of no single person. Made by npm run bench:faces -- --write-prior.`,
    mean,
  };
  await mkdir(PRIORS, { recursive: true });
  await writeFile(join(PRIORS, set.population.prior), `${JSON.stringify(prior)}\n`);
  return people.length;
}
