import type { ReactNode } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { mostFields } from '../flow/limits.ts';
import type { Note, Stage } from '../flow/types.ts';
import { FieldTile } from '../parts/FieldTile.tsx';
import { useHeadInUse, useHeadTarget } from '../parts/head.ts';
import { HeadCursor } from '../parts/HeadCursor.tsx';
import { Icon } from '../parts/icons.tsx';
import type { Kiosk } from '../parts/kiosk.ts';
import { useKiosk } from '../parts/kiosk.ts';
import { Paged } from '../parts/Paged.tsx';
import { moreItems, MoreChoices, SeveralChosen } from './MoreChoices.tsx';
import './Fields.css';

type At = Extract<Stage, { at: 'fields' }>;
type Props = { readonly stage: At; readonly seesFaces: boolean };

/** All fields at once. Everything else is offered beside them and stands in nobody's way; part by part, after them. */
export function Fields({ stage, seesFaces }: Props): ReactNode {
  const kiosk = useKiosk();
  const { help } = kiosk;
  const { visitor, several } = stage;
  const more = {
    offers: offerTo(visitor, seesFaces),
    offersCard: visitor.kind !== 'known' && seesFaces,
    ownsFace: visitor.kind === 'known' && visitor.by === 'face',
  };
  const isPaged = help.low || help.large;
  return (
    <div className="fields">
      <Head stage={stage} />
      {help.low && (
        <div className="fields-own">
          <Declared code={stage.priority} />
          <NotMe visitor={visitor} note={stage.note} />
        </div>
      )}
      <Paged
        className="fields-tiles"
        items={[...tiles(kiosk, several), ...(isPaged && several === null ? moreItems(more, kiosk) : [])]}
      />
      {several !== null && <SeveralChosen count={several.length} />}
      {several === null && !isPaged && <MoreChoices {...more} />}
      {/* Without the name this is another screen, and begins anew. Several fields are chosen by touch. */}
      {several === null && <HeadCursor key={visitor.kind} />}
    </div>
  );
}

const tiles = ({ view, act }: Kiosk, several: At['several']): ReactNode[] =>
  view.fields.map((field) => (
    <FieldTile
      key={field.id}
      field={field}
      onChoose={(by) =>
        act({ kind: 'chooseField', fieldId: field.id, channel: by === 'head' ? 'head' : 'touch' })
      }
      {...(several === null ? {} : { place: several.indexOf(field.id) + 1 || null })}
    />
  ));

const good: readonly Note[] = ['registered', 'cardRegistered', 'faceForgotten'];
const isGood = (note: Note): boolean => good.includes(note);

/** By what somebody who is not known may register. */
function offerTo(visitor: At['visitor'], seesFaces: boolean): 'face' | 'card' | null {
  if (visitor.kind === 'newcomer') return 'card';
  return visitor.kind === 'nameless' && visitor.mayRegister && seesFaces ? 'face' : null;
}

/** Who is there, what to do, and what has been decided so far. */
function Head({ stage: { visitor, note, priority, several } }: { readonly stage: At }): ReactNode {
  const { words, help } = useKiosk();
  const headInUse = useHeadInUse();
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
        {!help.low && <Declared code={priority} />}
      </div>
      {!help.low && <NotMe visitor={visitor} note={note} />}
    </div>
  );
}

/** The priority class that was declared, and a way to take that back. */
function Declared({ code }: { readonly code: string | null }): ReactNode {
  const { language, words, view, act } = useKiosk();
  const declared = view.priorityClasses.find((one) => one.code === code);
  if (declared === undefined) return null;
  return (
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
  );
}

/** For somebody who was taken for another. Who has just registered was not. */
function NotMe({ visitor, note }: Pick<At, 'visitor' | 'note'>): ReactNode {
  const { words, act } = useKiosk();
  const deniable = visitor.kind === 'known' && note !== 'registered' && note !== 'cardRegistered';
  const deny = (): void => act({ kind: 'notMe' });
  const ref = useHeadTarget(deniable ? 'not me' : null, deny);
  if (!deniable) return null;
  return (
    <button ref={ref} type="button" className="quiet" onClick={deny}>
      {words.notMe}
    </button>
  );
}
