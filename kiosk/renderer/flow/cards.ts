import { isOfAge } from '../../../shared/domain/age.ts';
import type { CitizenCard } from '../../../shared/domain/citizenCard.ts';
import type { Event, Step } from './events.ts';
import { limits } from './limits.ts';
import { bornOn } from './mine.ts';
import { greet } from './recognising.ts';
import { enter, numbered, seesFaces, stay } from './step.ts';
import type { Stage, State } from './types.ts';
import { allFields, known, nothingYet, notRegistering } from './visitors.ts';

type Of<K extends Event['kind']> = Extract<Event, { kind: K }>;
type CardStage = Extract<Stage, { at: 'card' }>;

/** What a card would be for here; null: nothing. */
function whyHere({ stage }: State): CardStage['why'] | null {
  switch (stage.at) {
    case 'attract':
    case 'look':
      return { kind: 'checkIn' };
    case 'fields':
      return stage.visitor.kind === 'known' ? null : { kind: 'checkIn' };
    case 'question':
      return stage.request === null ? { kind: 'settle', questionRef: stage.questionRef } : null;
    case 'name':
      return stage.byFace ? { kind: 'fillIn', consent: stage.consent } : null;
    case 'card':
      return stage.request === null ? stage.why : null;
    default:
      return null;
  }
}

/** "With my citizen card": as plain a way in as the others, and less to type for who registers. */
export function holdUpCard(state: State): Step {
  const why = state.stage.at === 'card' ? null : whyHere(state);
  return why === null ? stay(state) : enter(state, { at: 'card', why, trouble: null, request: null });
}

/** On with what a card says: its name is to be confirmed, or typed where the scanner garbled it. */
function confirming(
  state: State,
  card: CitizenCard,
  rest: { consent: Confirming['consent']; byFace: boolean },
): Step {
  const { consent, byFace } = rest;
  return card.name === null
    ? enter(state, { at: 'name', consent, byFace, card, text: '' })
    : enter(state, { at: 'cardFacts', consent, byFace, card, name: card.name, request: null });
}
type Confirming = Extract<Stage, { at: 'cardFacts' }>;

/** A card was read, or a code that is none, by the camera or by a scanner, which may be anywhere in the visit. */
export function cardRead(before: State, { read }: Of<'cardRead'>): Step {
  // Beside the face a card is a second fact as good as the date that it tells.
  if (before.stage.at === 'mineProof' && read.ok)
    return bornOn(before, { kind: 'bornOn', birthDate: read.value.birthDate });
  const why = whyHere(before);
  if (why === null) return stay(before);
  if (!read.ok) {
    const wrong = { at: 'card', why, trouble: read.error, request: null } as const;
    // On the same screen nothing begins anew.
    return before.stage.at === 'card' ? stay({ ...before, stage: wrong }) : enter(before, wrong);
  }
  const card = read.value;
  if (why.kind === 'fillIn') {
    const young = before.office !== null && !isOfAge(card.birthDate, before.office.today);
    return young
      ? enter(before, allFields(notRegistering, 'tooYoung'))
      : confirming(before, card, { consent: why.consent, byFace: true });
  }
  const { state, request } = numbered(before);
  const questionRef = why.kind === 'settle' ? why.questionRef : null;
  const asking = { at: 'card', why, trouble: null, card, request } as const;
  return enter(state, asking, { kind: 'showCard', request, card, questionRef });
}

/** Whose card it is. A card nobody has registered is kept for this visit only, should its owner want to register. */
export function onCardShown(state: State, { request, answer }: Of<'cardShown'>): Step {
  const { stage } = state;
  if (stage.at !== 'card' || stage.request !== request || stage.card === undefined) return stay(state);
  if (answer.kind === 'recognised') return greet(state, known(answer, 'card'));
  if (answer.kind === 'failed') return enter(state, allFields(notRegistering, 'cardNotChecked'));
  return stage.why.kind === 'settle'
    ? enter(state, allFields(notRegistering, 'cardUnknown'))
    : enter(state, allFields({ kind: 'newcomer', card: stage.card }, 'cardUnknown'));
}

/** Registering by the card that was shown; who is too young is told so at once. */
export function registerCard(state: State, card: CitizenCard): Step {
  return state.office !== null && isOfAge(card.birthDate, state.office.today)
    ? enter(state, { at: 'consent', card })
    : enter(state, allFields(notRegistering, 'tooYoung'));
}

/** Consent was given to a registration by card. */
export const agreedByCard = (state: State, card: CitizenCard, consent: Confirming['consent']): Step =>
  confirming(state, card, { consent, byFace: false });

/** The name of the card is another one, or is to be left out. */
export function editName(state: State): Step {
  const { stage } = state;
  if (stage.at !== 'cardFacts' || stage.request !== null) return stay(state);
  const { consent, byFace, card, name } = stage;
  return enter(state, { at: 'name', consent, byFace, card, text: name ?? '' });
}

/** What the card says is right: with a face on to the camera, without one that was all. */
export function confirmCard(before: State): Step {
  const { stage } = before;
  if (stage.at !== 'cardFacts' || stage.request !== null) return stay(before);
  const { consent, byFace, card, name } = stage;
  if (!byFace) {
    const { state, request } = numbered(before);
    return {
      state: { ...state, stage: { ...stage, request } },
      effects: [{ kind: 'registerCard', request, card, name, consent }],
    };
  }
  if (!seesFaces(before)) return enter(before, allFields(notRegistering, 'notRegistered'));
  const birthYear = Number(card.birthDate.slice(0, 4));
  const collecting = { hint: null, wanted: null, progress: 0, request: null };
  return enter(
    before,
    { at: 'enrolling', consent, card, name, birthYear, ...collecting },
    { kind: 'startTimer', timer: 'giveUp', ms: limits.enrol },
  );
}

/** Whether the registration by card was stored. If not, the visitor takes a number as everybody does. */
export function onCardRegistered(state: State, { request, answer }: Of<'cardRegistered'>): Step {
  const { stage } = state;
  if (stage.at !== 'cardFacts' || stage.request !== request) return stay(state);
  if (answer.kind === 'done') {
    const visitor = known({ ...answer, ...nothingYet }, 'card');
    return enter(state, allFields(visitor, 'cardRegistered'));
  }
  const { problem } = answer;
  const young = problem.kind === 'refused' && problem.code === 'tooYoung';
  return enter(state, allFields(notRegistering, young ? 'tooYoung' : 'cardNotRegistered'));
}

/** Away from the card: to typing instead, or, with nothing of it kept, to the fields. */
export function withoutCard(state: State): Step {
  const { stage } = state;
  if (stage.at !== 'card') return stay(state);
  return stage.why.kind === 'fillIn'
    ? enter(state, { at: 'name', consent: stage.why.consent, byFace: true, card: null, text: '' })
    : enter(state, allFields(notRegistering));
}

/** The kiosk cannot read cards by its camera: a scanner still can, and a number is for everybody. */
export function readerFailed(state: State): Step {
  const { stage } = state;
  return stage.at === 'card' && stage.request === null
    ? stay({ ...state, stage: { ...stage, trouble: 'noReader' } })
    : stay(state);
}
