import type { Db } from './db/open.ts';
import { newestSchema, schemaOf } from './db/open.ts';
import type { Readiness } from './transport/bindHealth.ts';
import { areFacesLoaded } from './usecases/facesMatch.ts';
import type { Context } from './usecases/ports.ts';

/** Whether the disk took what it was given last, the schema is this release's, and all faces are in memory. */
export const makeReadiness = (db: Db, context: Context) => (): Readiness => ({
  database: context.store.trouble() === null,
  schema: schemaOf(db) === newestSchema(),
  faces: areFacesLoaded(context),
});
