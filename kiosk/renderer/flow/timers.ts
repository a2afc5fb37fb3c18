import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { Event, Step, Timer } from './events.ts';
import { goOnAlone } from './giving.ts';
import { noHelp } from './help.ts';
import { closingIdle, limits } from './limits.ts';
import { heedPrinter } from './paper.ts';
import { beginClosing, enter, goHome, startOf, stay } from './step.ts';
import type { Office, State } from './types.ts';
import { allFields, goOnNameless, notRegistering } from './visitors.ts';

const isStart = ({ stage }: State): boolean =>
  stage.at === 'attract' || stage.at === 'closed' || stage.at === 'offline';

function onIdle(state: State): Step {
  const { stage } = state;
  // Nobody's visit to close, only a language or a way of help that somebody left behind.
  if (isStart(state)) return stay({ ...state, language: 'vi', help: noHelp });
  return stage.at === 'look' || stage.at === 'turn' ? stay(state) : beginClosing(state, closingIdle(state));
}

function onSecond(state: State): Step {
  if (state.closing === null) return stay(state);
  return state.closing > 1 ? beginClosing(state, state.closing - 1) : goHome(state, state.face !== 'here');
}

function onGiveUp(state: State): Step {
  const { stage } = state;
  if (stage.at === 'turn') return enter(state, goOnNameless(state), { kind: 'unproven', why: 'noTurn' });
  // With the request under way the answer decides.
  if ((stage.at !== 'look' && stage.at !== 'enrolling') || stage.request !== null) return stay(state);
  return stage.at === 'enrolling'
    ? enter(state, allFields(notRegistering, 'notRegistered'))
    : enter(state, goOnNameless(state));
}

/** Sends the same wish again: the server knows it by its request and gives one number. */
const reissue = (state: State): Step =>
  state.stage.at === 'issuing' && state.stage.lineLost
    ? { state, effects: [{ kind: 'issue', order: state.stage.order }] }
    : stay(state);

/** The line has been away too long to pretend. */
const onLineGone = (state: State): Step =>
  state.line === 'live' ? stay(state) : goOnAlone({ ...state, line: 'gone' });

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

const sameOffice = (a: Office, b: Office | null): boolean =>
  a.modelId === b?.modelId &&
  a.previousModelId === b.previousModelId &&
  a.recognises === b.recognises &&
  a.opening === b.opening &&
  a.printer === b.printer &&
  a.today === b.today;

/**
 * Numbers that were given are read, and those that are asked for are waited for, also after hours; and appointments are
 * kept then. A lock from afar is for the next visitor.
 */
const outlastsClosing = ({ stage, office }: State): boolean =>
  stage.at === 'issuing' ||
  stage.at === 'number' ||
  (stage.at === 'code' && office?.opening === 'closed') ||
  (stage.at !== 'attract' && office?.opening === 'lockedNext');

/** The server is there, and this is how the office is. */
export function onLive(before: State, { office }: Extract<Event, { kind: 'live' }>): Step {
  if (before.line === 'live' && sameOffice(office, before.office)) return stay(before);
  const state: State = { ...before, line: 'live', office };
  const stopLine = { kind: 'stopTimer', timer: 'line' } as const;
  const settled = settle(state);
  const step = heedPrinter(settled.state, office);
  return { state: step.state, effects: [stopLine, ...settled.effects, ...step.effects] };
}

/** Opens or closes the kiosk as the office is; a visit under way goes on while it can. */
function settle(state: State): Step {
  const { stage } = state;
  const open = state.office?.opening === 'open';
  if (stage.at === 'offline' || (stage.at === 'closed' && open)) return enter(state, startOf(state, true));
  if (!open && stage.at !== 'closed' && !outlastsClosing(state)) return goHome(state, true);
  if (stage.at === 'fields' && stage.note === 'lineGone')
    return stay({ ...state, stage: { ...stage, note: null } });
  return reissue(state);
}

/** The line to the server is cut. A short cut disturbs nobody. */
export function onAway(before: State): Step {
  if (before.line === 'away' || before.line === 'gone') return stay(before);
  // Nobody is disturbed, and there is nothing to wait for.
  if (before.stage.at === 'offline') return stay({ ...before, line: 'gone' });
  return {
    state: { ...before, line: 'away' },
    effects: [{ kind: 'startTimer', timer: 'line', ms: limits.lineGrace }],
  };
}
