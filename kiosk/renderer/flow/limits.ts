import { unreachable } from '../../../shared/kernel/unreachable.ts';
import { isHelped } from './help.ts';
import type { Stage, State } from './types.ts';

/** How long things may take (ms unless said otherwise). */
export const limits = {
  /** A visitor whom the camera cannot recognise in this time goes on without a name. */
  look: 12_000,
  /** Whoever has not turned the head in this time goes on without a name. */
  turn: 8_000,
  /** Registering, which looks at three sides, is given up after so long, and the visitor takes a number without it. */
  enrol: 45_000,
  /** After a visit in which somebody touched the screen, a face that stays in view begins a new one. */
  rearmTouched: 8_000,
  /** The same after a visit nobody touched: somebody is only standing there. */
  rearmUntouched: 60_000,
  /** A cut shorter than this (a server that restarts) does not disturb a visitor. */
  lineGrace: 3_000,
  retryIssue: 1_000,
  second: 1_000,
  /** Seconds shown to somebody who does nothing. */
  closingIdle: 10,
  /** Seconds for somebody who has to hear them first. */
  closingSpoken: 20,
  /** A language or a way of help that was left behind at the start is taken back. */
  leftBehind: 20_000,
} as const;

/** As many fields as one number can have. */
export const mostFields = 5;

/** A face at least so wide (share of the frame's width) is somebody coming to the kiosk, not a passer-by. */
export const nearWidth = 0.08;

/** Who hears a screen needs this many times as long as who reads it. */
const hearing = 3;

/**
 * How long a screen waits for its visitor before the closing countdown.
 * @returns ms, or null where there is nothing to close.
 */
export function idleLimit(state: Pick<State, 'stage' | 'language' | 'help'>): number | null {
  const ms = readingLimit(state);
  return ms === null || isStart(state.stage) || !state.help.sound ? ms : ms * hearing;
}

const isStart = ({ at }: Stage): boolean => at === 'offline' || at === 'closed' || at === 'attract';

function readingLimit({ stage, language, help }: Pick<State, 'stage' | 'language' | 'help'>): number | null {
  switch (stage.at) {
    case 'offline':
    case 'closed':
    case 'attract':
      // Somebody who only changed the language, or looked for help, and went away.
      return language === 'vi' && !isHelped(help) ? null : limits.leftBehind;
    case 'look':
    case 'turn':
      return null;
    case 'question':
    case 'greet':
      return 30_000;
    case 'fields':
    case 'priority':
      return 40_000;
    case 'mine':
    case 'mineName':
    case 'mineBirth':
    case 'mineForget':
    case 'mineEnd':
      // With the countdown 30 s, after which nothing of what is kept is left on the screen.
      return 20_000;
    case 'mineUnknown':
      return 30_000;
    case 'consentAgain':
    case 'consent':
      return 90_000;
    case 'name':
    case 'birth':
    case 'card':
    case 'cardFacts':
    case 'code':
    case 'mineProof':
    case 'enrolling':
    case 'issuing':
      return 60_000;
    case 'problem':
    case 'refused':
      return 30_000;
    case 'number':
      return stage.paper === 'trouble' ? 45_000 : 15_000;
    default:
      return unreachable(stage);
  }
}

/** Where people bow their heads to read or type, or hide behind the telephone with which they keep the number. */
const slowToClose: readonly Stage['at'][] = [
  'consent',
  'consentAgain',
  'name',
  'birth',
  'cardFacts',
  'code',
  'mineProof',
  'number',
];

/** Seconds of countdown for somebody who does nothing. */
export const closingIdle = ({ help }: Pick<State, 'help'>): number =>
  help.sound ? limits.closingSpoken : limits.closingIdle;

/** Seconds of countdown after the face has left. */
export function closingAfterLeft({ stage, help }: Pick<State, 'stage' | 'help'>): number {
  if (help.sound) return limits.closingSpoken;
  if (stage.at === 'number' && stage.paper === 'trouble') return 20;
  return slowToClose.includes(stage.at) ? 10 : 5;
}
