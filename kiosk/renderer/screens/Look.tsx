import type { ReactNode } from 'react';
import type { Stage } from '../flow/types.ts';
import { Choice } from '../parts/Choice.tsx';
import { FaceView } from '../parts/FaceView.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './Look.css';

/** Looking at the camera; who would rather touch does so at any time. */
export function Look({ stage }: { readonly stage: Extract<Stage, { at: 'look' }> }): ReactNode {
  const { words, act } = useKiosk();
  return (
    <div className="look">
      <h1 className="title">{words.lookHere}</h1>
      <FaceView
        hint={stage.hint}
        progress={stage.progress}
        resting={stage.request === null && stage.progress === 0 ? words.preview : words.recognising}
      />
      <div className="look-ways">
        <Choice
          label={words.withoutFace}
          hint={words.withoutFaceHint}
          primary
          onChoose={() => act({ kind: 'takeNumber' })}
        />
        <Choice label={words.useCard} onChoose={() => act({ kind: 'useCard' })} />
      </div>
    </div>
  );
}
