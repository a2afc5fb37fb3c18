import { useCallback } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { officerWords } from '../../../shared/i18n/screens/officer.ts';
import type { Staff } from '../staff/StaffScreen.tsx';
import type { Request } from '../staff/useRequest.ts';
import type { Dialog } from './console.ts';
import { closeDraft, draftKey, draftOf, reopenDraft } from './drafts.ts';
import type { Action, DeskTicket, OfficerView, Tab } from './model/desk.ts';
import { heldBy, offeredActions, tabs } from './model/desk.ts';
import { dossiersOf, outcomeOf } from './model/outcome.ts';

type Outlets = {
  readonly request: Request;
  readonly open: (dialog: Dialog) => void;
  readonly showTab: (tab: Tab) => void;
};

const isTab = (action: Action): action is Tab => tabs.some((tab) => tab === action);
const places: readonly Action[] = ['note', 'result', 'procedure', 'dossier', 'search'];

/** Puts the focus where an action leads; parts of the screen are marked with `data-place`. */
function goTo(place: Action): void {
  const marked = document.querySelector<HTMLElement>(`[data-place=${place}]`);
  const field = marked?.querySelector<HTMLElement>('input:checked') ?? marked;
  field?.focus();
}

/** The dialog an action opens, if it opens one. */
function dialogOf(action: Action, ticket: DeskTicket | null): Dialog | null {
  if (action === 'add' || action === 'appointment' || action === 'dossiers' || action === 'help')
    return { kind: action };
  if (action === 'takeBreak') return { kind: 'break' };
  if (ticket === null) return null;
  return action === 'transfer' || action === 'cancel' || action === 'priority' || action === 'legs'
    ? { kind: action, ticket }
    : null;
}

/** Sends what an action asks for: on the ticket shown, by its id, so that a late press never hits the next one. */
async function sendAction(
  action: Action,
  view: OfficerView,
  { request: { send, say }, open }: Outlets,
  words: (typeof officerWords)['vi' | 'en'],
): Promise<void> {
  const ticket = view.desk?.ticket ?? null;
  const undo = view.desk?.undo ?? null;
  if (action === 'callNext') await send('ticket:callNext', {});
  if (action === 'backToWork') await send('desk:resume', {});
  if (action === 'changeCounter') await send('desk:leave', {});
  if (action === 'undo' && undo !== null)
    if ((await send('ticket:undoFinish', { ticketId: undo.ticketId })) !== null) reopenDraft();
  if (ticket === null) return;
  const { id: ticketId, number } = ticket;
  if (action === 'start' || action === 'recall' || action === 'return' || action === 'park')
    await send(`ticket:${action}`, { ticketId });
  if (action === 'finish' || action === 'finishNext') {
    const key = draftKey(view);
    const outcome = outcomeOf(draftOf(key));
    const dossiers = dossiersOf(draftOf(key));
    const callNext = action === 'finishNext';
    const done = await send('ticket:finish', { ticketId, outcome, callNext, ...dossiers });
    if (done !== null) closeDraft(key);
    if (done !== null && done.papers.length > 0) open({ kind: 'papers', papers: done.papers });
  }
  if (action === 'miss') {
    const missed = await send('ticket:miss', { ticketId });
    const n = Math.ceil(view.missPolicy.coolDownMs / 60_000);
    const sentence = missed?.state === 'missed' ? words.missOut : words.missKept;
    if (missed !== null) say({ kind: 'note', text: fill(sentence, { number, n }) });
  }
  if (action === 'reprint') {
    const issued = await send('ticket:reprint', { ticketId });
    if (issued !== null) open({ kind: 'issued', issued });
  }
}

/** Runs an action, whether by key or button, if it is offered now. */
export function useDesk(
  { view, cutSince, language }: Staff<'officer'>,
  outlets: Outlets,
): (action: Action) => void {
  const { data } = view;
  return useCallback(
    (action) => {
      if (!offeredActions(data).includes(action)) return;
      const { request, open, showTab } = outlets;
      const words = officerWords[language];
      const number = heldBy(action, data);
      const dialog = dialogOf(action, data.desk?.ticket ?? null);
      if (number !== null) request.say({ kind: 'trouble', text: fill(words.heldFirst, { number }) });
      else if (isTab(action)) showTab(action);
      else if (places.includes(action)) goTo(action);
      else if (dialog !== null) {
        request.say(null);
        open(dialog);
      } else if (cutSince === null && request.busy === null) void sendAction(action, data, outlets, words);
    },
    [data, cutSince, language, outlets],
  );
}
