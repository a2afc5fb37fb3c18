import type { ReactNode } from 'react';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { Stage as At } from '../flow/types.ts';
import { Alone } from './Alone.tsx';
import { Attract } from './Attract.tsx';
import { Birth } from './Birth.tsx';
import { Card } from './Card.tsx';
import { CardFacts } from './CardFacts.tsx';
import { Closed } from './Closed.tsx';
import { Code } from './Code.tsx';
import { Consent } from './Consent.tsx';
import { ConsentAgain } from './ConsentAgain.tsx';
import { Enrolling } from './Enrolling.tsx';
import { Fields } from './Fields.tsx';
import { Greet } from './Greet.tsx';
import { Issuing } from './Issuing.tsx';
import { Look } from './Look.tsx';
import { Mine } from './mine/Mine.tsx';
import { Name } from './Name.tsx';
import { Number } from './Number.tsx';
import { Priority } from './Priority.tsx';
import { Problem } from './Problem.tsx';
import { Question } from './Question.tsx';
import { Refused } from './Refused.tsx';
import { Turn } from './Turn.tsx';

type Props = {
  readonly stage: At;
  readonly seesFaces: boolean;
  readonly lineAway: boolean;
  /** ms since 1970. */
  readonly now: number;
};

/** The screen for where the visit is. */
export function Stage({ stage, seesFaces, lineAway, now }: Props): ReactNode {
  switch (stage.at) {
    case 'offline':
      return <Alone />;
    case 'closed':
      return <Closed now={now} />;
    case 'attract':
      return <Attract seesFaces={seesFaces} />;
    case 'look':
      return <Look stage={stage} />;
    case 'turn':
      return <Turn stage={stage} />;
    case 'question':
      return <Question stage={stage} />;
    case 'greet':
      return <Greet stage={stage} now={now} />;
    case 'fields':
      return <Fields stage={stage} seesFaces={seesFaces} />;
    case 'priority':
      return <Priority chosen={stage.priority} />;
    case 'code':
      return <Code stage={stage} />;
    case 'consent':
      return <Consent byCard={stage.card !== null} />;
    case 'card':
      return <Card stage={stage} />;
    case 'cardFacts':
      return <CardFacts stage={stage} />;
    case 'name':
      return <Name text={stage.text} offersCard={stage.card === null && seesFaces} />;
    case 'birth':
      return <Birth text={stage.text} />;
    case 'enrolling':
      return <Enrolling stage={stage} />;
    case 'mineUnknown':
    case 'mineProof':
    case 'mine':
    case 'mineName':
    case 'mineBirth':
    case 'mineForget':
    case 'mineEnd':
      return <Mine stage={stage} />;
    case 'consentAgain':
      return <ConsentAgain stage={stage} />;
    case 'issuing':
      return <Issuing stage={stage} lineAway={lineAway} />;
    case 'problem':
      return <Problem />;
    case 'refused':
      return <Refused refusal={stage.refusal} />;
    case 'number':
      return <Number stage={stage} />;
    default:
      return unreachable(stage);
  }
}
