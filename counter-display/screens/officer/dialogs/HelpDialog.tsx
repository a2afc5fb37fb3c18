import { Button, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Console } from '../console.ts';
import { useConsole } from '../console.ts';
import type { Action } from '../model/desk.ts';
import { keys, tabs } from '../model/desk.ts';
import { Shell } from './Shell.tsx';

type Group = 'keysVisit' | 'keysRecord' | 'keysDesk';
const groups: Readonly<Record<Group, readonly Action[]>> = {
  keysVisit: [
    'callNext',
    'start',
    'finishNext',
    'finish',
    'undo',
    'recall',
    'miss',
    'return',
    'transfer',
    'park',
    'cancel',
  ],
  keysRecord: ['result', 'procedure', 'dossier', 'note', 'priority', 'legs', 'reprint'],
  keysDesk: [
    'takeBreak',
    'backToWork',
    'changeCounter',
    'add',
    'appointment',
    'dossiers',
    'search',
    ...tabs,
    'help',
  ],
};

/** What a key does, in the words of its button where it has one. */
function meaningOf(action: Action, words: Console['words']): string {
  switch (action) {
    case 'line':
    case 'parked':
    case 'missed':
    case 'ended':
    case 'appointments':
    case 'elsewhere':
      return `${words.lists}: ${words[`tab_${action}`]}`;
    case 'appointment':
      return words.addAppointment;
    case 'dossiers':
      return words.key_dossiers;
    case 'priority':
    case 'legs':
    case 'note':
    case 'result':
    case 'procedure':
    case 'dossier':
    case 'search':
    case 'help':
      return words[`key_${action}`];
    default:
      return words[action];
  }
}

/** Every key of the console. */
export function HelpDialog(): ReactNode {
  const { words, closeDialog } = useConsole();
  const more: Readonly<Record<Group, readonly (readonly [string, string])[]>> = {
    keysVisit: [],
    keysRecord: [['Ctrl+Enter', words.key_finishTyping]],
    keysDesk: [['↑ ↓ Enter', words.key_rows]],
  };
  return (
    <Shell title={words.keysTitle} size={980}>
      <p className="dialog-hint">{words.keysMore}</p>
      <div className="keys">
        {(Object.keys(groups) as Group[]).map((group) => (
          <section key={group}>
            <h2>{words[group]}</h2>
            <dl>
              {[
                ...groups[group].map((action) => [keys[action], meaningOf(action, words)] as const),
                ...more[group],
              ].map(([key, meaning]) => (
                <div key={meaning}>
                  <dt>
                    <Kbd>{key}</Kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="dialog-buttons">
        <Button onClick={closeDialog} data-autofocus>
          {words.close}
        </Button>
      </div>
    </Shell>
  );
}
