import type { Db } from './db/open.ts';
import { isWritable, newestSchema, schemaOf } from './db/open.ts';
import type { Readiness } from './transport/bindHealth.ts';
import { areFacesLoaded } from './usecases/facesMatch.ts';
import type { Context } from './usecases/ports.ts';

/** Looking writes to the disk, which nobody may make the server do all the time. */
const goodForMs = 5_000;

/** Whether what is committed gets to the disk, the schema is this release's, and all faces are in memory. */
export function makeReadiness(db: Db, context: Context): () => Readiness {
  let last: { readonly at: number; readonly found: Readiness } | null = null;
  const look = (): Readiness => ({
    database: isWritable(db),
    schema: schemaOf(db) === newestSchema(),
    faces: areFacesLoaded(context),
  });
  return () => {
    const at = performance.now();
    if (last === null || at - last.at > goodForMs) last = { at, found: look() };
    return last.found;
  };
}
