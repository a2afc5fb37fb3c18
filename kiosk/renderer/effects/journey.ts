import type { Reply } from '../../../shared/link/ask.ts';
import type { Link } from '../../../shared/link/link.ts';
import { newRequestId } from '../../../shared/link/requestId.ts';
import { reduce, switchedOn } from '../flow.ts';
import type { Effect, Event, State } from '../flow/types.ts';
import type { Sound } from './sound.ts';
import { makeTimers } from './timers.ts';
import type { Vision } from './vision.ts';

/** The running kiosk: its state, and the one way to change it. */
export type Journey = {
  readonly state: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  readonly dispatch: (event: Event) => void;
  readonly close: () => void;
};

type Ports = {
  readonly link: Pick<Link<'kiosk'>, 'state' | 'subscribe' | 'send'>;
  readonly vision: Vision;
  readonly play: (sound: Sound) => void;
};

/** An identification nobody waits for any longer than this (ms) is of no use. */
const identifyPatience = 4_000;

const failed = ({ problem }: Extract<Reply<unknown>, { ok: false }>) =>
  ({ kind: 'failed', problem }) as const;

/** Sends what the journey asks of the server, and brings the answers back as events. */
function makeSender({ send }: Ports['link'], dispatch: (event: Event) => void): (effect: Effect) => void {
  // A wish for a number keeps its id as long as it is the same wish.
  let lastOrder = { request: -1, requestId: '' };
  return (effect) => {
    switch (effect.kind) {
      case 'identify': {
        const { request, modelId } = effect;
        const embeddings = effect.embeddings.map((embedding) => [...embedding]);
        void send('visitor:identify', { modelId, embeddings }, { patienceMs: identifyPatience }).then(
          (reply) =>
            dispatch({ kind: 'identified', request, answer: reply.ok ? reply.value : failed(reply) }),
        );
        return;
      }
      case 'enrol': {
        const { request, modelId, name, consent } = effect;
        const embeddings = effect.embeddings.map((embedding) => [...embedding]);
        void send('visitor:enrol', { modelId, embeddings, name, consent }).then((reply) =>
          dispatch({
            kind: 'enrolled',
            request,
            answer: reply.ok ? { kind: 'done', ...reply.value } : failed(reply),
          }),
        );
        return;
      }
      case 'issue': {
        const { request, fieldId, visitor, channel } = effect.order;
        if (lastOrder.request !== request) lastOrder = { request, requestId: newRequestId() };
        const visitorRef = visitor.kind === 'known' ? visitor.visitorRef : null;
        void send('ticket:issue', { fieldId, visitorRef, channel }, { requestId: lastOrder.requestId }).then(
          (reply) =>
            dispatch({
              kind: 'issued',
              request,
              answer: reply.ok ? { kind: 'done', ticket: reply.value } : failed(reply),
            }),
        );
        return;
      }
      case 'deny':
        void send('visitor:deny', { visitorRef: effect.visitorRef });
        return;
      default:
        return;
    }
  };
}

/** Tells the journey of the line's ups and downs, and the camera side which models to load. */
function followLink(
  { state, subscribe }: Ports['link'],
  vision: Ports['vision'],
  dispatch: (event: Event) => void,
): () => void {
  const tell = (): void => {
    const now = state();
    if (now.kind === 'live') {
      const { modelId } = now.view.data;
      vision.use(modelId);
      dispatch({ kind: 'live', modelId });
    } else if (now.kind !== 'connecting') dispatch({ kind: 'away' });
  };
  const end = subscribe(tell);
  tell();
  return end;
}

/** Starts the journey: joins the pure flow to the server, the camera, the clock and the loudspeaker. */
export function startJourney({ link, vision, play }: Ports): Journey {
  let state = switchedOn;
  const listeners = new Set<() => void>();
  const timers = makeTimers((timer) => dispatch({ kind: 'timer', timer }));

  function dispatch(event: Event): void {
    const step = reduce(state, event);
    const changed = step.state !== state;
    state = step.state;
    for (const effect of step.effects) run(effect);
    if (changed) for (const listener of listeners) listener();
  }
  const sendToServer = makeSender(link, dispatch);
  function run(effect: Effect): void {
    switch (effect.kind) {
      case 'startTimer':
        return timers.start(effect.timer, effect.ms);
      case 'stopTimer':
        return timers.stop(effect.timer);
      case 'task':
        return vision.ask(effect.task, effect.what);
      case 'sound':
        return play(effect.sound);
      default:
        return sendToServer(effect);
    }
  }

  const unfollow = [vision.subscribe(dispatch), followLink(link, vision, dispatch)];
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    close: () => {
      for (const end of unfollow) end();
      timers.stopAll();
      listeners.clear();
    },
  };
}
