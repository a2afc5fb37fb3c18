import type { ReactNode } from 'react';
import type { Refused as Refusal } from '../../../shared/contract/problems.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { sayRefusal } from '../text/refusals.ts';

/** No number can be given: why, and what to do instead. */
export function Refused({ refusal }: { readonly refusal: Refusal | 'usedUp' }): ReactNode {
  const { language, words, act } = useKiosk();
  const { title, hint } = sayRefusal(refusal, language);
  return (
    <div className="centred">
      <Icon name="info" />
      <h1 className="title">{title}</h1>
      <p className="subtitle">{hint}</p>
      <Choice label={words.understood} primary onChoose={() => act({ kind: 'leave' })} />
    </div>
  );
}
