import type { ReactNode } from 'react';
import type { Stage } from '../flow/types.ts';
import { Choice } from '../parts/Choice.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { TurningHead } from '../parts/TurningHead.tsx';
import './Turn.css';

/** A small turn of the head before anything personal is shown: people can, pictures cannot. */
export function Turn({ stage }: { readonly stage: Extract<Stage, { at: 'turn' }> }): ReactNode {
  const { words, act } = useKiosk();
  const { side, progress, hint } = stage;
  // Looking aside is what was asked for.
  const correct = hint === null || hint === 'lookHere' ? null : words[`hint_${hint}`];
  return (
    <div className="turn">
      <div className="turn-words">
        <h1 className="title">{words[`turn_${side}`]}</h1>
        <p className={correct === null ? 'subtitle' : 'subtitle turn-correct'} role="status">
          {correct ?? words.turnHint}
        </p>
      </div>
      <TurningHead side={side} progress={progress} />
      <Choice label={words.skip} onChoose={() => act({ kind: 'takeNumber' })} />
    </div>
  );
}
