import { onAction } from './flow/actions.ts';
import { onCamera, onLeft, onRun, onSeen } from './flow/camera.ts';
import { onCardRegistered, onCardShown } from './flow/cards.ts';
import type { Event, Step } from './flow/events.ts';
import { noHelp } from './flow/help.ts';
import { onIssued } from './flow/issued.ts';
import { onMineAnswered } from './flow/mineAnswers.ts';
import { onPrinted } from './flow/paper.ts';
import { onAnswered, onEnrolled, onIdentified, onTurned } from './flow/recognising.ts';
import { stay } from './flow/step.ts';
import { onAway, onLive, onTimer } from './flow/timers.ts';
import type { State } from './flow/types.ts';

/** The kiosk as it is switched on: no server and no camera yet, nobody there. */
export const switchedOn: State = {
  stage: { at: 'offline' },
  help: noHelp,
  purpose: 'number',
  language: 'vi',
  closing: null,
  face: 'unseen',
  touched: false,
  line: 'connecting',
  reserve: new Map(),
  camera: { kind: 'starting' },
  office: null,
  watch: { task: 0, kind: 'rest' },
  serial: 0,
};

/**
 * The visitor's journey: what one event makes of the kiosk's state, and what is to be done about it.
 * Pure: no clock, no screen, no timers; whatever takes time is an effect, and comes back as an event.
 */
export function reduce(state: State, event: Event): Step {
  switch (event.kind) {
    case 'live':
      return onLive(state, event);
    case 'away':
      return onAway(state);
    case 'reserve':
      return stay({ ...state, reserve: event.left });
    case 'camera':
      return onCamera(state, event.camera);
    case 'seen':
      return event.task === state.watch.task ? onSeen(state, event) : stay(state);
    case 'run':
      return event.task === state.watch.task ? onRun(state, event) : stay(state);
    case 'turned':
      return event.task === state.watch.task ? onTurned(state) : stay(state);
    case 'left':
      return event.task === state.watch.task ? onLeft(state) : stay(state);
    case 'identified':
      return onIdentified(state, event);
    case 'answered':
      return onAnswered(state, event);
    case 'enrolled':
      return onEnrolled(state, event);
    case 'cardShown':
      return onCardShown(state, event);
    case 'cardRegistered':
      return onCardRegistered(state, event);
    case 'issued':
      return onIssued(state, event);
    case 'mineAnswered':
      return onMineAnswered(state, event);
    case 'printed':
      return onPrinted(state, event);
    case 'timer':
      return onTimer(state, event.timer);
    default:
      return onAction(state, event);
  }
}
