import { fill } from '../../../shared/i18n/language.ts';
import type { KioskWords } from '../../../shared/i18n/kiosk.ts';
import { sayDate } from '../../../shared/i18n/time.ts';
import type { KnownVisitor } from '../flow/types.ts';

type Dossier = KnownVisitor['dossiers'][number];

/** What a recognised visitor is told of a dossier: its code and how it stands, nothing of what it is about. */
export function sayDossier(
  { code, state, dueAt }: Dossier,
  now: number,
  timeZone: string,
  words: KioskWords,
): string {
  if (state === 'ready') return fill(words.dossierReady, { code });
  if (state === 'supplement') return fill(words.dossierSupplement, { code });
  if (dueAt === null) return fill(words.dossierNoDue, { code });
  return dueAt < now
    ? fill(words.dossierLate, { code })
    : fill(words.dossierDue, { code, day: sayDate(dueAt, timeZone) });
}
