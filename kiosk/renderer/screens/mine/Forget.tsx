import type { ReactNode } from 'react';
import type { MineStage } from '../../flow/mineTypes.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Icon } from '../../parts/icons.tsx';
import type { Kiosk } from '../../parts/kiosk.ts';
import { useKiosk } from '../../parts/kiosk.ts';

type Forgetting = Extract<MineStage, { at: 'mineForget' }>;

function sayForgetting({ what, sure }: Forgetting, words: Kiosk['words']) {
  if (what === 'withdraw')
    return { title: words.mineWithdrawTitle, more: words.mineWithdrawWhat, yes: words.mineWithdrawDo };
  return sure
    ? { title: words.mineEraseSureTitle, more: words.mineEraseSureWhat, yes: words.mineEraseSureDo }
    : { title: words.mineEraseTitle, more: words.mineEraseWhat, yes: words.mineEraseDo };
}

/** Asks whether it is meant. For the second time the answers change places, so that a double tap does not answer. */
export function Forget({ stage }: { readonly stage: Forgetting }): ReactNode {
  const { words, act } = useKiosk();
  const { title, more, yes } = sayForgetting(stage, words);
  const isSending = stage.request !== null;
  const forget = (
    <Choice
      key="forget"
      label={isSending ? words.mineSending : yes}
      disabled={isSending}
      onChoose={() => act({ kind: 'confirmForget' })}
    />
  );
  const keep = (
    <Choice
      key="keep"
      label={words.mineKeep}
      primary
      disabled={isSending}
      onChoose={() => act({ kind: 'back' })}
    />
  );
  return (
    <div className="centred">
      <Icon name="info" />
      <h1 className="title">{title}</h1>
      <p className="subtitle mine-more">{more}</p>
      <div className="row mine-row">{stage.sure ? [keep, forget] : [forget, keep]}</div>
    </div>
  );
}
