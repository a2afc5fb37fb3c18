import type { Event, Step } from './events.ts';
import { isHelped } from './help.ts';
import { closingAfterLeft, limits, nearWidth } from './limits.ts';
import { beginClosing, enter, goHome, numbered, seesFaces, stay, watchFor } from './step.ts';
import type { Camera, Stage, State } from './types.ts';
import { allFields, goOnNameless, notRegistering } from './visitors.ts';

type Of<K extends Event['kind']> = Extract<Event, { kind: K }>;

/** The camera or its models became ready, or were lost. Only what needs a face changes; numbers go on by touch. */
export function onCamera(before: State, camera: Camera): Step {
  const state: State = { ...before, camera };
  const { stage } = state;
  if (camera.kind === 'ready') return watchFor(state);
  switch (stage.at) {
    case 'look':
      // Who wanted to see what is kept of them is told who can help; for a number there is the button at the start.
      return enter(state, state.purpose === 'mine' ? goOnNameless(state) : { at: 'attract', armed: true });
    case 'turn':
      return enter(state, goOnNameless(state));
    case 'consent':
      return stage.card === null ? enter(state, allFields(notRegistering, 'notRegistered')) : stay(state);
    case 'name':
    case 'cardFacts':
      return stage.byFace ? enter(state, allFields(notRegistering, 'notRegistered')) : stay(state);
    case 'birth':
      return enter(state, allFields(notRegistering, 'notRegistered'));
    case 'enrolling':
      // With the request under way the camera has done its part.
      return stage.request === null ? enter(state, allFields(notRegistering, 'notRegistered')) : stay(state);
    default:
      return stay(state);
  }
}

/** What the camera sees now. */
export function onSeen(before: State, seen: Of<'seen'>): Step {
  const state: State = seen.faces > 0 && before.face === 'unseen' ? { ...before, face: 'here' } : before;
  const { stage } = state;
  switch (stage.at) {
    case 'offline':
    case 'closed':
      return stay(before);
    case 'attract': {
      const near = seen.faces > 0 && (seen.box?.width ?? 0) >= nearWidth;
      return stage.armed && near && seesFaces(state)
        ? enter(
            state,
            { at: 'look', proven: false, hint: null, progress: 0, request: null },
            { kind: 'startTimer', timer: 'giveUp', ms: limits.look },
          )
        : stay(before);
    }
    case 'look':
      return stage.request === null ? stay(withSight(state, { ...stage, ...sightOf(seen) })) : stay(state);
    case 'turn':
      return stay(withSight(state, { ...stage, ...sightOf(seen) }));
    case 'enrolling':
      return stage.request === null
        ? stay(withSight(state, { ...stage, ...sightOf(seen), wanted: seen.wanted }))
        : stay(state);
    default:
      return stay(state);
  }
}

const sightOf = ({ hint, progress }: Of<'seen'>): Pick<Of<'seen'>, 'hint' | 'progress'> => ({
  hint,
  progress,
});

/** The stage with what the camera sees; the same state if that is nothing new, so that nothing is drawn anew. */
function withSight(state: State, next: Extract<Stage, { at: 'look' | 'turn' | 'enrolling' }>): State {
  const now: object = state.stage;
  const isNew = Object.entries(next).some(([key, value]) => (now as Record<string, unknown>)[key] !== value);
  return isNew ? { ...state, stage: next } : state;
}

/** The camera has collected the good frames it was asked for. */
export function onRun(before: State, run: Of<'run'>): Step {
  const { stage } = before;
  if ((stage.at !== 'look' && stage.at !== 'enrolling') || stage.request !== null) return stay(before);
  // A picture is neither looked up nor registered. Nobody is accused: it may be wrong, and a number is for everybody.
  if (run.liveness === 'replay') {
    const next = stage.at === 'enrolling' ? allFields(notRegistering, 'notRegistered') : goOnNameless(before);
    return enter(before, next, { kind: 'unproven', why: 'replay' });
  }
  const { state, request } = numbered(before);
  const collected = { hint: null, progress: 1, request };
  const { modelId, embeddings, quality } = run;
  if (stage.at === 'look') {
    const wanted = state.office?.previousModelId;
    const previous = run.previous?.modelId === wanted ? run.previous : null;
    return {
      state: { ...state, stage: { ...stage, ...collected, proven: run.liveness === 'real' } },
      effects: [{ kind: 'identify', request, modelId, embeddings, quality, previous }],
    };
  }
  const { name, birthYear, card, consent } = stage;
  return {
    state: { ...state, stage: { ...stage, ...collected, wanted: null } },
    effects: [{ kind: 'enrol', request, modelId, embeddings, quality, name, birthYear, card, consent }],
  };
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
      // Whoever has asked for help sits or stands where the camera sees them badly.
      return isHelped(state.help) ? enter(state, goOnNameless(state)) : goHome(state, true);
    // Nothing of what is kept stays on the screen of somebody who is not there.
    case 'mine':
    case 'mineName':
    case 'mineBirth':
    case 'mineForget':
      return goHome(state, true);
    case 'turn':
    case 'question': {
      // Whoever comes now must not answer for the one who was asked.
      const forgotten = enter({ ...state, face: 'gone' }, goOnNameless(state));
      const counting = beginClosing(forgotten.state, closing(forgotten.state));
      return { state: counting.state, effects: [...forgotten.effects, ...counting.effects] };
    }
    case 'offline':
    case 'closed':
    case 'issuing':
    // Whoever holds a card before the camera hides behind it.
    case 'card':
      return stay(state);
    default:
      return state.face === 'here' ? beginClosing({ ...state, face: 'gone' }, closing(state)) : stay(state);
  }
}

/** A countdown that already runs is never made longer. */
const closing = (state: State): number => Math.min(state.closing ?? Infinity, closingAfterLeft(state));
