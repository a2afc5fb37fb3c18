import type { ReactNode } from 'react';
import type { Stage } from '../flow/types.ts';
import { Choice } from '../parts/Choice.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { TurningHead } from '../parts/TurningHead.tsx';
import './Look.css';

/** A small turn of the head before anything personal is shown: people can, pictures cannot. */
export function Turn({ stage }: { readonly stage: Extract<Stage, { at: 'turn' }> }): ReactNode {
  const { words, act } = useKiosk();
  const { side, progress, hint } = stage;
  // Looking aside is what was asked for.
  const correct = hint === null || hint === 'lookHere' ? null : words[`hint_${hint}`];
  return (
    <div className="look">
      <h1 className="title turn-title">{words[`turn_${side}`]}</h1>
      <div className="face">
        <TurningHead side={side} progress={progress} />
        <output className={correct === null ? 'face-hint' : 'face-hint face-hint-do'}>
          {correct ?? words.turnHint}
        </output>
      </div>
      <Choice label={words.skip} onChoose={() => act({ kind: 'takeNumber' })} />
    </div>
  );
}
