import type { ReactNode } from 'react';
import type { Stage } from '../flow/types.ts';
import { CardView } from '../parts/CardView.tsx';
import { Choice } from '../parts/Choice.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './Card.css';

/** Holding up a citizen card, before the camera or to a scanner; or going on without it. */
export function Card({ stage }: { readonly stage: Extract<Stage, { at: 'card' }> }): ReactNode {
  const { words, act } = useKiosk();
  const { why, trouble, request } = stage;
  const typing = why.kind === 'fillIn';
  return (
    <div className="card-stage">
      <div>
        <h1 className="title">{words.cardTitle}</h1>
        <p className="subtitle">{typing ? words.cardFillIn : words.cardKept}</p>
      </div>
      <CardView />
      <output className={trouble === null ? 'card-hint' : 'card-hint card-hint-do'}>
        {request === null ? words[`card_${trouble ?? 'hold'}`] : words.cardChecking}
      </output>
      <Choice
        label={typing ? words.cardType : words.withoutCard}
        hint={typing ? words.cardTypeHint : words.declineHint}
        primary
        disabled={request !== null}
        onChoose={() => act({ kind: 'takeNumber' })}
      />
    </div>
  );
}
