import type { VisionTask } from '../../vision/protocol.ts';
import type { Effect, Step, Timer } from './events.ts';
import { noHelp } from './help.ts';
import { idleLimit, limits } from './limits.ts';
import type { Stage, State } from './types.ts';

/** What ends a wish for a number is seen at once, whatever was chosen meanwhile. */
const results: readonly Stage['at'][] = ['number', 'problem', 'refused'];

/** Nothing more to do than to be in this state. */
export const stay = (state: State): Step => ({ state, effects: [] });

const stop = (...timers: Timer[]): Effect[] => timers.map((timer) => ({ kind: 'stopTimer', timer }));

/** Starts the screen's waiting time anew. */
export function idleTimer(state: State): Effect {
  const ms = idleLimit(state);
  return ms === null ? { kind: 'stopTimer', timer: 'idle' } : { kind: 'startTimer', timer: 'idle', ms };
}

function taskOf(stage: Stage): VisionTask {
  switch (stage.at) {
    case 'look':
      return { kind: 'identify' };
    case 'turn':
      return { kind: 'turn', side: stage.side };
    case 'enrolling':
      return { kind: 'enrol' };
    case 'question':
    case 'greet':
    case 'fields':
      return { kind: 'point' };
    default:
      return { kind: 'rest' };
  }
}

/** Asks the camera for what the stage needs. Always a new number, so that late reports of the old one are known. */
export function watchFor(state: State): Step {
  const what = taskOf(state.stage);
  const task = state.watch.task + 1;
  return { state: { ...state, watch: { task, kind: what.kind } }, effects: [{ kind: 'task', task, what }] };
}

/**
 * Goes to another screen: its timers replace the old ones, and the camera is asked for what it needs.
 * A countdown because the visitor left goes on; nothing else does.
 */
export function enter(state: State, stage: Stage, ...then: Effect[]): Step {
  const help = results.includes(stage.at) ? { ...state.help, open: false } : state.help;
  const moved: State = { ...state, stage, help };
  const timers = [
    ...stop('giveUp', 'retry', 'rearm'),
    ...(moved.closing === null ? [...stop('second'), idleTimer(moved)] : []),
  ];
  const watched = taskOf(stage).kind === state.watch.kind ? stay(moved) : watchFor(moved);
  return { state: watched.state, effects: [...timers, ...watched.effects, ...then] };
}

/** Where a visit can begin, or why none can. */
export function startOf({ line, office }: Pick<State, 'line' | 'office'>, armed: boolean): Stage {
  if (line !== 'live') return { at: 'offline' };
  return office?.opening === 'open' ? { at: 'attract', armed } : { at: 'closed' };
}

/** Ends the visit, whatever it was: back to the start, with nothing of the visitor kept. */
export function goHome(state: State, armed: boolean): Step {
  const { line, reserve, camera, office, watch, serial } = state;
  const fresh: State = {
    stage: startOf(state, armed),
    help: noHelp,
    purpose: 'number',
    language: 'vi',
    closing: null,
    face: 'unseen',
    touched: false,
    line,
    reserve,
    camera,
    office,
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

/** Whether faces can be recognised: a camera, embeddings of the kind the server's gallery holds, and everybody in it. */
export const seesFaces = ({ camera, office }: Pick<State, 'camera' | 'office'>): boolean =>
  camera.kind === 'ready' && camera.modelId === office?.modelId && office.recognises;

/** Takes a number for the next request. */
export function numbered(state: State): { readonly state: State; readonly request: number } {
  const request = state.serial + 1;
  return { state: { ...state, serial: request }, request };
}
