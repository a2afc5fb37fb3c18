import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { writeDay } from '../../../../shared/i18n/time.ts';
import type { MineEnd } from '../../flow/mineTypes.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useKiosk } from '../../parts/kiosk.ts';

/** How it ended, in words that show nothing of the visitor. */
export function End({ end }: { readonly end: MineEnd }): ReactNode {
  const { words, act } = useKiosk();
  const isTrouble = end.kind === 'wrong' || end.kind === 'failed' || end.kind === 'tooYoung';
  const hint = words[`mineEnd_${end.kind}Hint`];
  return (
    <div className={isTrouble ? 'centred' : 'centred mine-good'}>
      <Icon name={isTrouble ? 'info' : 'check'} />
      <h1 className="title" role="status">
        {words[`mineEnd_${end.kind}`]}
      </h1>
      <p className="subtitle mine-more">
        {end.kind === 'asked' ? fill(hint, { date: writeDay(end.dueOn) }) : hint}
      </p>
      <Choice label={words.done} primary onChoose={() => act({ kind: 'leave' })} />
    </div>
  );
}
