import type { ReactNode } from 'react';
import { standardTexts } from '../../../shared/i18n/officeTexts.ts';
import { sayOwn } from '../../../shared/i18n/ownText.ts';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { Sun } from '../parts/Sun.tsx';
import './Attract.css';

/** The start: how to be recognised, the one button for everybody, one for those with a card, and one for those who are expected. */
export function Attract({ seesFaces }: { readonly seesFaces: boolean }): ReactNode {
  const { language, words, view, act } = useKiosk();
  return (
    <div className="attract">
      <div className="attract-words">
        <Sun />
        <h1>{sayOwn(view.texts.kioskWelcome, standardTexts.kioskWelcome, language)}</h1>
        {seesFaces && (
          <p className="attract-face">
            <Icon name="face" />
            {words.welcomeFace}
          </p>
        )}
      </div>
      <div className="attract-actions">
        <button type="button" className="attract-take" onClick={() => act({ kind: 'takeNumber' })}>
          <Icon name="hand" />
          <span>
            <strong>{words.takeNumber}</strong>
            <small>{words.takeNumberHint}</small>
          </span>
        </button>
        {seesFaces && (
          <button type="button" className="quiet" onClick={() => act({ kind: 'useCard' })}>
            <Icon name="id" />
            {words.useCard}
          </button>
        )}
        {view.hasAppointments && (
          <button type="button" className="quiet" onClick={() => act({ kind: 'enterCode' })}>
            <Icon name="calendar" />
            {words.enterCode}
          </button>
        )}
      </div>
      <button type="button" className="quiet attract-mine" onClick={() => act({ kind: 'mine' })}>
        <Icon name="shield" />
        {words.mine}
      </button>
    </div>
  );
}
