import type { ReactNode } from 'react';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { Stage as At } from '../flow/types.ts';
import { Attract } from './Attract.tsx';
import { Consent } from './Consent.tsx';
import { Enrolling } from './Enrolling.tsx';
import { Fields } from './Fields.tsx';
import { Greet } from './Greet.tsx';
import { Issuing } from './Issuing.tsx';
import { Look } from './Look.tsx';
import { Name } from './Name.tsx';
import { Number } from './Number.tsx';
import { Problem } from './Problem.tsx';

type Props = {
  readonly stage: Exclude<At, { at: 'offline' }>;
  readonly seesFaces: boolean;
  readonly lineAway: boolean;
};

/** The screen for where the visit is. */
export function Stage({ stage, seesFaces, lineAway }: Props): ReactNode {
  switch (stage.at) {
    case 'attract':
      return <Attract seesFaces={seesFaces} />;
    case 'look':
      return <Look stage={stage} />;
    case 'greet':
      return <Greet stage={stage} />;
    case 'fields':
      return <Fields stage={stage} seesFaces={seesFaces} />;
    case 'consent':
      return <Consent />;
    case 'name':
      return <Name text={stage.text} />;
    case 'enrolling':
      return <Enrolling stage={stage} />;
    case 'issuing':
      return <Issuing stage={stage} lineAway={lineAway} />;
    case 'problem':
      return <Problem />;
    case 'number':
      return <Number ticket={stage.ticket} />;
    default:
      return unreachable(stage);
  }
}
