import type { ReactNode } from 'react';
import { maskName } from '../../../shared/domain/name.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { NameInput } from '../parts/NameInput.tsx';

type Props = { readonly text: string; readonly offersCard: boolean };

/** A name to be greeted by, typed or left out. */
export function Name({ text, offersCard }: Props): ReactNode {
  const { words, act } = useKiosk();
  const name = text.trim();
  const goOn = (): void => {
    if (name !== '') act({ kind: 'named', name });
  };
  return (
    <div className="name">
      <div>
        <h1 className="title">{words.nameTitle}</h1>
        <p className="subtitle">{words.nameHint}</p>
      </div>
      <NameInput text={text} label={words.nameTitle} onEnter={goOn}>
        <p className="subtitle name-shown" data-said="">
          {name === '' ? '' : fill(words.nameShown, { name: maskName(name) })}
        </p>
      </NameInput>
      <div className="row">
        {offersCard && <Choice label={words.nameFromCard} onChoose={() => act({ kind: 'useCard' })} />}
        <Choice label={words.nameSkip} onChoose={() => act({ kind: 'named', name: null })} />
        <Choice label={words.nameNext} primary disabled={name === ''} onChoose={goOn} />
      </div>
    </div>
  );
}
