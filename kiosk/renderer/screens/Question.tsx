import type { ReactNode } from 'react';
import type { Stage } from '../flow/types.ts';
import { Choice } from '../parts/Choice.tsx';
import { useHeadInUse, useHeadTarget } from '../parts/head.ts';
import { HeadCursor } from '../parts/HeadCursor.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './Question.css';

/** The camera is not sure enough: the visitor's own birth year among four settles it. No name is shown before. */
export function Question({ stage }: { readonly stage: Extract<Stage, { at: 'question' }> }): ReactNode {
  const { words, act } = useKiosk();
  const headInUse = useHeadInUse();
  const asking = stage.request !== null;
  const how = headInUse ? words.byHead : words.questionHint;
  return (
    <div className="question">
      <div>
        <h1 className="title">{words.questionTitle}</h1>
        <p className="subtitle" role="status">
          {asking ? words.questionChecking : how}
        </p>
      </div>
      <div className="question-years">
        {stage.birthYears.map((year) => (
          <Year key={year} year={year} disabled={asking} />
        ))}
      </div>
      <div className="row">
        <Choice label={words.useCard} disabled={asking} onChoose={() => act({ kind: 'useCard' })} />
        <Choice label={words.skip} byHead={!asking} onChoose={() => act({ kind: 'takeNumber' })} />
      </div>
      {!asking && <HeadCursor />}
    </div>
  );
}

function Year({ year, disabled }: { readonly year: number; readonly disabled: boolean }): ReactNode {
  const { act } = useKiosk();
  const choose = (): void => act({ kind: 'answerYear', year });
  const ref = useHeadTarget(disabled ? null : `year ${String(year)}`, choose);
  return (
    <button
      ref={ref}
      type="button"
      className="year tabular"
      data-said=""
      disabled={disabled}
      onClick={choose}
    >
      {year}
    </button>
  );
}
