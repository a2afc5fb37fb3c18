import type { Reply } from '../../../shared/link/ask.ts';
import type { Link } from '../../../shared/link/link.ts';
import { newRequestId } from '../../../shared/link/requestId.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { CitizenCard } from '../../../shared/domain/citizenCard.ts';
import type { Side } from '../../vision/protocol.ts';
import type { Effect, Event } from '../flow/events.ts';
import type { Order } from '../flow/types.ts';
import type { Reserve } from './reserve.ts';
import { sendMine } from './sendMine.ts';

/** An identification nobody waits for any longer than this (ms) is of no use; nor is an answer to a question. */
const identifyPatience = 4_000;

const failed = ({ problem }: Extract<Reply<unknown>, { ok: false }>) =>
  ({ kind: 'failed', problem }) as const;
/** Of a card only what finds its owner leaves the kiosk. */
const factsOf = ({ idNumber, birthDate }: CitizenCard) => ({ idNumber, birthDate });
const ownCard = (card: CitizenCard, name: string | null) => ({
  ...factsOf(card),
  saysName: name !== null && name === card.name,
});
const plain = (embeddings: readonly Float32Array[]): number[][] => embeddings.map((one) => [...one]);
/** Nobody who holds up a picture can have got it ready. */
const drawSide = (): Side => (Math.random() < 0.5 ? 'left' : 'right');

type Send = Link<'kiosk'>['send'];

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

/** Sends what the journey asks of the server, and brings the answers back as events. */
export function makeSender(
  send: Send,
  reserve: Pick<Reserve, 'give'>,
  dispatch: (event: Event) => void,
): (effect: Effect) => void {
  // A wish for a number keeps its id as long as it is the same wish.
  let lastOrder = { request: -1, requestId: '' };

  const identify = async (effect: Extract<Effect, { kind: 'identify' }>): Promise<void> => {
    const { request, modelId, embeddings, quality, previous } = effect;
    const faces = {
      modelId,
      embeddings: plain(embeddings),
      quality,
      previous: previous && {
        modelId: previous.modelId,
        embeddings: plain(previous.embeddings),
        quality,
      },
    };
    const reply = await send('visitor:identify', faces, { patienceMs: identifyPatience });
    dispatch({
      kind: 'identified',
      request,
      answer: reply.ok ? reply.value : failed(reply),
      side: drawSide(),
    });
  };
  const answer = async (effect: Extract<Effect, { kind: 'answer' }>): Promise<void> => {
    const { request, questionRef, birthYear } = effect;
    const reply = await send('visitor:answer', { questionRef, birthYear }, { patienceMs: identifyPatience });
    dispatch({
      kind: 'answered',
      request,
      answer: reply.ok ? reply.value : failed(reply),
      side: drawSide(),
    });
  };
  const enrol = async (effect: Extract<Effect, { kind: 'enrol' }>): Promise<void> => {
    const { request, modelId, quality, name, birthYear, consent } = effect;
    const faces = { modelId, embeddings: plain(effect.embeddings), quality };
    const card = effect.card && ownCard(effect.card, name);
    const reply = await send('visitor:enrol', { ...faces, name, birthYear, card, consent });
    dispatch({
      kind: 'enrolled',
      request,
      answer: reply.ok ? { kind: 'done', ...reply.value } : failed(reply),
    });
  };
  const showCard = async (effect: Extract<Effect, { kind: 'showCard' }>): Promise<void> => {
    const { request, card, questionRef } = effect;
    const shown = { card: factsOf(card), questionRef };
    const reply = await send('visitor:showCard', shown, { patienceMs: identifyPatience });
    dispatch({ kind: 'cardShown', request, answer: reply.ok ? reply.value : failed(reply) });
  };
  const registerCard = async (effect: Extract<Effect, { kind: 'registerCard' }>): Promise<void> => {
    const { request, card, name, consent } = effect;
    const reply = await send('visitor:register', { card: ownCard(card, name), name, consent });
    dispatch({
      kind: 'cardRegistered',
      request,
      answer: reply.ok ? { kind: 'done', ...reply.value } : failed(reply),
    });
  };
  const issue = async ({ order }: Extract<Effect, { kind: 'issue' }>): Promise<void> => {
    const { request } = order;
    if (lastOrder.request !== request) lastOrder = { request, requestId: newRequestId() };
    const reply = await sendOrder(send, order, lastOrder.requestId);
    dispatch({
      kind: 'issued',
      request,
      answer: reply.ok ? { kind: 'done', ticket: reply.value } : failed(reply),
    });
  };

  const give = async ({ order, instead }: Extract<Effect, { kind: 'give' }>): Promise<void> => {
    const { request, wish } = order;
    const asked = lastOrder.request === instead ? lastOrder.requestId : null;
    const ticket = wish.kind === 'field' ? await reserve.give(wish, asked) : null;
    dispatch({
      kind: 'issued',
      request,
      answer: ticket === null ? { kind: 'usedUp' } : { kind: 'done', ticket },
    });
  };

  const mine = async ({ request, what }: Extract<Effect, { kind: 'mine' }>): Promise<void> =>
    dispatch({ kind: 'mineAnswered', request, answer: await sendMine(send, what) });

  return (effect) => {
    switch (effect.kind) {
      case 'identify':
        return void identify(effect);
      case 'answer':
        return void answer(effect);
      case 'enrol':
        return void enrol(effect);
      case 'showCard':
        return void showCard(effect);
      case 'registerCard':
        return void registerCard(effect);
      case 'issue':
        return void issue(effect);
      case 'give':
        return void give(effect);
      case 'mine':
        return void mine(effect);
      case 'deny':
        return void send('visitor:deny', { visitorRef: effect.visitorRef });
      case 'unproven':
        return void send('visitor:unproven', { why: effect.why });
      default:
        return undefined;
    }
  };
}
