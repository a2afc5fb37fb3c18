import type { ConsentVersion, ConsentWording } from '../../../../shared/contract/texts.ts';
import { consentWording } from '../../../../shared/contract/texts.ts';
import type { Both } from '../office/InBoth.tsx';
import { linesOf } from '../lines.ts';

/** A wording as a form holds it: each text whole, a line for each paragraph. */
export type ConsentDraft = {
  /** The version it was made from, in the place of which it is to come. */
  readonly replaces: string;
  readonly title: Both;
  readonly body: Both;
};

/** A version as an editor begins with it: what it says, a paragraph a line. */
export const draftOf = ({ version, title, body }: ConsentVersion): ConsentDraft => ({
  replaces: version,
  title,
  body: { vi: body.vi.join('\n'), en: body.en.join('\n') },
});

/** @returns what is to be used, or null while it is not whole. */
export function wordingOf({ title, body }: ConsentDraft): ConsentWording | null {
  const read = consentWording.safeParse({
    title,
    body: { vi: linesOf(body.vi), en: linesOf(body.en) },
  });
  return read.success ? read.data : null;
}
