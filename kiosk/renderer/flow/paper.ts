import type { Issued } from '../../../shared/contract/requests.ts';
import type { OwnTicket } from '../../../shared/contract/requests/reserve.ts';
import type { Effect, Event, Step } from './events.ts';
import { enter, idleTimer, stay } from './step.ts';
import type { Office, Order, State } from './types.ts';

/** The visitor is to keep the number by other means, and gets the time for it, also out of a countdown. */
function troubled(state: State): Step {
  const { stage } = state;
  if (stage.at !== 'number' || stage.paper === 'trouble') return stay(state);
  const calm: State = { ...state, closing: null, stage: { ...stage, paper: 'trouble' } };
  return { state: calm, effects: [{ kind: 'stopTimer', timer: 'second' }, idleTimer(calm)] };
}

/**
 * Shows a number that has just been given, and has it printed: the only place that does, so that one number is printed
 * once. A printer in trouble is tried all the same, since somebody may just have put in paper.
 */
export function showNumber(state: State, { wish }: Order, ticket: Issued | OwnTicket): Step {
  const { office, language } = state;
  const priority = wish.kind === 'field' ? wish.priority : null;
  const print: Effect = { kind: 'print', slip: { ticket, priority, language } };
  // A printer of the server's is as far away as the server.
  const isAway = ticket.trackUrl === null && (office?.printer ?? 'none') !== 'none';
  const paper = office?.printer === 'trouble' || isAway ? 'trouble' : 'printing';
  // Also at the end of a countdown: a number that was given must be seen.
  return enter(
    { ...state, closing: null },
    { at: 'number', ticket, paper },
    { kind: 'sound', sound: 'number' },
    ...(isAway ? [] : [print]),
  );
}

/** What became of the paper. Who was told once to take a picture of the number is not told otherwise again. */
export function onPrinted(state: State, { ticketId, outcome }: Extract<Event, { kind: 'printed' }>): Step {
  const { stage } = state;
  if (stage.at !== 'number' || stage.ticket.ticketId !== ticketId || stage.paper !== 'printing')
    return stay(state);
  return outcome === 'trouble' ? troubled(state) : stay({ ...state, stage: { ...stage, paper: outcome } });
}

/** The server may learn only while it prints that the printer is in trouble, after it took the picture. */
export const heedPrinter = (state: State, { printer }: Office): Step =>
  printer === 'trouble' ? troubled(state) : stay(state);
