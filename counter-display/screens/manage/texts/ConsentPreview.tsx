import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { kioskWords } from '../../../../shared/i18n/kiosk.ts';
import { manageTextWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import type { Part } from '../part.ts';
import type { ConsentDraft } from './consentDraft.ts';
import { linesOf } from '../lines.ts';

type Props = Pick<Part, 'view' | 'language'> & { readonly draft: ConsentDraft };

/** The kiosk's screen in small, upright, with room for as much as the kiosk has. */
export function ConsentPreview({ draft, view, language }: Props): ReactNode {
  const words = manageTextWords[language];
  const [spoken, setSpoken] = useState<'vi' | 'en'>('vi');
  const [isTooLong, setTooLong] = useState(false);
  // Measured whenever it is drawn: what is typed and which language is shown both change it.
  const measure = (body: HTMLDivElement | null): void => {
    if (body !== null) setTooLong(body.scrollHeight > body.clientHeight + 1);
  };
  const kiosk = kioskWords[spoken];
  return (
    <figure className="consent-preview" aria-label={words.consentPreview}>
      <figcaption>
        {words.consentPreview}
        <SegmentedControl
          aria-label={words.preview}
          value={spoken}
          onChange={(value) => setSpoken(value === 'en' ? 'en' : 'vi')}
          data={[
            { value: 'vi', label: words.inVietnamese },
            { value: 'en', label: words.inEnglish },
          ]}
        />
      </figcaption>
      {isTooLong && (
        <p className="text-missing" role="status">
          {words.consentTooLong}
        </p>
      )}
      <div className="consent-kiosk" lang={spoken}>
        <div className="consent-kiosk-top">
          {view.office.name[spoken]}
          <b className="tabular">08:30</b>
        </div>
        <strong>{draft.title[spoken]}</strong>
        <div className="consent-kiosk-body" ref={measure}>
          {linesOf(draft.body[spoken]).map((paragraph, place) => (
            <p key={place}>{paragraph}</p>
          ))}
        </div>
        <p className="consent-kiosk-age">{kiosk.consentAge}</p>
        <div className="consent-kiosk-row">
          <span>
            <b>{kiosk.decline}</b>
            <small>{kiosk.declineHint}</small>
          </span>
          <span>
            <b>{kiosk.agree}</b>
            <small>{kiosk.agreeHint}</small>
          </span>
        </div>
        <div className="consent-kiosk-bottom">
          <span>{kiosk.startOver}</span>
          <span>{kiosk.language}</span>
        </div>
      </div>
    </figure>
  );
}
