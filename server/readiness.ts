import type { Db } from './db/open.ts';
import { newestSchema, schemaOf } from './db/open.ts';
import type { Readiness } from './transport/bindHealth.ts';
import type { Context } from './usecases/ports.ts';

/** Counting the faces of a large office takes a while, which nobody may make the server do all the time. */
const goodForMs = 5_000;

/** Whether the disk took what it was given last, the schema is this release's, and all faces are in memory. */
export function makeReadiness(db: Db, context: Context): () => Readiness {
  const { faceSet, gallery, store } = context;
  let last: { readonly at: number; readonly found: Omit<Readiness, 'database'> } | null = null;
  const look = (): Omit<Readiness, 'database'> => ({
    schema: schemaOf(db) === newestSchema(),
    faces: gallery.size() >= store.visitors.count(faceSet.id, faceSet.dimension).templates,
  });
  return () => {
    const at = performance.now();
    if (last === null || at - last.at > goodForMs) last = { at, found: look() };
    return { database: store.trouble() === null, ...last.found };
  };
}
