import type { ReactNode } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import type { Action } from '../flow/events.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './MoreChoices.css';

type Props = { readonly offersFace: boolean; readonly isKnown: boolean };

/** What only some visitors need, quietly below the fields; and registering, for those who may. */
export function MoreChoices({ offersFace, isKnown }: Props): ReactNode {
  const { words, view, act } = useKiosk();
  return (
    <div className="more">
      <div className="more-quiet">
        {view.priorityClasses.length > 0 && (
          <Quiet icon="star" label={words.declarePriority} action={{ kind: 'declarePriority' }} />
        )}
        <Quiet icon="list" label={words.several} action={{ kind: 'several' }} />
        {view.hasAppointments && (
          <Quiet icon="calendar" label={words.enterCode} action={{ kind: 'enterCode' }} />
        )}
        {isKnown && <Quiet icon="shield" label={words.mine} action={{ kind: 'mine' }} />}
      </div>
      {offersFace && (
        <button type="button" className="offer" onClick={() => act({ kind: 'register' })}>
          <Icon name="face" />
          <span>
            <strong>{words.offer}</strong>
            <span>{words.offerHint}</span>
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
