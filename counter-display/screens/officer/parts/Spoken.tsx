import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { fieldName, useConsole } from '../console.ts';
import { deskState } from '../model/desk.ts';

/** Who is at the desk now, for screen readers and the window's title: one sentence, only when it changes. */
export function Spoken(): ReactNode {
  const console = useConsole();
  const { view, words } = console;
  const ticket = view.desk?.ticket ?? null;
  const counter = view.counters.find(({ id }) => id === view.desk?.counterId);
  const place = counter === undefined ? words.chooseCounter : fill(words.counterN, { n: counter.number });
  // In a row of windows an idle officer still sees that somebody has come.
  const waiting = view.line.length === 0 ? undefined : fill(words.titleWaiting, { n: view.line.length });
  const now = deskState(view) === 'free' ? waiting : ticket?.number;
  useEffect(() => {
    document.title = [now, place].filter(Boolean).join(' · ');
  }, [now, place]);
  const sentences = {
    none: '',
    free: words.free,
    away: words.away,
    called: fill(words.saidCalled, {
      number: ticket?.number ?? '',
      field: ticket === null ? '' : fieldName(console, ticket.fieldId),
    }),
    serving: fill(words.saidServing, { number: ticket?.number ?? '' }),
  };
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {sentences[deskState(view)]}
    </VisuallyHidden>
  );
}
