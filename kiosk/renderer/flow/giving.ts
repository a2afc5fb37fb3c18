import type { Step } from './events.ts';
import { enter, goHome, numbered } from './step.ts';
import type { Order, State, Wish } from './types.ts';
import { notRegistering } from './visitors.ts';

/** Whether the kiosk gives numbers by itself now: the server has been away for a while, and there is a reserve. */
export const givesItself = ({ line, reserve }: Pick<State, 'line' | 'reserve'>): boolean =>
  line === 'gone' && [...reserve.values()].some((left) => left > 0);

/** Whether the reserve holds a number for a wish. Appointments are the server's. */
export const canGive = ({ reserve }: Pick<State, 'reserve'>, wish: Wish): boolean =>
  wish.kind === 'field' && (reserve.get(wish.fieldId) ?? 0) > 0;

/**
 * Has the kiosk give the number by itself, to somebody without a name. It is an order of its own, so that an answer of
 * the server that comes now after all is not shown.
 * @param asked the order that the server may have carried out; null if it was not asked.
 */
export function give(before: State, { wish }: Pick<Order, 'wish'>, asked: Order | null): Step {
  const { state, request } = numbered(before);
  const order: Order = { request, visitor: notRegistering, wish };
  return enter(
    state,
    { at: 'issuing', order, lineLost: false },
    { kind: 'give', order, instead: asked?.request ?? null },
  );
}

/** The server is away: what a visitor was about to do goes on as far as the kiosk can do it alone. */
export function goOnAlone(state: State): Step {
  const { stage } = state;
  switch (stage.at) {
    case 'offline':
    case 'number':
      return { state, effects: [] };
    case 'issuing':
      // A wish that the kiosk cannot grant is waited for.
      return canGive(state, stage.order.wish)
        ? give(state, stage.order, stage.order)
        : { state, effects: [] };
    case 'fields':
    case 'greet': {
      if (!givesItself(state)) return goHome(state, true);
      const { priority, several } = stage.at === 'fields' ? stage : { priority: null, several: null };
      return enter(state, { at: 'fields', visitor: notRegistering, note: 'lineGone', priority, several });
    }
    case 'priority':
      return givesItself(state) ? enter(state, { ...stage, visitor: notRegistering }) : goHome(state, true);
    default:
      return goHome(state, true);
  }
}
