import type { Link } from '../../../shared/link/link.ts';
import { newRequestId } from '../../../shared/link/requestId.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { Effect, Event } from '../flow/events.ts';
import type { Order } from '../flow/types.ts';
import type { Reserve } from './reserve.ts';

type Send = Link<'kiosk'>['send'];
type Give = Extract<Effect, { kind: 'give' }>;

/** Asks for the number of an order: every attempt at one order under one `requestId`. */
function sendOrder(send: Send, { visitor, wish }: Order, requestId: string) {
  switch (wish.kind) {
    case 'field': {
      const { fieldId, legs, priority, channel } = wish;
      const visitorRef = visitor.kind === 'known' ? visitor.visitorRef : null;
      return send('ticket:issue', { fieldId, legs: [...legs], visitorRef, priority, channel }, { requestId });
    }
    case 'code':
      return send('appointment:checkIn', { by: { kind: 'code', code: wish.code } }, { requestId });
    case 'appointment': {
      const { visitorRef, appointment } = wish;
      const by = { kind: 'visitor', visitorRef, appointmentId: appointment.id } as const;
      return send('appointment:checkIn', { by }, { requestId });
    }
    default:
      return unreachable(wish);
  }
}

/** Has orders carried out: by the server, or by the kiosk itself. The number, or why there is none, comes as an event. */
export function makeOrders(
  send: Send,
  reserve: Pick<Reserve, 'give'>,
  dispatch: (event: Event) => void,
): { readonly issue: (order: Order) => Promise<void>; readonly give: (effect: Give) => Promise<void> } {
  // A wish for a number keeps its id as long as it is the same wish.
  let lastOrder = { request: -1, requestId: '' };

  const issue = async (order: Order): Promise<void> => {
    const { request } = order;
    if (lastOrder.request !== request) lastOrder = { request, requestId: newRequestId() };
    const reply = await sendOrder(send, order, lastOrder.requestId);
    dispatch({
      kind: 'issued',
      request,
      answer: reply.ok ? { kind: 'done', ticket: reply.value } : { kind: 'failed', problem: reply.problem },
    });
  };

  const give = async ({ order, instead }: Give): Promise<void> => {
    const { request, wish } = order;
    const asked = lastOrder.request === instead ? lastOrder.requestId : null;
    const ticket = wish.kind === 'field' ? await reserve.give(wish, asked) : null;
    dispatch({
      kind: 'issued',
      request,
      answer: ticket === null ? { kind: 'usedUp' } : { kind: 'done', ticket },
    });
  };

  return { issue, give };
}
