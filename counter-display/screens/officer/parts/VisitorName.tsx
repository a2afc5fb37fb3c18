import type { ReactNode } from 'react';
import { useConsole } from '../console.ts';
import type { DeskTicket } from '../model/desk.ts';
import { keys } from '../model/desk.ts';
import { classOf } from '../model/lists.ts';
import { Press } from './Press.tsx';

type Props = { readonly ticket: DeskTicket };

/** The visitor's name as far as it is known, and the priority. */
export function VisitorName({ ticket }: Props): ReactNode {
  const { words } = useConsole();
  const { visitor } = ticket;
  const name = ticket.name ?? visitor?.name ?? null;
  return (
    <div className="visitor">
      <div className="visitor-line">
        {name === null ? (
          <h1 data-nameless>{visitor === null ? words.anonymous : words.nameless}</h1>
        ) : (
          <h1>{name}</h1>
        )}
        <PriorityChip ticket={ticket} />
      </div>
      {visitor !== null && (
        <p>
          {visitor.factsFrom === 'card' && <>{words.fromCard} </>}
          <strong className="visitor-check">{words.checkPapers}</strong>
        </p>
      )}
    </div>
  );
}

/** Says the class and whether staff have confirmed it; opens the dialog that changes it. */
function PriorityChip({ ticket: { priority } }: Props): ReactNode {
  const { view, words, language, run } = useConsole();
  return (
    <Press
      className="priority-chip"
      size="xs"
      sends={false}
      variant={priority === null ? 'subtle' : 'default'}
      data-kind={priority === null ? undefined : priority.confirmed ? 'confirmed' : 'declared'}
      shortcut={keys.priority}
      onPress={() => run('priority')}
    >
      {priority === null
        ? words.setPriority
        : `${classOf(view, priority.code)[language]} · ${priority.confirmed ? words.confirmed : words.declared}`}
    </Press>
  );
}
