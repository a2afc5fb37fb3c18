import type { Db } from './db/open.ts';
import { isWritable, newestSchema, schemaOf } from './db/open.ts';
import type { Readiness } from './transport/bindHealth.ts';
import type { Context } from './usecases/ports.ts';

/** Looking writes to the disk, which nobody may make the server do all the time. */
const goodForMs = 5_000;

/** Whether what is committed gets to the disk, the schema is this release's, and all faces are in memory. */
export function makeReadiness(db: Db, context: Context): () => Readiness {
  let last: { readonly at: number; readonly found: Readiness } | null = null;
  const look = (): Readiness => {
    const { faceSet, gallery, store } = context;
    return {
      database: isWritable(db),
      schema: schemaOf(db) === newestSchema(),
      faces: gallery.size() >= store.visitors.count(faceSet.id, faceSet.dimension).templates,
    };
  };
  return () => {
    const at = performance.now();
    if (last === null || at - last.at > goodForMs) last = { at, found: look() };
    return last.found;
  };
}
