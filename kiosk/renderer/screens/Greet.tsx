import type { ReactNode } from 'react';
import type { Stage } from '../flow/types.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { sayTime } from '../../../shared/i18n/time.ts';
import { Choice } from '../parts/Choice.tsx';
import { FieldTile } from '../parts/FieldTile.tsx';
import { useHeadInUse } from '../parts/head.ts';
import { HeadCursor } from '../parts/HeadCursor.tsx';
import { Icon } from '../parts/icons.tsx';
import type { Field } from '../parts/kiosk.ts';
import { useKiosk } from '../parts/kiosk.ts';
import { sayDossier } from '../text/dossier.ts';
import './Greet.css';

type Props = { readonly stage: Extract<Stage, { at: 'greet' }>; readonly now: number };

/** Somebody the kiosk knows: the masked name, their dossiers, the appointment, what they came for last time, and "not me". */
export function Greet({ stage, now }: Props): ReactNode {
  const { words, view, act } = useKiosk();
  const headInUse = useHeadInUse();
  const { maskedName, usualFields, appointment, dossiers, pickUpFieldId } = stage.visitor;
  const expected = appointment && view.fields.find(({ id }) => id === appointment.fieldId);
  const at = appointment && sayTime(appointment.at, view.office.timeZone);
  const pickUp = view.fields.find(({ id }) => id === pickUpFieldId);
  const usual = usualFields
    .filter((id) => id !== pickUp?.id)
    .map((id) => view.fields.find((field) => field.id === id))
    .filter((field): field is Field => field !== undefined)
    // Beside the larger matters there is room for two tiles on a wide screen.
    .slice(0, pickUp ? (expected ? 1 : 2) : undefined);
  return (
    <div className="greet">
      <div className="greet-head">
        <h1 className="title">
          {words.greeting}{' '}
          {maskedName !== null && (
            <strong className="greet-name" data-said="">
              {maskedName}
            </strong>
          )}
        </h1>
        {dossiers.length > 0 && (
          <ul className="greet-dossiers">
            {dossiers.map((dossier) => (
              <li key={dossier.code}>{sayDossier(dossier, now, view.office.timeZone, words)}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="greet-usual">
        {pickUp && (
          <FieldTile
            field={pickUp}
            size="large"
            caption={words.pickUp}
            onChoose={(by) =>
              act({ kind: 'chooseField', fieldId: pickUp.id, channel: by === 'head' ? 'head' : 'usual' })
            }
          />
        )}
        {expected && (
          <FieldTile
            field={expected}
            {...(pickUp ? {} : { size: 'large' })}
            caption={fill(words.appointmentAt, { time: at ?? '' })}
            reserved
            onChoose={() => act({ kind: 'checkIn' })}
          />
        )}
        {usual.map((field, place) => (
          <FieldTile
            key={field.id}
            field={field}
            caption={place === 0 ? words.sameAsLast : words.usedBefore}
            {...(place === 0 && !expected && !pickUp ? { size: 'large' } : {})}
            onChoose={(by) =>
              act({ kind: 'chooseField', fieldId: field.id, channel: by === 'head' ? 'head' : 'usual' })
            }
          />
        ))}
      </div>
      <div className="row">
        <Choice label={words.otherFields} byHead onChoose={() => act({ kind: 'otherFields' })} />
        <Choice label={words.notMe} byHead onChoose={() => act({ kind: 'notMe' })} />
      </div>
      {stage.visitor.by === 'face' && (
        <button type="button" className="quiet greet-mine" onClick={() => act({ kind: 'mine' })}>
          <Icon name="shield" />
          {words.mine}
        </button>
      )}
      {headInUse && <p className="subtitle greet-how">{words.byHead}</p>}
      <HeadCursor />
    </div>
  );
}
