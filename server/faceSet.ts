import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readChosen } from '../models/chosen.ts';
import { ModelFileError } from '../models/files.ts';
import { findSet, readManifest } from '../models/manifest.ts';
import { readPrior } from '../models/prior.ts';
import { dimensionOf } from '../models/set.ts';
import type { ModelSet } from '../models/set.ts';
import { StartError } from './startError.ts';
import type { FaceSet } from './usecases/ports.ts';

/** A set of the manifest as the use cases need it. */
function asFaceSet(set: ModelSet): FaceSet {
  const { general, asian } = set.thresholds;
  return {
    id: set.id,
    dimension: dimensionOf(set),
    thresholds: { general, asian },
    population: { mean: readPrior(set), weight: set.population.weight },
  };
}

const isPrepared = (prepared: string, id: string): boolean => existsSync(join(prepared, id, 'set.json'));

/**
 * The model set that the office of this data folder uses.
 * @param prepared where kiosks get their models from.
 * @throws StartError, with what to do, if the set is unknown or not there.
 */
export function loadFaceSet(data: string, prepared: string): FaceSet {
  try {
    const id = readChosen(data);
    const set = findSet(readManifest(), id);
    if (set === undefined)
      throw new StartError(`No model set is called '${id}'; choose one with npm run models -- use SET.`);
    if (!isPrepared(prepared, id))
      throw new StartError(
        `The model set ${id} is not complete; npm run models -- status says what is missing.`,
      );
    return asFaceSet(set);
  } catch (error) {
    if (error instanceof ModelFileError) throw new StartError(error.message);
    throw error;
  }
}

/** Any set by its id, or null if it is unknown or its files are not there. */
export function faceSetCalled(id: string, prepared: string): FaceSet | null {
  const set = findSet(readManifest(), id);
  return set !== undefined && isPrepared(prepared, id) ? asFaceSet(set) : null;
}
