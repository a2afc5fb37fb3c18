import type { ReactNode } from 'react';
import { lastDigits } from '../../../shared/domain/citizenCard.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { writeDay } from '../../../shared/i18n/time.ts';
import type { Stage } from '../flow/types.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './Card.css';

/** What was read from the card and is to be kept, for its owner to confirm; the name can be put right or left out. */
export function CardFacts({ stage }: { readonly stage: Extract<Stage, { at: 'cardFacts' }> }): ReactNode {
  const { words, act } = useKiosk();
  const { card, name, byFace, request } = stage;
  const saving = request !== null;
  return (
    <div className="card-facts">
      <div>
        <h1 className="title">{words.factsTitle}</h1>
        <p className="subtitle">{words.factsHint}</p>
        {card.doubts.length > 0 && (
          <p className="note">
            <Icon name="info" />
            {words.factsDoubt}
          </p>
        )}
      </div>
      <dl>
        <div>
          <dt>{words.factsName}</dt>
          <dd>
            {name ?? words.factsNoName}
            <button
              type="button"
              className="quiet"
              disabled={saving}
              onClick={() => act({ kind: 'editName' })}
            >
              {words.factsEdit}
            </button>
          </dd>
        </div>
        <div>
          <dt>{words.factsBirth}</dt>
          <dd className="tabular">{writeDay(card.birthDate)}</dd>
        </div>
        <div>
          <dt>{words.factsNumber}</dt>
          <dd className="tabular">{fill(words.factsLast4, { last4: lastDigits(card.idNumber) })}</dd>
        </div>
      </dl>
      <div className="row">
        <Choice
          label={words.decline}
          hint={words.declineHint}
          disabled={saving}
          onChoose={() => act({ kind: 'decline' })}
        />
        <Choice
          label={saving ? words.enrolSaving : words.factsRight}
          hint={byFace ? words.factsThenFace : words.factsNoFace}
          disabled={saving}
          onChoose={() => act({ kind: 'confirmCard' })}
        />
      </div>
    </div>
  );
}
