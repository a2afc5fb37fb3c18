import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { OfficeTextKey, OfficeTexts } from '../../../../shared/contract/texts.ts';
import { kioskWords } from '../../../../shared/i18n/kiosk.ts';
import { standardTexts } from '../../../../shared/i18n/officeTexts.ts';
import { sayOwn } from '../../../../shared/i18n/ownText.ts';
import { manageTextWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import { trackWords } from '../../../../shared/i18n/screens/track.ts';
import type { Part } from '../part.ts';

export type PreviewProps = Pick<Part, 'view' | 'language'> & {
  /** As set or, while somebody types, as typed. */
  readonly texts: OfficeTexts;
};

const languages = ['vi', 'en'] as const;
/** What is said while a text is being typed: an empty one is not yet its own. */
function said(texts: OfficeTexts, key: OfficeTextKey, language: Language): string {
  const own = texts[key];
  return sayOwn(own === null || own.vi.trim() === '' ? null : own, standardTexts[key], language);
}

/** The kiosk's first screen and the one with the number, in both languages. */
export function KioskPreview({ texts, view, language }: PreviewProps): ReactNode {
  return (
    <figure className="text-previews" aria-label={manageTextWords[language].preview}>
      {languages.map((spoken) => (
        <div key={spoken} className="text-kiosk" lang={spoken}>
          <small>{view.office.name[spoken]}</small>
          <strong>{said(texts, 'kioskWelcome', spoken)}</strong>
          <span className="text-kiosk-take">{kioskWords[spoken].takeNumber}</span>
          <hr />
          <b className="text-kiosk-number tabular">A012</b>
          <span>
            {kioskWords[spoken].paper_printed} <b>{said(texts, 'kioskThanks', spoken)}</b>
          </span>
        </div>
      ))}
    </figure>
  );
}

/** The foot of a ticket's page on a phone, in both languages. */
export function PhonePreview({ texts, view, language }: PreviewProps): ReactNode {
  return (
    <figure className="text-previews" aria-label={manageTextWords[language].preview}>
      {languages.map((spoken) => (
        <div key={spoken} className="text-phone" lang={spoken}>
          <small>{view.office.name[spoken]}</small>
          <span>{trackWords[spoken].yourNumber}</span>
          <b className="tabular">A012</b>
          {said(texts, 'phoneNotice', spoken) !== '' && (
            <p className="text-phone-notice">{said(texts, 'phoneNotice', spoken)}</p>
          )}
        </div>
      ))}
    </figure>
  );
}
