import type { ReactNode } from 'react';
import type { MineStage } from '../../flow/mineTypes.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useKiosk } from '../../parts/kiosk.ts';
import { birthDateOf, dateDigits, writeDigits } from '../../text/birthDate.ts';
import { Typing } from '../Typing.tsx';

type Props = { readonly stage: Extract<MineStage, { at: 'mineProof' | 'mineBirth' }> };

/** A whole birth date, day first: the second fact that opens the visitor's data, or what it is to be from now on. */
export function BirthDate({ stage }: Props): ReactNode {
  const { words, view, act } = useKiosk();
  const { at, text, request } = stage;
  const proves = at === 'mineProof';
  const birthDate = birthDateOf(text, view.businessDay);
  const isWrong = text.length === dateDigits && birthDate === null;
  const isSending = request !== null;
  const goOn = (): void => {
    if (birthDate !== null && !isSending) act({ kind: 'bornOn', birthDate });
  };
  const back = proves ? ({ kind: 'leave' } as const) : ({ kind: 'back' } as const);
  const sending = proves ? words.mineChecking : words.mineSending;
  const next = proves ? words.mineProofNext : words.mineSave;
  return (
    <Typing
      title={proves ? words.mineProofTitle : words.mineBirthTitle}
      hint={proves ? words.mineProofHint : words.mineBirthHint}
      text={text}
      shown={writeDigits(text)}
      maxLength={dateDigits}
      trouble={isWrong ? words.dateWrong : null}
      onEnter={goOn}
    >
      <Choice label={words.back} disabled={isSending} onChoose={() => act(back)} />
      <Choice
        label={isSending ? sending : next}
        primary
        disabled={birthDate === null || isSending}
        onChoose={goOn}
      />
    </Typing>
  );
}
