import { unreachable } from '../../../shared/kernel/unreachable.ts';
import { limits } from './limits.ts';
import { beginClosing, enter, goHome, stay } from './step.ts';
import type { Event, State, Step, Timer, Visitor } from './types.ts';

const notRegistering: Visitor = { kind: 'nameless', mayRegister: false };

function onIdle(state: State): Step {
  const { stage } = state;
  // Nobody's visit to close, only a language that somebody left behind.
  if (stage.at === 'attract' || stage.at === 'offline') return stay({ ...state, language: 'vi' });
  return stage.at === 'look' ? stay(state) : beginClosing(state, limits.closingIdle);
}

function onSecond(state: State): Step {
  if (state.closing === null) return stay(state);
  return state.closing > 1 ? beginClosing(state, state.closing - 1) : goHome(state, state.face !== 'here');
}

function onGiveUp(state: State): Step {
  const { stage } = state;
  // With the request under way the answer decides.
  if ((stage.at !== 'look' && stage.at !== 'enrolling') || stage.request !== null) return stay(state);
  const note = stage.at === 'enrolling' ? 'notRegistered' : null;
  return enter(state, { at: 'fields', visitor: notRegistering, note });
}

/** Sends the same wish again: the server knows it by its request and gives one number. */
const reissue = (state: State): Step =>
  state.stage.at === 'issuing' && state.stage.lineLost
    ? { state, effects: [{ kind: 'issue', order: state.stage.order }] }
    : stay(state);

/** The line has been away too long to pretend. A number that is shown stays; one that is asked for is waited for. */
function onLineGone(state: State): Step {
  const { stage } = state;
  const waits = stage.at === 'offline' || stage.at === 'issuing' || stage.at === 'number';
  return state.line === 'live' || waits ? stay(state) : goHome(state, true);
}

/** A timer that was started has run out. */
export function onTimer(state: State, timer: Timer): Step {
  switch (timer) {
    case 'idle':
      return onIdle(state);
    case 'second':
      return onSecond(state);
    case 'giveUp':
      return onGiveUp(state);
    case 'rearm':
      return state.stage.at === 'attract'
        ? stay({ ...state, stage: { at: 'attract', armed: true } })
        : stay(state);
    case 'line':
      return onLineGone(state);
    case 'retry':
      return reissue(state);
    default:
      return unreachable(timer);
  }
}

/** The server is there, with this model set in its gallery. */
export function onLive(before: State, { modelId }: Extract<Event, { kind: 'live' }>): Step {
  if (before.line === 'live' && before.galleryModel === modelId) return stay(before);
  const state: State = { ...before, line: 'live', galleryModel: modelId };
  const stopLine = { kind: 'stopTimer', timer: 'line' } as const;
  if (state.stage.at === 'offline') {
    const step = enter(state, { at: 'attract', armed: true });
    return { state: step.state, effects: [stopLine, ...step.effects] };
  }
  const again = reissue(state);
  return { state: again.state, effects: [stopLine, ...again.effects] };
}

/** The line to the server is cut. A short cut disturbs nobody. */
export function onAway(before: State): Step {
  if (before.line === 'away') return stay(before);
  const state: State = { ...before, line: 'away' };
  if (state.stage.at === 'offline') return stay(state);
  return { state, effects: [{ kind: 'startTimer', timer: 'line', ms: limits.lineGrace }] };
}
