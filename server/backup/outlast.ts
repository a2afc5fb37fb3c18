import { businessDayOf } from '../../shared/domain/calendar.ts';
import { auditStore } from '../db/audit.ts';
import { restoreRequest } from '../db/auditCheck.ts';
import type { Erased } from '../db/copies.ts';
import { BadCopy, eraseAlso, erasedInCopy, givenInCopy } from '../db/copies.ts';
import type { Given } from '../db/given.ts';
import { neverAgain } from '../db/given.ts';
import { officeStore } from '../db/office.ts';
import type { Db } from '../db/open.ts';
import { presumedGiven } from '../db/salvage.ts';
import type { Session } from '../db/sessions.ts';
import { takeOverSessions } from '../db/sessions.ts';
import type { Vault } from '../usecases/ports.ts';
import { listBackups } from './files.ts';

/** What must outlast a restoration: who was erased since, and which numbers are on paper; null where nobody knows. */
type Since = { readonly erased: readonly Erased[] | null; readonly given: readonly Given[] | null };

/** What became of the database that was there. */
export type Before =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'backedUp'; readonly file: string; readonly sessions: readonly Session[] } & Since)
  /** It is damaged and lies there. */
  | ({ readonly kind: 'putAside'; readonly file: string } & Since);

/** As the audit keeps it: from when the data are, who wanted it (absent at the command line), and what is not known. */
type Restored = { readonly madeAt: number; readonly by?: string } & Unknown;

/** All that is known of it anywhere: in the database that was there, and in its backups. */
function knownAnywhere(
  before: Before,
  folder: string,
): { readonly [What in keyof Since]: NonNullable<Since[What]> } {
  const known = before.kind === 'none' ? [] : [before];
  const ofBackups = listBackups(folder).flatMap(({ file }): Since[] => {
    try {
      return [{ erased: erasedInCopy(file), given: givenInCopy(file) }];
    } catch (error) {
      if (!(error instanceof BadCopy)) throw error;
      return [];
    }
  });
  const all = [...known, ...ofBackups];
  return {
    erased: all.flatMap(({ erased }) => erased ?? []),
    given: all.flatMap(({ given }) => given ?? []),
  };
}

/** What nobody knows of what was done between the backup and the damage. */
export type Unknown = { readonly numbersUnknown?: true; readonly erasedUnknown?: true };
export const unknownOf = (before: Before): Unknown =>
  before.kind === 'none'
    ? {}
    : {
        ...(before.given === null ? { numbersUnknown: true } : {}),
        ...(before.erased === null ? { erasedUnknown: true } : {}),
      };

/**
 * Makes a copy fit to be gone on with: whoever was erased since stays erased, no number that is on paper is handed out
 * again, and nobody's session that was ended since begins to live again.
 */
export function makeFit(
  db: Db,
  vault: Vault,
  { before, folder }: { readonly before: Before; readonly folder: string },
  restored: Restored,
  now: number,
): void {
  const { erased, given } = knownAnywhere(before, folder);
  eraseAlso(db, erased);
  neverAgain(db, given);
  // After what is known, so that it goes on from there.
  if (restored.numbersUnknown === true)
    neverAgain(db, presumedGiven(db, businessDayOf(now, officeStore(db).office().timeZone)));
  const audit = auditStore(db, vault);
  db.transaction(() => {
    if (before.kind === 'backedUp') takeOverSessions(db, before.sessions);
    audit.begin();
    audit.add('system', restoreRequest, restored, now);
  }).immediate();
  db.pragma('wal_checkpoint(TRUNCATE)');
}
