import { useCallback } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { officerWords } from '../../../shared/i18n/screens/officer.ts';
import type { Staff } from '../staff/StaffScreen.tsx';
import type { Request } from '../staff/useRequest.ts';
import type { Action } from './model.ts';
import { possibleActions } from './model.ts';

/** Runs an action on what is shown at the desk: on that ticket by its id, so that a late press never hits the next one. */
export function useDesk(
  { view, cutSince, language }: Staff<'officer'>,
  request: Request,
): (action: Action) => void {
  const { data } = view;
  const { send, say, busy } = request;
  return useCallback(
    (action) => {
      if (cutSince !== null || busy !== null || !possibleActions(data).includes(action)) return;
      const ticket = data.desk?.ticket ?? null;
      if (action === 'callNext') void send('ticket:callNext', {});
      else if (ticket !== null && action === 'miss')
        void send('ticket:miss', { ticketId: ticket.id }).then((missed) => {
          if (missed === null) return;
          const words = officerWords[language];
          const sentence = missed.state === 'missed' ? words.missOut : words.missKept;
          say({ kind: 'note', text: fill(sentence, { number: ticket.number }) });
        });
      else if (ticket !== null) void send(`ticket:${action}`, { ticketId: ticket.id });
    },
    [data, cutSince, language, send, say, busy],
  );
}
