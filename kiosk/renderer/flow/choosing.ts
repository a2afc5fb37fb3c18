import type { FieldId } from '../../../shared/domain/ids.ts';
import type { Action, Step } from './events.ts';
import { canGive, give, givesItself } from './giving.ts';
import { mostFields } from './limits.ts';
import { enter, goHome, numbered, stay } from './step.ts';
import type { Choices, Order, State } from './types.ts';
import { allFields, notRegistering } from './visitors.ts';

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

/** Sends a wish for a number; the wish is the visit's only one until it is answered. */
export function order(state: State, { visitor, wish }: Omit<Order, 'request'>): Step {
  if (state.line === 'gone' && canGive(state, wish)) return give(state, { wish }, null);
  const { state: next, request } = numbered(state);
  // Who was known by a card came by it, however the field was chosen.
  const byCard = wish.kind === 'field' && visitor.kind === 'known' && visitor.by === 'card';
  const made: Order = { request, visitor, wish: byCard ? { ...wish, channel: 'card' } : wish };
  return enter(next, { at: 'issuing', order: made, lineLost: false }, { kind: 'issue', order: made });
}

/** Sends the same wish again, under the same request. */
export function retry(state: State): Step {
  const { stage } = state;
  if (stage.at !== 'problem') return stay(state);
  const { order: same } = stage;
  return enter(state, { at: 'issuing', order: same, lineLost: false }, { kind: 'issue', order: same });
}

/** A field among several: chosen last, or no longer. */
function toggled(chosen: readonly FieldId[], fieldId: FieldId): readonly FieldId[] {
  if (chosen.includes(fieldId)) return chosen.filter((id) => id !== fieldId);
  return chosen.length < mostFields ? [...chosen, fieldId] : chosen;
}

/** One touch is the number, unless the visitor has said to have come for several things. */
export function chooseField(state: State, { fieldId, channel }: Of<'chooseField'>): Step {
  const { stage } = state;
  if (stage.at !== 'greet' && stage.at !== 'fields') return stay(state);
  if (stage.at === 'fields' && stage.several !== null)
    return stay({ ...state, stage: { ...stage, several: toggled(stage.several, fieldId) } });
  const priority = stage.at === 'fields' ? stage.priority : null;
  return order(state, {
    visitor: stage.visitor,
    wish: { kind: 'field', fieldId, legs: [], priority, channel },
  });
}

/** Begins to choose several fields for one number, or gives that up. */
export function several(state: State): Step {
  const { stage } = state;
  return stage.at === 'fields'
    ? stay({ ...state, stage: { ...stage, note: null, several: stage.several === null ? [] : null } })
    : stay(state);
}

/** One number for the fields in the order in which they were chosen. */
export function takeSeveral(state: State): Step {
  const { stage } = state;
  const [fieldId, ...legs] = stage.at === 'fields' ? (stage.several ?? []) : [];
  if (stage.at !== 'fields' || fieldId === undefined) return stay(state);
  const { visitor, priority } = stage;
  return order(state, { visitor, wish: { kind: 'field', fieldId, legs, priority, channel: 'touch' } });
}

const choicesOf = ({ visitor, priority, several: chosen }: Choices): Choices => ({
  visitor,
  priority,
  several: chosen,
});

/** To the classes of priority, with everything that was chosen. */
export function declarePriority(state: State): Step {
  const { stage } = state;
  return stage.at === 'fields' ? enter(state, { at: 'priority', ...choicesOf(stage) }) : stay(state);
}

/** Declares a class, or none, and goes back to the fields. */
export function setPriority(state: State, { code }: Of<'setPriority'>): Step {
  const { stage } = state;
  if (stage.at === 'fields') return stay({ ...state, stage: { ...stage, priority: code } });
  return stage.at === 'priority'
    ? enter(state, { at: 'fields', ...choicesOf(stage), note: null, priority: code })
    : stay(state);
}

/** Back to the fields, with everything that was chosen before; after hours there are none to go back to. */
export function back(state: State): Step {
  const { stage, office } = state;
  if (stage.at !== 'priority' && stage.at !== 'code') return stay(state);
  return office?.opening === 'open' || givesItself(state)
    ? enter(state, { at: 'fields', ...choicesOf(stage), note: null })
    : goHome(state, false);
}

function choicesAt({ stage, office }: State): Choices | null {
  if (stage.at === 'fields') return choicesOf(stage);
  const atStart = stage.at === 'attract' || (stage.at === 'closed' && office?.opening === 'closed');
  return atStart ? choicesOf(allFields(notRegistering)) : null;
}

/** To the keys for an appointment's code. */
export function enterCode(state: State): Step {
  const choices = choicesAt(state);
  return choices === null ? stay(state) : enter(state, { at: 'code', text: '', trouble: null, ...choices });
}

/** Takes the number of the appointment with this code. */
export function checkInByCode(state: State, { code }: Of<'checkInByCode'>): Step {
  const { stage } = state;
  return stage.at === 'code'
    ? order(state, { visitor: stage.visitor, wish: { kind: 'code', code } })
    : stay(state);
}

/** The visitor who was recognised is here for the appointment. */
export function checkIn(state: State): Step {
  const { stage } = state;
  if (stage.at !== 'greet' || stage.visitor.appointment === null) return stay(state);
  const { visitorRef, appointment } = stage.visitor;
  return order(state, { visitor: stage.visitor, wish: { kind: 'appointment', visitorRef, appointment } });
}
