import type { View } from '../../../../shared/contract/views.ts';

export type OfficerView = View<'officer'>;
export type DeskTicket = NonNullable<NonNullable<OfficerView['desk']>['ticket']>;

/** What the desk is doing. A visitor held there counts for more than a break. */
export type DeskState = 'none' | 'free' | 'away' | 'called' | 'serving';

/** What the desk of this view is doing; `none` while no counter is chosen. */
export function deskState({ desk }: Pick<OfficerView, 'desk'>): DeskState {
  if (desk === null) return 'none';
  return desk.ticket?.state ?? (desk.onBreak === null ? 'free' : 'away');
}

/** Lists of the console, in the order of their tabs. */
export const tabs = ['line', 'parked', 'missed', 'ended', 'appointments', 'elsewhere'] as const;
export type Tab = (typeof tabs)[number];

/** What an officer does with a key; some send a request, some only lead to a place on the screen. */
export const actions = [
  'callNext',
  'finishNext',
  'start',
  'backToWork',
  'finish',
  'recall',
  'miss',
  'return',
  'transfer',
  'park',
  'cancel',
  'undo',
  'takeBreak',
  'changeCounter',
  'priority',
  'legs',
  'reprint',
  'note',
  'result',
  'procedure',
  'dossier',
  'add',
  'appointment',
  'dossiers',
  'search',
  'help',
  ...tabs,
] as const;
export type Action = (typeof actions)[number];

/**
 * The key of each action, as written on its button. Two actions share one only if no state of the desk offers both: so
 * a double press never does a second thing.
 */
export const keys: Readonly<Record<Action, string>> = {
  callNext: 'N',
  finishNext: 'N',
  start: 'S',
  backToWork: 'B',
  finish: 'F',
  recall: 'R',
  miss: 'V',
  return: 'T',
  transfer: 'C',
  park: 'G',
  cancel: 'H',
  undo: 'Z',
  takeBreak: 'B',
  changeCounter: 'Q',
  priority: 'U',
  legs: 'L',
  reprint: 'I',
  note: 'M',
  result: 'K',
  procedure: 'P',
  dossier: 'D',
  add: 'A',
  appointment: 'E',
  dossiers: 'O',
  search: '/',
  help: '?',
  line: '1',
  parked: '2',
  missed: '3',
  ended: '4',
  appointments: '5',
  elsewhere: '6',
};

const anywhere: readonly Action[] = [
  'changeCounter',
  'add',
  'appointment',
  'dossiers',
  'search',
  'help',
  ...tabs,
];
const withTicket: readonly Action[] = ['transfer', 'priority', 'legs', 'reprint', 'note', 'takeBreak'];
const offered: Readonly<Record<DeskState, readonly Action[]>> = {
  none: ['help'],
  free: ['callNext', 'takeBreak', ...anywhere],
  away: ['backToWork', ...anywhere],
  called: ['start', 'recall', 'miss', 'return', 'cancel', ...withTicket, ...anywhere],
  serving: ['finishNext', 'finish', 'park', 'result', 'procedure', 'dossier', ...withTicket, ...anywhere],
};

/** Every action that has a place on the screen now. */
export function offeredActions(view: Pick<OfficerView, 'desk'>): readonly Action[] {
  const now = offered[deskState(view)];
  return (view.desk?.undo ?? null) === null ? now : [...now, 'undo'];
}

/** The one action that comes next in an ordinary visit. */
export const primaryAction = {
  free: 'callNext',
  away: 'backToWork',
  called: 'start',
  serving: 'finishNext',
} as const satisfies Record<Exclude<DeskState, 'none'>, Action>;

/** The other actions on the visitor at the desk, in the order of their buttons. */
export const otherActions = {
  free: [],
  away: [],
  called: ['recall', 'miss', 'return', 'transfer', 'cancel'],
  serving: ['finish', 'park', 'transfer'],
} as const satisfies Record<Exclude<DeskState, 'none'>, readonly Action[]>;

const leavesDesk: readonly Action[] = ['takeBreak', 'changeCounter'];

/** The number that keeps the officer from leaving the desk by this action; null if none does. */
export function heldBy(action: Action, { desk }: Pick<OfficerView, 'desk'>): string | null {
  return leavesDesk.includes(action) ? (desk?.ticket?.number ?? null) : null;
}

/** Whole minutes between two moments (ms), never negative. */
export const wholeMinutes = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / 60_000));
