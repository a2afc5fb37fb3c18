import { unreachable } from '../../shared/kernel/unreachable.ts';
import { onAction } from './flow/actions.ts';
import { onEnrolled, onIdentified, onIssued } from './flow/answers.ts';
import { onCamera, onLeft, onRun, onSeen } from './flow/camera.ts';
import { stay } from './flow/step.ts';
import { onAway, onLive, onTimer } from './flow/timers.ts';
import type { Event, State, Step } from './flow/types.ts';

/** The kiosk as it is switched on: no server and no camera yet, nobody there. */
export const switchedOn: State = {
  stage: { at: 'offline' },
  language: 'vi',
  closing: null,
  face: 'unseen',
  touched: false,
  line: 'connecting',
  camera: { kind: 'starting' },
  galleryModel: null,
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
    case 'camera':
      return onCamera(state, event.camera);
    case 'seen':
      return event.task === state.watch.task ? onSeen(state, event) : stay(state);
    case 'run':
      return event.task === state.watch.task ? onRun(state, event) : stay(state);
    case 'left':
      return event.task === state.watch.task ? onLeft(state) : stay(state);
    case 'identified':
      return onIdentified(state, event);
    case 'enrolled':
      return onEnrolled(state, event);
    case 'issued':
      return onIssued(state, event);
    case 'timer':
      return onTimer(state, event.timer);
    case 'touch':
    case 'language':
    case 'takeNumber':
    case 'chooseField':
    case 'otherFields':
    case 'notMe':
    case 'register':
    case 'agree':
    case 'decline':
    case 'typed':
    case 'named':
    case 'retry':
    case 'leave':
      return onAction(state, event);
    default:
      return unreachable(event);
  }
}
