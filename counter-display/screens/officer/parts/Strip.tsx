import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { useServerTime } from '../../../../shared/link/useLink.ts';
import { useConsole } from '../console.ts';
import { keys } from '../model/desk.ts';
import { Press } from './Press.tsx';

/**
 * What the last request came to, and for a few seconds the way back from a finished service. It has a place of its own
 * that is always there: a message must not move the buttons under a hand.
 */
export function Strip(): ReactNode {
  const { words, request } = useConsole();
  const { said, say } = request;
  return (
    <div className="strip">
      <div className="strip-said" role="alert">
        {said !== null && (
          <p data-kind={said.kind}>
            <span>{said.text}</span>
            <CloseButton aria-label={words.dismiss} onClick={() => say(null)} />
          </p>
        )}
      </div>
      <Undo />
    </div>
  );
}

function Undo(): ReactNode {
  const { view, words, link, run } = useConsole();
  const now = useServerTime(link, 250);
  const undo = view.desk?.undo ?? null;
  if (undo === null || now >= undo.until) return null;
  return (
    <p className="strip-undo" role="status">
      <span>{fill(words.undoFinish, { number: undo.number })}</span>
      <Press size="xs" shortcut={keys.undo} onPress={() => run('undo')}>
        {words.undo}
      </Press>
      <span className="tabular" aria-hidden="true">
        {fill(words.secondsLeft, { n: Math.ceil((undo.until - now) / 1000) })}
      </span>
    </p>
  );
}
