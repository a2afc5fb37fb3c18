import type { ReactNode } from 'react';
import { Choice } from '../../parts/Choice.tsx';
import { useKiosk } from '../../parts/kiosk.ts';
import { NameInput } from '../../parts/NameInput.tsx';

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
      <NameInput text={text} label={words.mineNameTitle} onEnter={goOn} />
      <div className="row">
        <Choice label={words.back} onChoose={() => act({ kind: 'back' })} />
        <Choice label={words.nameNext} primary onChoose={goOn} />
      </div>
    </div>
  );
}
