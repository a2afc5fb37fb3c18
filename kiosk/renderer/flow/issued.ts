import type { Refused } from '../../../shared/contract/problems.ts';
import { order } from './choosing.ts';
import type { Event, Step } from './events.ts';
import { canGive, give } from './giving.ts';
import { limits } from './limits.ts';
import { showNumber } from './paper.ts';
import { enter, stay } from './step.ts';
import type { Note, Order, State } from './types.ts';
import { allFields, notRegistering, withoutAppointment } from './visitors.ts';

/** Refusals that lead back to the fields, and what is said there. */
const notes: Partial<Record<Refused['code'], Note>> = {
  unknownField: 'fieldGone',
  quotaReached: 'quotaReached',
  unknownPriority: 'priorityGone',
};

/** Recognised too long ago: the number matters more than the name. */
function withoutName(state: State, { visitor, wish }: Order): Step | null {
  if (visitor.kind !== 'known') return null;
  return wish.kind === 'appointment'
    ? enter(state, allFields(notRegistering, 'appointmentGone'))
    : order(state, { visitor: notRegistering, wish });
}

/** An appointment that cannot become a number: another code may, and the fields are there for everybody. */
function onNoAppointment(state: State, { visitor, wish }: Order, refusal: Refused): Step {
  if (wish.kind === 'code')
    return enter(state, {
      at: 'code',
      text: '',
      trouble: refusal,
      visitor,
      priority: null,
      several: null,
    });
  return refusal.code === 'appointmentUsed'
    ? enter(state, { at: 'refused', refusal })
    : enter(state, allFields(withoutAppointment(visitor), 'appointmentGone'));
}

function onRefused(state: State, made: Order, refusal: Refused): Step | null {
  const { visitor, wish } = made;
  switch (refusal.code) {
    case 'closed':
    case 'locked':
    case 'visitorLimit':
      return enter(state, { at: 'refused', refusal });
    case 'visitorRefExpired':
      return withoutName(state, made);
    case 'unknownAppointment':
    case 'appointmentUsed':
    case 'tooManyAttempts':
      return wish.kind === 'field' ? null : onNoAppointment(state, made, refusal);
    default: {
      const note = notes[refusal.code];
      if (note === undefined) return null;
      const priority = wish.kind === 'field' && note !== 'priorityGone' ? wish.priority : null;
      return enter(state, { ...allFields(visitor, note), priority });
    }
  }
}

/** The number, or why there is none (yet). */
export function onIssued(state: State, { request, answer }: Extract<Event, { kind: 'issued' }>): Step {
  const { stage } = state;
  if (stage.at !== 'issuing' || stage.order.request !== request) return stay(state);
  if (answer.kind === 'done') return showNumber(state, stage.order, answer.ticket);
  if (answer.kind === 'usedUp') return enter(state, { at: 'refused', refusal: 'usedUp' });
  const { problem } = answer;
  if (problem.kind === 'offline' && canGive(state, stage.order.wish))
    return give(state, stage.order, stage.order);
  if (problem.kind === 'offline')
    return {
      state: { ...state, stage: { ...stage, lineLost: true } },
      effects: [{ kind: 'startTimer', timer: 'retry', ms: limits.retryIssue }],
    };
  const refused = problem.kind === 'refused' ? onRefused(state, stage.order, problem) : null;
  return refused ?? enter(state, { at: 'problem', order: stage.order });
}
