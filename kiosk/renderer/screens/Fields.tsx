import type { ReactNode } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { mostFields } from '../flow/limits.ts';
import type { Note, Stage } from '../flow/types.ts';
import { FieldTile } from '../parts/FieldTile.tsx';
import { useHeadInUse, useHeadTarget } from '../parts/head.ts';
import { HeadCursor } from '../parts/HeadCursor.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { MoreChoices, SeveralChosen } from './MoreChoices.tsx';
import './Fields.css';

type At = Extract<Stage, { at: 'fields' }>;
type Props = { readonly stage: At; readonly seesFaces: boolean };

/** All fields at once. Everything else is offered beside them and stands in nobody's way. */
export function Fields({ stage, seesFaces }: Props): ReactNode {
  const { view, act } = useKiosk();
  const { visitor, several } = stage;
  return (
    <div className="fields">
      <Head stage={stage} />
      <div className="fields-tiles">
        {view.fields.map((field) => (
          <FieldTile
            key={field.id}
            field={field}
            onChoose={(by) =>
              act({
                kind: 'chooseField',
                fieldId: field.id,
                channel: by === 'head' ? 'head' : 'touch',
              })
            }
            {...(several === null ? {} : { place: several.indexOf(field.id) + 1 || null })}
          />
        ))}
      </div>
      {several === null ? (
        <MoreChoices
          offers={offerTo(visitor, seesFaces)}
          offersCard={visitor.kind !== 'known' && seesFaces}
          ownsFace={visitor.kind === 'known' && visitor.by === 'face'}
        />
      ) : (
        <SeveralChosen count={several.length} />
      )}
      {/* Without the name this is another screen, and begins anew. Several fields are chosen by touch. */}
      {several === null && <HeadCursor key={visitor.kind} />}
    </div>
  );
}

const good: readonly Note[] = ['registered', 'cardRegistered', 'faceForgotten'];
const isGood = (note: Note): boolean => good.includes(note);

/** By what somebody who is not known may register. */
function offerTo(visitor: At['visitor'], seesFaces: boolean): 'face' | 'card' | null {
  if (visitor.kind === 'newcomer') return 'card';
  return visitor.kind === 'nameless' && visitor.mayRegister && seesFaces ? 'face' : null;
}

/** Who is there, what to do, and what has been decided so far. */
function Head({ stage: { visitor, note, priority, several } }: { readonly stage: At }): ReactNode {
  const { language, words, view, act } = useKiosk();
  const headInUse = useHeadInUse();
  const deniable = visitor.kind === 'known' && note !== 'registered' && note !== 'cardRegistered';
  const deny = (): void => act({ kind: 'notMe' });
  const notMe = useHeadTarget(deniable ? 'not me' : null, deny);
  const declared = view.priorityClasses.find(({ code }) => code === priority);
  const how = headInUse ? words.byHead : words.chooseFieldHint;
  return (
    <div className="fields-head">
      <div>
        {visitor.kind === 'known' && (
          <p className="fields-visitor">
            {words.greeting} <strong>{visitor.maskedName}</strong>
          </p>
        )}
        <h1 className="title">{words.chooseField}</h1>
        {note === null ? (
          <p className="subtitle">{several === null ? how : fill(words.severalHint, { most: mostFields })}</p>
        ) : (
          <output className={isGood(note) ? 'note note-registered' : 'note'}>
            <Icon name={isGood(note) ? 'check' : 'info'} />
            {words[`note_${note}`]}
          </output>
        )}
        {declared !== undefined && (
          <p className="chip">
            <Icon name="star" />
            <span>
              {fill(words.priorityChosen, { name: declared.name[language] })}
              <small>{words.priorityProof}</small>
            </span>
            <button type="button" className="quiet" onClick={() => act({ kind: 'setPriority', code: null })}>
              {words.priorityRemove}
            </button>
          </p>
        )}
      </div>
      {deniable && (
        <button ref={notMe} type="button" className="quiet" onClick={deny}>
          {words.notMe}
        </button>
      )}
    </div>
  );
}
