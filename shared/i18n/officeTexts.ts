import type { OfficeTextKey, OwnText } from '../contract/texts.ts';
import { kioskWords } from './kiosk.ts';
import { paperWords } from './paper.ts';

/** What stands there until an office has words of its own; nothing where there is only something to add. */
export const standardTexts: Readonly<Record<OfficeTextKey, OwnText>> = {
  kioskWelcome: { vi: kioskWords.vi.welcome, en: kioskWords.en.welcome },
  kioskThanks: { vi: kioskWords.vi.thanks, en: kioskWords.en.thanks },
  ticketHead: { vi: '', en: '' },
  ticketFoot: { vi: paperWords.vi.thanks, en: paperWords.en.thanks },
  phoneNotice: { vi: '', en: '' },
};
