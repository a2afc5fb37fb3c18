import type { ReactNode } from 'react';
import { fieldName, useConsole } from '../console.ts';
import type { DeskTicket } from '../model/desk.ts';
import { keys } from '../model/desk.ts';
import { Press } from './Press.tsx';

/** The fields this visitor goes on to afterwards. */
export function Legs({ ticket: { legs } }: { readonly ticket: DeskTicket }): ReactNode {
  const console = useConsole();
  const { words, run } = console;
  return (
    <div className="legs">
      <span>{words.legs}:</span>
      {legs.length === 0 ? (
        <span>{words.noLegs}</span>
      ) : (
        <ol>
          {legs.map((id) => (
            <li key={id}>{fieldName(console, id)}</li>
          ))}
        </ol>
      )}
      <Press
        size="compact-sm"
        variant="subtle"
        sends={false}
        shortcut={keys.legs}
        label={`${words.legs}: ${words.editLegs}`}
        onPress={() => run('legs')}
      >
        {words.editLegs}
      </Press>
    </div>
  );
}
