import type { ReactNode } from 'react';
import { unreachable } from '../../../../shared/kernel/unreachable.ts';
import type { MineStage } from '../../flow/mineTypes.ts';
import { BirthDate } from './BirthDate.tsx';
import { CorrectName } from './CorrectName.tsx';
import { End } from './End.tsx';
import { Forget } from './Forget.tsx';
import { Kept } from './Kept.tsx';
import { Unknown } from './Unknown.tsx';
import './Mine.css';

type Props = { readonly stage: Exclude<MineStage, { at: 'consentAgain' }> };

/** What a visitor sees and does about the data kept of them. */
export function Mine({ stage }: Props): ReactNode {
  switch (stage.at) {
    case 'mineUnknown':
      return <Unknown />;
    case 'mineProof':
    case 'mineBirth':
      return <BirthDate stage={stage} />;
    case 'mine':
      return <Kept data={stage.data} />;
    case 'mineName':
      return <CorrectName text={stage.text} />;
    case 'mineForget':
      return <Forget stage={stage} />;
    case 'mineEnd':
      return <End end={stage.end} />;
    default:
      return unreachable(stage);
  }
}
