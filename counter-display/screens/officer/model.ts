import type { View } from '../../../shared/contract/views.ts';

type OfficerView = View<'officer'>;
export type DeskTicket = NonNullable<NonNullable<OfficerView['desk']>['ticket']>;
export type LineTicket = OfficerView['line'][number];

/** What an officer does with tickets, in the order of a visit. */
export const actions = ['callNext', 'recall', 'start', 'miss', 'finish'] as const;
export type Action = (typeof actions)[number];

/** The key of each action, as written on its button: the first letters of the Vietnamese words, where they are free. */
export const keys: Readonly<Record<Action, string>> = {
  callNext: 'N',
  recall: 'R',
  start: 'S',
  miss: 'V',
  finish: 'F',
};

const possibleWith: Readonly<Record<'free' | DeskTicket['state'], readonly Action[]>> = {
  free: ['callNext'],
  called: ['recall', 'start', 'miss'],
  serving: ['finish'],
};

/** The actions that apply to what is at the desk now; none without a counter. */
export const possibleActions = ({ desk }: OfficerView): readonly Action[] =>
  desk === null ? [] : possibleWith[desk.ticket?.state ?? 'free'];

/** The action that comes next in an ordinary visit, which its button shows by its colour. */
export function mainAction(view: OfficerView): Action | null {
  const usual: readonly Action[] = ['callNext', 'start', 'finish'];
  return usual.find((action) => possibleActions(view).includes(action)) ?? null;
}

export type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'repeat' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'
>;

/**
 * The action a key press means. Known by the key's place, since Vietnamese typing programs change what a key writes;
 * a held key acts once, and the browser's own shortcuts stay the browser's.
 */
export function actionOfKey(press: KeyPress): Action | null {
  const { code, repeat, isComposing, ctrlKey, altKey, metaKey, shiftKey } = press;
  if (repeat || isComposing || ctrlKey || altKey || metaKey || shiftKey) return null;
  return actions.find((action) => code === `Key${keys[action]}`) ?? null;
}

/** Whole minutes between two moments (ms), never negative. */
export const wholeMinutes = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / 60_000));
