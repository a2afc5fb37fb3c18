import { closingAfterLeft, limits, nearWidth } from './limits.ts';
import { beginClosing, enter, goHome, numbered, seesFaces, stay, watchFor } from './step.ts';
import type { Camera, Event, State, Step, Visitor } from './types.ts';

type Of<K extends Event['kind']> = Extract<Event, { kind: K }>;

const notRegistering: Visitor = { kind: 'nameless', mayRegister: false };

/** The camera or its models became ready, or were lost. Only what needs a face changes; numbers go on by touch. */
export function onCamera(before: State, camera: Camera): Step {
  const state: State = { ...before, camera };
  const { stage } = state;
  if (camera.kind === 'ready') return watchFor(state);
  switch (stage.at) {
    case 'look':
      return enter(state, { at: 'attract', armed: true });
    case 'consent':
    case 'name':
      return enter(state, { at: 'fields', visitor: notRegistering, note: 'notRegistered' });
    case 'enrolling':
      // With the request under way the camera has done its part.
      return stage.request === null
        ? enter(state, { at: 'fields', visitor: notRegistering, note: 'notRegistered' })
        : stay(state);
    default:
      return stay(state);
  }
}

/** What the camera sees now. */
export function onSeen(before: State, seen: Of<'seen'>): Step {
  const state: State = seen.faces > 0 && before.face === 'unseen' ? { ...before, face: 'here' } : before;
  const { stage } = state;
  switch (stage.at) {
    case 'attract': {
      const near = seen.faces > 0 && (seen.box?.width ?? 0) >= nearWidth;
      return stage.armed && near && seesFaces(state)
        ? enter(
            state,
            { at: 'look', hint: null, progress: 0, request: null },
            { kind: 'startTimer', timer: 'giveUp', ms: limits.look },
          )
        : stay(before);
    }
    case 'look':
    case 'enrolling': {
      if (stage.request !== null) return stay(state);
      const { hint, progress } = seen;
      const same = stage.hint === hint && stage.progress === progress;
      return stay(same ? state : { ...state, stage: { ...stage, hint, progress } });
    }
    default:
      return stay(state);
  }
}

/** The camera has collected the good frames it was asked for. */
export function onRun(before: State, { modelId, embeddings }: Of<'run'>): Step {
  const { stage } = before;
  if ((stage.at !== 'look' && stage.at !== 'enrolling') || stage.request !== null) return stay(before);
  const { state, request } = numbered(before);
  const sent: State = { ...state, stage: { ...stage, hint: null, progress: 1, request } };
  if (stage.at === 'look')
    return { state: sent, effects: [{ kind: 'identify', request, modelId, embeddings }] };
  const { name, consent } = stage;
  return { state: sent, effects: [{ kind: 'enrol', request, modelId, embeddings, name, consent }] };
}

/**
 * Nobody is in view any more. A face that comes back does not undo this: it may be the next visitor's.
 * Only a touch says that the visitor is still there.
 */
export function onLeft(state: State): Step {
  const { stage } = state;
  switch (stage.at) {
    case 'attract':
      return {
        state: stage.armed ? state : { ...state, stage: { at: 'attract', armed: true } },
        effects: [{ kind: 'stopTimer', timer: 'rearm' }],
      };
    case 'look':
      return goHome(state, true);
    case 'offline':
    case 'issuing':
      return stay(state);
    default:
      return state.face === 'here' ? beginClosing({ ...state, face: 'gone' }, closing(state)) : stay(state);
  }
}

/** A countdown that already runs is never made longer. */
const closing = ({ stage, closing: running }: State): number =>
  Math.min(running ?? Infinity, closingAfterLeft(stage.at));
