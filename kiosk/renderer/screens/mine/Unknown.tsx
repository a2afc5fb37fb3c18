import type { ReactNode } from 'react';
import { Choice } from '../../parts/Choice.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useKiosk } from '../../parts/kiosk.ts';

/** The camera knows nobody here: who can help, and a number for who came for one after all. */
export function Unknown(): ReactNode {
  const { words, act } = useKiosk();
  return (
    <div className="centred">
      <Icon name="shield" />
      <h1 className="title">{words.mineUnknownTitle}</h1>
      <p className="subtitle">{words.mineUnknownHint}</p>
      <div className="row mine-row">
        <Choice label={words.takeNumber} onChoose={() => act({ kind: 'takeNumber' })} />
        <Choice label={words.understood} primary onChoose={() => act({ kind: 'leave' })} />
      </div>
    </div>
  );
}
