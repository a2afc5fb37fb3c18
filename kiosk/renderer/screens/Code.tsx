import type { ReactNode } from 'react';
import type { Stage } from '../flow/types.ts';
import { Choice } from '../parts/Choice.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { sayCodeTrouble } from '../text/refusals.ts';
import { Typing } from './Typing.tsx';

/** As the contract has it. */
const shortest = 4;
const longest = 8;

/** The code of an appointment, typed by who has one. */
export function Code({ stage }: { readonly stage: Extract<Stage, { at: 'code' }> }): ReactNode {
  const { language, words, view, act } = useKiosk();
  const isOpen = view.opening.kind === 'open';
  const { text, trouble } = stage;
  const whole = text.length >= shortest;
  const goOn = (): void => {
    if (whole) act({ kind: 'checkInByCode', code: text });
  };
  return (
    <Typing
      title={words.codeTitle}
      hint={words.codeHint}
      text={text}
      maxLength={longest}
      trouble={trouble === null || text !== '' ? null : sayCodeTrouble(trouble, language)}
      onEnter={goOn}
    >
      <Choice label={isOpen ? words.codeBack : words.back} onChoose={() => act({ kind: 'back' })} />
      <Choice label={words.codeNext} primary disabled={!whole} onChoose={goOn} />
    </Typing>
  );
}
