import type { ReactNode } from 'react';
import type { Stage } from '../flow/types.ts';
import { FieldTile } from '../parts/FieldTile.tsx';
import { useHeadInUse, useHeadTarget } from '../parts/head.ts';
import { HeadCursor } from '../parts/HeadCursor.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './Fields.css';

type Props = {
  readonly stage: Extract<Stage, { at: 'fields' }>;
  readonly seesFaces: boolean;
};

/** All fields at once. Registering is offered beside them and stands in nobody's way. */
export function Fields({ stage: { visitor, note }, seesFaces }: Props): ReactNode {
  const { words, view, act } = useKiosk();
  const offered = visitor.kind === 'nameless' && visitor.mayRegister && seesFaces;
  const headInUse = useHeadInUse();
  const deniable = visitor.kind === 'known' && note !== 'registered';
  const deny = (): void => act({ kind: 'notMe' });
  const notMe = useHeadTarget(deniable ? 'not me' : null, deny);
  return (
    <div className="fields">
      <div className="fields-head">
        <div>
          {visitor.kind === 'known' && (
            <p className="fields-visitor">
              {words.greeting} <strong>{visitor.maskedName}</strong>
            </p>
          )}
          <h1 className="title">{words.chooseField}</h1>
          {note === null ? (
            <p className="subtitle">{headInUse ? words.byHead : words.chooseFieldHint}</p>
          ) : (
            <output className={`note note-${note}`}>
              <Icon name={note === 'registered' ? 'check' : 'info'} />
              {words[`note_${note}`]}
            </output>
          )}
        </div>
        {deniable && (
          <button ref={notMe} type="button" className="quiet" onClick={deny}>
            {words.notMe}
          </button>
        )}
      </div>
      <div className="fields-tiles">
        {view.fields.map((field) => (
          <FieldTile key={field.id} field={field} channel="touch" />
        ))}
      </div>
      {offered && (
        <button type="button" className="offer" onClick={() => act({ kind: 'register' })}>
          <Icon name="face" />
          <span>
            <strong>{words.offer}</strong>
            <span>{words.offerHint}</span>
          </span>
        </button>
      )}
      {/* Without the name this is another screen, and begins anew. */}
      <HeadCursor key={visitor.kind} />
    </div>
  );
}
