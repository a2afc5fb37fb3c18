import type { ReactNode } from 'react';
import type { MineStage } from '../flow/mineTypes.ts';
import { Choice } from '../parts/Choice.tsx';
import { ConsentText } from '../parts/ConsentText.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './Consent.css';

type Props = { readonly stage: Extract<MineStage, { at: 'consentAgain' }> };

/** The wording has changed: the same two answers of the same weight, and a way past them for who is in a hurry. */
export function ConsentAgain({ stage }: Props): ReactNode {
  const { words, view, act } = useKiosk();
  const { version } = view.consent;
  const isSending = stage.request !== null;
  const answer = (agrees: boolean) => (): void => act({ kind: 'answerAgain', agrees, version });
  return (
    <div className="consent">
      <div>
        <h1 className="title">{words.againTitle}</h1>
        <p className="subtitle">{words.againHint}</p>
      </div>
      <ConsentText />
      <div className="row">
        <Choice
          label={words.againDecline}
          hint={words.againDeclineHint}
          disabled={isSending}
          onChoose={answer(false)}
        />
        <Choice
          label={words.againAgree}
          hint={words.againAgreeHint}
          disabled={isSending}
          onChoose={answer(true)}
        />
      </div>
      <Choice label={words.againLater} disabled={isSending} onChoose={() => act({ kind: 'later' })} />
    </div>
  );
}
