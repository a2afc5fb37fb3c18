import type { Action, Step } from './events.ts';
import { limits } from './limits.ts';
import type { Mine, MineRequest, MineStage } from './mineTypes.ts';
import { enter, numbered, seesFaces, stay } from './step.ts';
import type { KnownVisitor, Stage, State } from './types.ts';

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;
type Open = Extract<MineStage, Mine>;

/** Stages that show what is kept of the visitor, or change it. */
export const isMine = (stage: Stage): stage is Open =>
  stage.at === 'mine' || stage.at === 'mineName' || stage.at === 'mineBirth' || stage.at === 'mineForget';

/** Stages about it in which something is typed; not while it is being sent. */
export const isTypingMine = (
  stage: Stage,
): stage is Extract<MineStage, { at: 'mineProof' | 'mineName' | 'mineBirth' }> =>
  stage.at === 'mineName' ||
  ((stage.at === 'mineProof' || stage.at === 'mineBirth') && stage.request === null);

const openOf = ({ mineRef, data }: Mine): Mine => ({ mineRef, data });

/** The second fact, without which a face shows nothing. */
export const askProof = (visitor: KnownVisitor): MineStage => ({
  at: 'mineProof',
  visitor,
  text: '',
  request: null,
});

/**
 * To see what is kept: somebody whose face is recognised goes on to the second fact, anybody else to the camera. A card
 * alone opens nothing: it tells the birth date, too, so whoever found it would have both.
 */
export function openMine(before: State): Step {
  const { stage } = before;
  const state: State = { ...before, purpose: 'mine' };
  if (
    (stage.at === 'greet' || stage.at === 'fields') &&
    stage.visitor.kind === 'known' &&
    stage.visitor.by === 'face'
  )
    return enter(state, askProof(stage.visitor));
  if (stage.at !== 'attract') return stay(before);
  return seesFaces(state)
    ? enter(
        state,
        { at: 'look', proven: false, hint: null, progress: 0, request: null },
        { kind: 'startTimer', timer: 'giveUp', ms: limits.look },
      )
    : enter(state, { at: 'mineUnknown' });
}

/** Sends something about the visitor's data; the stage waits for the answer. */
function ask(
  before: State,
  stage: Extract<MineStage, { readonly request: number | null }>,
  what: MineRequest,
): Step {
  if (stage.request !== null) return stay(before);
  const { state, request } = numbered(before);
  return { state: { ...state, stage: { ...stage, request } }, effects: [{ kind: 'mine', request, what }] };
}

/** A birth date: the proof that opens what is kept, or the correction of it. */
export function bornOn(state: State, { birthDate }: Of<'bornOn'>): Step {
  const { stage } = state;
  if (stage.at === 'mineProof')
    return ask(state, stage, { name: 'prove', visitorRef: stage.visitor.visitorRef, birthDate });
  if (stage.at !== 'mineBirth') return stay(state);
  const { mineRef, name: fullName } = stage;
  return ask(state, stage, { name: 'correct', mineRef, fullName, birthDate });
}

/** To the name, the first of what can be corrected. */
export function correctMine(state: State): Step {
  const { stage } = state;
  return stage.at === 'mine'
    ? enter(state, { at: 'mineName', ...openOf(stage), text: stage.data.name ?? '' })
    : stay(state);
}

/** The name as it is right, or null to leave it, and on to the birth date. */
export function nameMine(state: State, { name }: Of<'named'>): Step {
  const { stage } = state;
  return stage.at === 'mineName'
    ? enter(state, { at: 'mineBirth', ...openOf(stage), name, text: '', request: null })
    : stay(state);
}

/** Asks whether the face, or everything, is really to be forgotten. */
export function forgetMine(state: State, { what }: Of<'forgetMine'>): Step {
  const { stage } = state;
  return stage.at === 'mine'
    ? enter(state, { at: 'mineForget', ...openOf(stage), what, sure: false, request: null })
    : stay(state);
}

/** A face can be registered again, so once is enough; erasing everything is asked twice. */
export function confirmForget(state: State): Step {
  const { stage } = state;
  if (stage.at !== 'mineForget' || stage.request !== null) return stay(state);
  if (stage.what === 'erase' && !stage.sure) return stay({ ...state, stage: { ...stage, sure: true } });
  return ask(state, stage, { name: stage.what, mineRef: stage.mineRef });
}

/** Back to what is kept, with nothing changed; not while a change is being sent. */
export function backToMine(state: State): Step {
  const { stage } = state;
  const isSending = 'request' in stage && stage.request !== null;
  return isMine(stage) && !isSending ? enter(state, { at: 'mine', ...openOf(stage) }) : stay(state);
}

/** What the visitor says to the new wording. */
export function answerAgain(state: State, { agrees, version }: Of<'answerAgain'>): Step {
  const { stage, language } = state;
  if (stage.at !== 'consentAgain') return stay(state);
  const { visitorRef } = stage.visitor;
  return ask(
    state,
    { ...stage, agrees },
    { name: 'consent', visitorRef, agrees, consent: { version, language } },
  );
}
