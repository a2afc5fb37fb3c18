import { latestOfAge } from '../../../shared/domain/age.ts';
import type { Action, Step } from './events.ts';
import { agreedByCard, registerCard } from './cards.ts';
import { limits } from './limits.ts';
import { enter, seesFaces, stay } from './step.ts';
import type { State } from './types.ts';
import { allFields, notRegistering } from './visitors.ts';

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

/** Says no to being registered; possible until the pictures are sent. */
export function decline(state: State): Step {
  const { stage } = state;
  const registering =
    stage.at === 'consent' ||
    stage.at === 'name' ||
    (stage.at === 'cardFacts' && stage.request === null) ||
    stage.at === 'birth' ||
    (stage.at === 'enrolling' && stage.request === null);
  return registering ? enter(state, allFields(notRegistering)) : stay(state);
}

/** To the consent, by face, or by the card that was shown; stays where nobody may register. */
export function register(state: State): Step {
  const { stage } = state;
  if (stage.at === 'fields' && stage.visitor.kind === 'newcomer')
    return registerCard(state, stage.visitor.card);
  const may = stage.at === 'fields' && stage.visitor.kind === 'nameless' && stage.visitor.mayRegister;
  return may && seesFaces(state) ? enter(state, { at: 'consent', card: null }) : stay(state);
}

/** Agreed to this version of the words: on to the name, or to what the card says. */
export function agree(state: State, { version }: Of<'agree'>): Step {
  const { stage, language } = state;
  if (stage.at !== 'consent') return stay(state);
  const consent = { version, language };
  return stage.card === null
    ? enter(state, { at: 'name', consent, byFace: true, card: null, text: '' })
    : agreedByCard(state, stage.card, consent);
}

/** A name, or null for none: on to the birth year, or to the facts of the card. */
export function named(state: State, { name }: Of<'named'>): Step {
  const { stage } = state;
  if (stage.at !== 'name') return stay(state);
  const { consent, byFace, card } = stage;
  return card === null
    ? enter(state, { at: 'birth', consent, name, text: '' })
    : enter(state, { at: 'cardFacts', consent, byFace, card, name, request: null });
}

/** Whoever may be too young is told so at once, before the camera is asked for anything. */
export function born(state: State, { year }: Of<'born'>): Step {
  const { stage, office } = state;
  if (stage.at !== 'birth' || office === null) return stay(state);
  if (year > latestOfAge(Number(office.today.slice(0, 4))))
    return enter(state, allFields(notRegistering, 'tooYoung'));
  if (!seesFaces(state)) return enter(state, allFields(notRegistering, 'notRegistered'));
  const { consent, name } = stage;
  return enter(
    state,
    {
      at: 'enrolling',
      consent,
      name,
      birthYear: year,
      card: null,
      hint: null,
      wanted: null,
      progress: 0,
      request: null,
    },
    { kind: 'startTimer', timer: 'giveUp', ms: limits.enrol },
  );
}
