import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readChosen } from '../models/chosen.ts';
import { ModelFileError } from '../models/files.ts';
import { findSet, readManifest } from '../models/manifest.ts';
import { readPrior } from '../models/prior.ts';
import { dimensionOf } from '../models/set.ts';
import { StartError } from './startError.ts';
import type { FaceSet } from './usecases/ports.ts';

/**
 * The model set that the office of this data folder uses, as the use cases need it.
 * @param prepared where kiosks get their models from.
 * @throws StartError, with what to do, if the set is unknown or not there.
 */
export function loadFaceSet(data: string, prepared: string): FaceSet {
  try {
    const id = readChosen(data);
    const set = findSet(readManifest(), id);
    if (set === undefined)
      throw new StartError(`No model set is called '${id}'; choose one with npm run models -- use SET.`);
    if (!existsSync(join(prepared, id, 'set.json')))
      throw new StartError(
        `The model set ${id} is not complete; npm run models -- status says what is missing.`,
      );
    const { accept, unsure, margin, enrolled, perTenfold } = set.thresholds;
    return {
      id,
      dimension: dimensionOf(set),
      thresholds: { accept, unsure, margin, enrolled, perTenfold },
      population: { mean: readPrior(set), weight: set.population.weight },
    };
  } catch (error) {
    if (error instanceof ModelFileError) throw new StartError(error.message);
    throw error;
  }
}
