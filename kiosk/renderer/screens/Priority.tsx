import type { ReactNode } from 'react';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { Paged } from '../parts/Paged.tsx';
import './Priority.css';

/** The classes of people who are served first. Declaring one is believed here, and looked at by staff. */
export function Priority({ chosen }: { readonly chosen: string | null }): ReactNode {
  const { language, words, view, act } = useKiosk();
  return (
    <div className="priority">
      <div>
        <h1 className="title">{words.priorityTitle}</h1>
        <p className="note">
          <Icon name="info" />
          {words.priorityProof}
        </p>
      </div>
      <Paged
        className="priority-classes"
        items={view.priorityClasses.map(({ code, name }) => (
          <button
            type="button"
            className="class"
            key={code}
            aria-pressed={code === chosen}
            onClick={() => act({ kind: 'setPriority', code })}
          >
            {name[language]}
          </button>
        ))}
      />
      <Choice label={words.back} onChoose={() => act({ kind: 'back' })} />
    </div>
  );
}
