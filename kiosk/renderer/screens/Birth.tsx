import type { ReactNode } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { Typing } from './Typing.tsx';

/** As the contract has it. */
const earliest = 1900;
const yearLength = 4;

/** The year of birth: to know who is of age, and to settle a doubt later. */
export function Birth({ text }: { readonly text: string }): ReactNode {
  const { words, view, act } = useKiosk();
  const latest = Number.parseInt(view.businessDay, 10);
  const year = Number(text);
  const whole = text.length === yearLength;
  const fits = whole && year >= earliest && year <= latest;
  const goOn = (): void => {
    if (fits) act({ kind: 'born', year });
  };
  return (
    <Typing
      title={words.birthTitle}
      hint={words.birthHint}
      text={text}
      maxLength={yearLength}
      trouble={whole && !fits ? fill(words.birthWrong, { from: earliest, to: latest }) : null}
      onEnter={goOn}
    >
      <Choice label={words.decline} hint={words.declineHint} onChoose={() => act({ kind: 'decline' })} />
      <Choice label={words.nameNext} primary disabled={!fits} onChoose={goOn} />
    </Typing>
  );
}
