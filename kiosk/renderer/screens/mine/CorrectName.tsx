import type { ReactNode } from 'react';
import { Choice } from '../../parts/Choice.tsx';
import { Keyboard } from '../../parts/Keyboard.tsx';
import { useKiosk } from '../../parts/kiosk.ts';
import '../Name.css';

/** As the contract has it. */
const maxLength = 80;

/** The visitor's name as it is right. Left empty, nothing about it changes. */
export function CorrectName({ text }: { readonly text: string }): ReactNode {
  const { words, act } = useKiosk();
  const name = text.trim();
  const goOn = (): void => act({ kind: 'named', name: name === '' ? null : name });
  return (
    <div className="name">
      <div>
        <h1 className="title">{words.mineNameTitle}</h1>
        <p className="subtitle">{words.mineNameHint}</p>
      </div>
      <output className="name-text" data-said="" aria-label={words.mineNameTitle}>
        {text}
        <span className="name-caret" />
      </output>
      <Keyboard
        text={text}
        maxLength={maxLength}
        onChange={(next) => act({ kind: 'typed', text: next })}
        onEnter={goOn}
      />
      <div className="row">
        <Choice label={words.back} onChoose={() => act({ kind: 'back' })} />
        <Choice label={words.nameNext} primary onChoose={goOn} />
      </div>
    </div>
  );
}
