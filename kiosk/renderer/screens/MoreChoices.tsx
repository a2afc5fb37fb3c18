import type { ReactNode } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import type { Action } from '../flow/events.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import type { Kiosk } from '../parts/kiosk.ts';
import { useKiosk } from '../parts/kiosk.ts';
import './MoreChoices.css';

type Props = {
  /** By what the visitor may register. */
  readonly offers: 'face' | 'card' | null;
  /** Whether the visitor may be known by a card. */
  readonly offersCard: boolean;
  /** Whether the visitor was known by the face, with which one's own data is opened. */
  readonly ownsFace: boolean;
};

/** What only some visitors need, quietly below the fields; and registering, for those who may. */
export function MoreChoices(props: Props): ReactNode {
  const { words, view } = useKiosk();
  return (
    <div className="more">
      <div className="more-quiet">{quietChoices(props, words, view)}</div>
      {props.offers !== null && <Offer by={props.offers} />}
    </div>
  );
}

/** The same one by one, to stand among the fields where these are shown part by part. */
export function moreItems(props: Props, { words, view }: Pick<Kiosk, 'words' | 'view'>): ReactNode[] {
  const offer = props.offers === null ? [] : [<Offer key="offer" by={props.offers} />];
  return [...quietChoices(props, words, view), ...offer];
}

const quietChoices = (
  { offersCard, ownsFace }: Props,
  words: Kiosk['words'],
  { priorityClasses, hasAppointments }: Kiosk['view'],
): ReactNode[] => [
  ...(priorityClasses.length > 0
    ? [
        <Quiet
          key="priority"
          icon="star"
          label={words.declarePriority}
          action={{ kind: 'declarePriority' }}
        />,
      ]
    : []),
  <Quiet key="several" icon="list" label={words.several} action={{ kind: 'several' }} />,
  ...(offersCard ? [<Quiet key="card" icon="id" label={words.useCard} action={{ kind: 'useCard' }} />] : []),
  ...(hasAppointments
    ? [<Quiet key="code" icon="calendar" label={words.enterCode} action={{ kind: 'enterCode' }} />]
    : []),
  ...(ownsFace ? [<Quiet key="mine" icon="shield" label={words.mine} action={{ kind: 'mine' }} />] : []),
];

function Offer({ by }: { readonly by: 'face' | 'card' }): ReactNode {
  const { words, act } = useKiosk();
  return (
    <button type="button" className="offer" onClick={() => act({ kind: 'register' })}>
      <Icon name={by === 'card' ? 'id' : 'face'} />
      <span>
        <strong>{by === 'card' ? words.offerCard : words.offer}</strong>
        <span>{by === 'card' ? words.offerCardHint : words.offerHint}</span>
      </span>
    </button>
  );
}

type QuietProps = { readonly icon: string; readonly label: string; readonly action: Action };

function Quiet({ icon, label, action }: QuietProps): ReactNode {
  const { act } = useKiosk();
  return (
    <button type="button" className="quiet" onClick={() => act(action)}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** One number for the fields chosen so far; or only one field after all. */
export function SeveralChosen({ count }: { readonly count: number }): ReactNode {
  const { words, act } = useKiosk();
  return (
    <div className="row more">
      <Choice label={words.onlyOne} onChoose={() => act({ kind: 'several' })} />
      <Choice
        label={count === 0 ? words.takeNone : fill(words.takeSeveral, { n: count })}
        primary
        disabled={count === 0}
        onChoose={() => act({ kind: 'takeSeveral' })}
      />
    </div>
  );
}
