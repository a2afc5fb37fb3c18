import type { ReactNode } from 'react';
import { Choice } from '../parts/Choice.tsx';
import { ConsentText } from '../parts/ConsentText.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './Consent.css';

/** What registering means, in the office's own words, and two answers of the same weight. */
export function Consent({ byCard }: { readonly byCard: boolean }): ReactNode {
  const { language, words, view, act } = useKiosk();
  const { version, title } = view.consent;
  return (
    <div className="consent">
      <div>
        <h1 className="title">{title[language]}</h1>
        {byCard && <p className="subtitle">{words.consentByCard}</p>}
      </div>
      <ConsentText />
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
