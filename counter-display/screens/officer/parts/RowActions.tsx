import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import type { Console } from '../console.ts';
import { useConsole } from '../console.ts';
import type { Row, RowAction } from '../model/lists.ts';
import { blockedBy, rowActions } from '../model/lists.ts';
import { Press } from './Press.tsx';

/** Opens a dialog or sends a request for a row; says in words why a call has to wait. */
function act(action: RowAction, row: Row, console: Console): void {
  const { view, words, open, request } = console;
  const { send, say } = request;
  const blocked = blockedBy(action, view);
  if (blocked !== null) {
    const number = view.desk?.ticket?.number ?? '';
    const text = blocked === 'away' ? words.blockedBreak : fill(words.blockedBusy, { number });
    return say({ kind: 'trouble', text });
  }
  if (row.tab === 'appointments') return open({ kind: 'cancelAppointment', appointment: row.of });
  const ticket = row.of;
  switch (action) {
    case 'call':
    case 'resume':
    case 'reactivate':
    case 'return':
      return void send(`ticket:${action}`, { ticketId: ticket.id });
    case 'reprint':
      return void send('ticket:reprint', { ticketId: ticket.id }).then((issued) => {
        if (issued !== null) open({ kind: 'issued', issued });
      });
    case 'transfer':
    case 'priority':
    case 'cancel':
      return open({ kind: action, ticket });
    case 'cancelAppointment':
      return undefined;
  }
}

const opens: readonly RowAction[] = ['transfer', 'priority', 'cancel', 'cancelAppointment'];

/** The buttons of an open row. */
export function RowActions({ row, now }: { readonly row: Row; readonly now: number }): ReactNode {
  const console = useConsole();
  const { view, words } = console;
  return (
    <div className="row-actions">
      {rowActions(row, view, now).map((action, index) => {
        const isDangerous = action.startsWith('cancel');
        // Nobody is led to what cannot be undone, also where it is all there is to do.
        const isMain = index === 0 && !isDangerous && blockedBy(action, view) === null;
        return (
          <Press
            key={action}
            size="xs"
            variant={isMain ? 'filled' : 'default'}
            sends={!opens.includes(action)}
            data-danger={isDangerous || undefined}
            onPress={() => act(action, row, console)}
          >
            {words[`row_${action}`]}
          </Press>
        );
      })}
    </div>
  );
}
