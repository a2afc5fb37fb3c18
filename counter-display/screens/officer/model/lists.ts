import type { DeskState, OfficerView, Tab } from './desk.ts';
import { deskState } from './desk.ts';
import { matches } from './search.ts';

export type Appointment = OfficerView['appointments'][number];
export type Listed = OfficerView['missed'][number];

/** One row of a list, whatever the list: what is the same in all of them, and the entry itself. */
export type Row =
  | { readonly tab: 'line'; readonly of: OfficerView['line'][number] }
  | { readonly tab: 'parked'; readonly of: OfficerView['parked'][number] }
  | { readonly tab: 'missed'; readonly of: Listed }
  | { readonly tab: 'ended'; readonly of: OfficerView['ended'][number] }
  | { readonly tab: 'elsewhere'; readonly of: OfficerView['elsewhere'][number] }
  | { readonly tab: 'appointments'; readonly of: Appointment };

/** The rows of a list as the view has them. */
export function rowsOf(tab: Tab, view: OfficerView): readonly Row[] {
  return view[tab].map((of) => ({ tab, of }) as Row);
}

/** What a row is called: the ticket's number, or the appointment's code. */
export const labelOf = ({ tab, of }: Row): string => (tab === 'appointments' ? of.code : of.number);

/** The rows of one field (null: of every field) in whose number, code or name the query occurs. */
export const found = (rows: readonly Row[], fieldId: number | null, query: string): readonly Row[] =>
  rows.filter(
    (row) => (fieldId === null || row.of.fieldId === fieldId) && matches(query, [labelOf(row), row.of.name]),
  );

/** What can be done with a row, each with the word `row_…`. */
export type RowAction =
  | 'call'
  | 'resume'
  | 'reactivate'
  | 'return'
  | 'transfer'
  | 'priority'
  | 'reprint'
  | 'cancel'
  | 'cancelAppointment';

const isManager = ({ me }: OfficerView): boolean => me.role !== 'officer';

/** Whether a waiting ticket is left in peace after a miss. */
const coolsDown = ({ misses, notBefore }: OfficerView['line'][number], now: number): boolean =>
  misses > 0 && notBefore !== null && notBefore > now;

function isMine(parked: OfficerView['parked'][number], { counters, desk, me }: OfficerView): boolean {
  const here = counters.find(({ id }) => id === desk?.counterId);
  return parked.counterNumber === here?.number && parked.officerName === me.name;
}

/**
 * What this officer may do with a row: out of turn only who may pick, a parked visitor only goes on at the desk that
 * parked them (anybody may call them), and tickets at other counters are a manager's affair.
 * @param now ms
 */
export function rowActions(row: Row, view: OfficerView, now: number): readonly RowAction[] {
  switch (row.tab) {
    case 'line':
      return view.me.mayPick && !coolsDown(row.of, now)
        ? ['call', 'priority', 'reprint', 'cancel']
        : ['priority', 'reprint', 'cancel'];
    case 'parked':
      return isMine(row.of, view) ? ['resume', 'call', 'cancel'] : ['call', 'cancel'];
    case 'missed':
      return ['call', 'reactivate', 'cancel'];
    case 'ended':
      return row.of.state === 'cancelled' ? ['reactivate'] : [];
    case 'elsewhere':
      if (!isManager(view)) return [];
      return row.of.state === 'called' ? ['return', 'transfer', 'cancel'] : ['transfer'];
    case 'appointments':
      return ['cancelAppointment'];
  }
}

const needsFreeDesk: readonly RowAction[] = ['call', 'resume'];

/** Why a row's action has to wait: the desk is not free for another visitor. Null if it has not. */
export function blockedBy(action: RowAction, view: OfficerView): DeskState | null {
  const state = deskState(view);
  return needsFreeDesk.includes(action) && state !== 'free' ? state : null;
}

/** The ticket that is called next, as far as this desk can tell. */
export const firstInLine = (view: OfficerView, now: number): OfficerView['line'][number] | null =>
  view.line.find(({ notBefore }) => notBefore === null || notBefore <= now) ?? null;

/** The class of a ticket in words; the code itself if the class was removed. */
export const classOf = (view: OfficerView, code: string): { readonly vi: string; readonly en: string } =>
  view.priorityClasses.find((one) => one.code === code)?.name ?? { vi: code, en: code };
