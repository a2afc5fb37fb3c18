import type { ReactNode } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import type { Action } from '../flow/events.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
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
export function MoreChoices({ offers, offersCard, ownsFace }: Props): ReactNode {
  const { words, view, act } = useKiosk();
  return (
    <div className="more">
      <div className="more-quiet">
        {view.priorityClasses.length > 0 && (
          <Quiet icon="star" label={words.declarePriority} action={{ kind: 'declarePriority' }} />
        )}
        <Quiet icon="list" label={words.several} action={{ kind: 'several' }} />
        {offersCard && <Quiet icon="id" label={words.useCard} action={{ kind: 'useCard' }} />}
        {view.hasAppointments && (
          <Quiet icon="calendar" label={words.enterCode} action={{ kind: 'enterCode' }} />
        )}
        {ownsFace && <Quiet icon="shield" label={words.mine} action={{ kind: 'mine' }} />}
      </div>
      {offers !== null && (
        <button type="button" className="offer" onClick={() => act({ kind: 'register' })}>
          <Icon name={offers === 'card' ? 'id' : 'face'} />
          <span>
            <strong>{offers === 'card' ? words.offerCard : words.offer}</strong>
            <span>{offers === 'card' ? words.offerCardHint : words.offerHint}</span>
          </span>
        </button>
      )}
    </div>
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
