import type { View } from '../../../shared/contract/views.ts';
import type { Link } from '../../../shared/link/link.ts';
import { reduce, switchedOn } from '../flow.ts';
import type { Effect, Event } from '../flow/events.ts';
import type { Slip } from '../flow/slip.ts';
import type { Office, State } from '../flow/types.ts';
import type { Print } from '../printing/print.ts';
import type { Reserve } from './reserve.ts';
import { makeSender } from './send.ts';
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
  readonly print: Print;
  readonly reserve: Pick<Reserve, 'give' | 'subscribe'>;
};

/** What of the view decides where a visit can go. */
const officeOf = ({
  modelId,
  previousModelId,
  recognises,
  opening,
  businessDay,
  printer,
  wish,
}: View<'kiosk'>): Office => ({
  printer,
  modelId,
  previousModelId,
  recognises,
  opening: opening.kind !== 'locked' && wish.locked ? 'lockedNext' : opening.kind,
  today: businessDay,
});

/** Tells the journey of the line's ups and downs, and the camera side which models to load. */
function followLink(
  { state, subscribe }: Ports['link'],
  vision: Ports['vision'],
  dispatch: (event: Event) => void,
): () => void {
  const tell = (): void => {
    const now = state();
    if (now.kind === 'live') {
      const office = officeOf(now.view.data);
      vision.use(office.modelId, office.previousModelId);
      dispatch({ kind: 'live', office });
    } else if (now.kind !== 'connecting') dispatch({ kind: 'away' });
  };
  const end = subscribe(tell);
  tell();
  return end;
}

/** Starts the journey: joins the pure flow to the server, the camera, the clock and the loudspeaker. */
export function startJourney({ link, vision, play, print, reserve }: Ports): Journey {
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
  const sendToServer = makeSender(link.send, reserve, dispatch);
  const printed = (slip: Slip): void =>
    void print(slip).then((outcome) =>
      dispatch({ kind: 'printed', ticketId: slip.ticket.ticketId, outcome }),
    );
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
      case 'print':
        return printed(effect.slip);
      default:
        return sendToServer(effect);
    }
  }

  const unfollow = [
    vision.subscribe(dispatch),
    followLink(link, vision, dispatch),
    reserve.subscribe((left) => dispatch({ kind: 'reserve', left })),
  ];
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
