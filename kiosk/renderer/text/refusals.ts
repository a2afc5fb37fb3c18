import type { Refused } from '../../../shared/contract/problems.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import { kioskWords } from '../../../shared/i18n/kiosk.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { reserveWords } from '../../../shared/i18n/screens/reserve.ts';

export type Said = { readonly title: string; readonly hint: string };

/** Why there is no number, and what to do about it. */
export function sayRefusal(refusal: Refused | 'usedUp', language: Language): Said {
  const words = kioskWords[language];
  if (refusal === 'usedUp') {
    const { usedUp, usedUpHint } = reserveWords[language];
    return { title: usedUp, hint: usedUpHint };
  }
  const { code, detail = {} } = refusal;
  if (code === 'closed') return { title: words.refused_closed, hint: words.refused_closedHint };
  if (code === 'locked') return { title: words.refused_locked, hint: words.refused_lockedHint };
  if ((detail['number'] ?? '') === '') return { title: words.refused_enough, hint: words.refused_enoughHint };
  return { title: fill(words.refused_hasNumber, detail), hint: words.refused_hasNumberHint };
}

/** Why a code was no good. */
export function sayCodeTrouble({ code, detail = {} }: Refused, language: Language): string {
  const words = kioskWords[language];
  if (code === 'tooManyAttempts') return words.code_tooManyAttempts;
  return code === 'appointmentUsed' && detail['number'] !== undefined
    ? fill(words.code_appointmentUsed, detail)
    : words.code_unknownAppointment;
}
