import type { OpenOffice } from '../openOffice.ts';
import { digestOfKey } from '../vault.ts';
import { fillLimits } from './limits.ts';
import { fillCatalogueFacts } from './facts.ts';
import { seedOffice } from './office.ts';
import { fillPapers } from './papers.ts';
import { seedRatingReasons } from './rating.ts';

/** The first account of an office, of which the password is kept nowhere. */
export type FirstManager = { readonly login: string; readonly password: string };

/**
 * Makes the sample office where there is none, and adds what an office of an earlier release has not been given.
 * @returns the manager of an office that was made now.
 */
export async function prepareOffice({ db, keys, isNew }: OpenOffice): Promise<FirstManager | null> {
  const firstManager = isNew ? await seedOffice(db, digestOfKey(keys.ring.seal[0])) : null;
  seedRatingReasons(db);
  fillPapers(db);
  fillLimits(db);
  fillCatalogueFacts(db);
  return firstManager;
}
