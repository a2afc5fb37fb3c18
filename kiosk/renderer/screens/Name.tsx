import type { ReactNode } from 'react';
import { maskName } from '../../../shared/domain/name.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { Keyboard } from '../parts/Keyboard.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './Name.css';

/** As the contract has it. */
const maxLength = 80;

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
      <div>
        <output className="name-text" data-said="" aria-label={words.nameTitle}>
          {text}
          <span className="name-caret" />
        </output>
        <p className="subtitle name-shown" data-said="">
          {name === '' ? '' : fill(words.nameShown, { name: maskName(name) })}
        </p>
      </div>
      <Keyboard
        text={text}
        maxLength={maxLength}
        onChange={(next) => act({ kind: 'typed', text: next })}
        onEnter={goOn}
      />
      <div className="row">
        {offersCard && <Choice label={words.nameFromCard} onChoose={() => act({ kind: 'useCard' })} />}
        <Choice label={words.nameSkip} onChoose={() => act({ kind: 'named', name: null })} />
        <Choice label={words.nameNext} primary disabled={name === ''} onChoose={goOn} />
      </div>
    </div>
  );
}
