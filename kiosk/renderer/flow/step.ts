import { idleLimit, limits } from './limits.ts';
import type { Effect, Stage, State, Step, Timer } from './types.ts';

export const stay = (state: State): Step => ({ state, effects: [] });

const stop = (...timers: Timer[]): Effect[] => timers.map((timer) => ({ kind: 'stopTimer', timer }));

/** Starts the screen's waiting time anew. */
export function idleTimer(state: State): Effect {
  const ms = idleLimit(state);
  return ms === null ? { kind: 'stopTimer', timer: 'idle' } : { kind: 'startTimer', timer: 'idle', ms };
}

const tasks: Partial<Record<Stage['at'], State['watch']['kind']>> = {
  look: 'identify',
  enrolling: 'enrol',
  greet: 'point',
  fields: 'point',
};
const taskOf = ({ at }: Stage): State['watch']['kind'] => tasks[at] ?? 'rest';

/** Asks the camera for what the stage needs. Always a new number, so that late reports of the old one are known. */
export function watchFor(state: State): Step {
  const kind = taskOf(state.stage);
  const task = state.watch.task + 1;
  return { state: { ...state, watch: { task, kind } }, effects: [{ kind: 'task', task, what: { kind } }] };
}

/**
 * Goes to another screen: its timers replace the old ones, and the camera is asked for what it needs.
 * A countdown because the visitor left goes on; nothing else does.
 */
export function enter(state: State, stage: Stage, ...then: Effect[]): Step {
  const moved: State = { ...state, stage };
  const timers = [
    ...stop('giveUp', 'retry', 'rearm'),
    ...(moved.closing === null ? [...stop('second'), idleTimer(moved)] : []),
  ];
  const watched = taskOf(stage) === state.watch.kind ? stay(moved) : watchFor(moved);
  return { state: watched.state, effects: [...timers, ...watched.effects, ...then] };
}

/** Ends the visit, whatever it was: back to the start, with nothing of the visitor kept. */
export function goHome(state: State, armed: boolean): Step {
  const { line, camera, galleryModel, watch, serial } = state;
  const fresh: State = {
    stage: line === 'live' ? { at: 'attract', armed } : { at: 'offline' },
    language: 'vi',
    closing: null,
    face: 'unseen',
    touched: false,
    line,
    camera,
    galleryModel,
    watch,
    serial,
  };
  const ms = state.touched ? limits.rearmTouched : limits.rearmUntouched;
  const rearm: Effect[] = armed ? [] : [{ kind: 'startTimer', timer: 'rearm', ms }];
  return enter(fresh, fresh.stage, ...rearm);
}

/** Begins the visible countdown to the end of the visit. */
export function beginClosing(state: State, seconds: number): Step {
  return {
    state: { ...state, closing: seconds },
    effects: [...stop('idle'), { kind: 'startTimer', timer: 'second', ms: limits.second }],
  };
}

/** Whether faces can be recognised: a camera, and embeddings of the kind the server's gallery holds. */
export const seesFaces = (state: State): boolean =>
  state.camera.kind === 'ready' && state.camera.modelId === state.galleryModel;

/** Takes a number for the next request. */
export function numbered(state: State): { readonly state: State; readonly request: number } {
  const request = state.serial + 1;
  return { state: { ...state, serial: request }, request };
}
