import type { ReactNode } from 'react';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';

/** The server could not give the number. Trying again asks for the same one. */
export function Problem(): ReactNode {
  const { words, act } = useKiosk();
  return (
    <div className="centred">
      <Icon name="warning" />
      <h1 className="title">{words.problem}</h1>
      <p className="subtitle">{words.problemHint}</p>
      <Choice label={words.retry} primary onChoose={() => act({ kind: 'retry' })} />
    </div>
  );
}
