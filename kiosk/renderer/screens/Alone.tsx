import type { ReactNode } from 'react';
import { reserveWords } from '../../../shared/i18n/screens/reserve.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';

/** The start while the server is away and the kiosk gives numbers by itself: what works, and what does not. */
export function Alone(): ReactNode {
  const { language, words, act } = useKiosk();
  const { title, hint } = reserveWords[language];
  return (
    <div className="centred">
      <Icon name="info" />
      <h1 className="title">{title}</h1>
      <p className="subtitle">{hint}</p>
      <Choice label={words.takeNumber} primary onChoose={() => act({ kind: 'takeNumber' })} />
    </div>
  );
}
