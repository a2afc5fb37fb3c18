import type { ReactNode } from 'react';
import type { Stage } from '../flow/types.ts';
import { Choice } from '../parts/Choice.tsx';
import { FaceView } from '../parts/FaceView.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './Look.css';

/** The camera collects the pictures of a registration; until they are sent the visitor may still say no. */
export function Enrolling({ stage }: { readonly stage: Extract<Stage, { at: 'enrolling' }> }): ReactNode {
  const { words, act } = useKiosk();
  const saving = stage.request !== null;
  return (
    <div className="look">
      <h1 className="title" aria-live="polite">
        {stage.wanted === null ? words.enrolTitle : words[`wanted_${stage.wanted}`]}
      </h1>
      <FaceView
        hint={stage.hint}
        progress={stage.progress}
        resting={saving ? words.enrolSaving : words.enrolHint}
        {...(stage.wanted === null ? {} : { wanted: stage.wanted })}
      />
      <Choice
        label={words.decline}
        hint={words.declineHint}
        disabled={saving}
        onChoose={() => act({ kind: 'decline' })}
      />
    </div>
  );
}
