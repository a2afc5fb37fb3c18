import type { ReactNode } from 'react';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { Paged } from '../parts/Paged.tsx';
import './Consent.css';

/** What registering means, in the office's own words, and two answers of the same weight. */
export function Consent({ byCard }: { readonly byCard: boolean }): ReactNode {
  const { language, words, view, act } = useKiosk();
  const { version, title, body } = view.consent;
  return (
    <div className="consent">
      <div>
        <h1 className="title">{title[language]}</h1>
        {byCard && <p className="subtitle">{words.consentByCard}</p>}
      </div>
      <Paged
        className="consent-body"
        items={body[language].map((paragraph) => (
          <p key={paragraph} data-say>
            {paragraph}
          </p>
        ))}
      />
      <p className="note note-age">
        <Icon name="info" />
        {words.consentAge}
      </p>
      <div className="row">
        <Choice label={words.decline} hint={words.declineHint} onChoose={() => act({ kind: 'decline' })} />
        <Choice label={words.agree} hint={words.agreeHint} onChoose={() => act({ kind: 'agree', version })} />
      </div>
    </div>
  );
}
