import type { Usual } from './estimate/usual.ts';
import type { CounterId, FieldId, Millis } from './ids.ts';

/** What a manager has to see to on the floor: lines that are long, waits, visits that last, and what is out of order. */

/** From when on a line, and somebody's wait, is long and very long. */
export type FloorLimits = {
  readonly longLine: number;
  readonly veryLongLine: number;
  readonly longWaitMs: Millis;
  readonly veryLongWaitMs: Millis;
};

export type Level = 'calm' | 'long' | 'veryLong';

const levelOf = (value: number, long: number, veryLong: number): Level => {
  if (value >= veryLong) return 'veryLong';
  return value >= long ? 'long' : 'calm';
};

/** Of so many people in line for a field. */
export const lineLevel = (people: number, { longLine, veryLongLine }: FloorLimits): Level =>
  levelOf(people, longLine, veryLongLine);

/** Of a wait, ms. */
export const waitLevel = (ms: Millis, { longWaitMs, veryLongWaitMs }: FloorLimits): Level =>
  levelOf(ms, longWaitMs, veryLongWaitMs);

/** Of what has lasted so long (ms) and has a usual length; what has none is never long. */
export const lastsLevel = (ms: Millis, usual: Usual | null): Level =>
  usual === null ? 'calm' : levelOf(ms, usual.longMs, usual.veryLongMs);

/** A machine or something kept that is not as it should be. `since`: null where nobody knows. */
export type Trouble =
  | { readonly kind: 'printer'; readonly name: string | null; readonly fault: string }
  | { readonly kind: 'camera'; readonly name: string | null }
  | { readonly kind: 'screenGone'; readonly name: string | null; readonly screen: string }
  | { readonly kind: 'backup' }
  | { readonly kind: 'audit' }
  /** The server could not bring all faces into memory. */
  | { readonly kind: 'faces' }
  /** The server's clock was set; less than 0: back. */
  | { readonly kind: 'clock'; readonly by: Millis }
  | { readonly kind: 'disk'; readonly freeBytes: number }
  | { readonly kind: 'certificate'; readonly until: Millis };
export type TroubleSince = Trouble & { readonly since: Millis | null };

/** What alerts are made of. */
export type FloorFacts = {
  readonly limits: FloorLimits;
  readonly usualCall: Usual;
  readonly fields: readonly {
    readonly id: FieldId;
    readonly waiting: number;
    /** Since when whoever waits longest does. */
    readonly longestSince: Millis | null;
    readonly openCounters: number;
  }[];
  readonly counters: readonly {
    readonly id: CounterId;
    readonly officer: { readonly online: boolean } | null;
    readonly ticket: {
      readonly number: string;
      readonly state: 'called' | 'serving';
      readonly since: Millis;
    } | null;
    /** Since when the officer's console is closed, if somebody knows. */
    readonly goneSince: Millis | null;
  }[];
  readonly troubles: readonly TroubleSince[];
};

export type FloorAlert = {
  /** The same as long as it is the same matter. */
  readonly key: string;
  readonly grave: boolean;
  readonly since: Millis | null;
} & (
  | { readonly kind: 'noCounter'; readonly fieldId: FieldId; readonly waiting: number }
  | { readonly kind: 'longWait'; readonly fieldId: FieldId; readonly waitedMs: Millis }
  | { readonly kind: 'calledLong'; readonly counterId: CounterId; readonly number: string }
  | { readonly kind: 'consoleGone'; readonly counterId: CounterId }
  | Trouble
);

/** A page that is loaded anew is gone for a moment; that is no matter for anybody. */
const blipMs: Millis = 30_000;
/** Whoever went long after now went before the clock was set back. */
const isBlip = (since: Millis, now: Millis): boolean => Math.abs(now - since) < blipMs;
/** Of its certificate's life, in which a server needs a new one at once. */
const lastDaysMs: Millis = 7 * 24 * 3_600_000;

function ofField({ limits }: FloorFacts, field: FloorFacts['fields'][number], now: Millis): FloorAlert[] {
  const { id: fieldId, waiting, longestSince, openCounters } = field;
  if (longestSince === null) return [];
  if (openCounters === 0)
    return [
      { key: `noCounter ${fieldId}`, kind: 'noCounter', grave: true, since: longestSince, fieldId, waiting },
    ];
  const waitedMs = now - longestSince;
  const level = waitLevel(waitedMs, limits);
  if (level === 'calm') return [];
  const grave = level === 'veryLong';
  const since = longestSince + (grave ? limits.veryLongWaitMs : limits.longWaitMs);
  return [{ key: `longWait ${fieldId} ${level}`, kind: 'longWait', grave, since, fieldId, waitedMs }];
}

function ofCounter(
  { usualCall }: FloorFacts,
  counter: FloorFacts['counters'][number],
  now: Millis,
): FloorAlert[] {
  const { id: counterId, officer, ticket, goneSince } = counter;
  const alerts: FloorAlert[] = [];
  if (ticket?.state === 'called' && lastsLevel(now - ticket.since, usualCall) !== 'calm') {
    const { number, since } = ticket;
    const key = `calledLong ${counterId} ${number} ${since}`;
    alerts.push({ key, kind: 'calledLong', grave: false, since, counterId, number });
  }
  if (officer?.online === false && goneSince !== null && !isBlip(goneSince, now))
    alerts.push({
      key: `consoleGone ${counterId}`,
      kind: 'consoleGone',
      grave: false,
      since: goneSince,
      counterId,
    });
  return alerts;
}

function ofTrouble(trouble: TroubleSince, now: Millis): FloorAlert[] {
  const { kind, since } = trouble;
  const name = 'name' in trouble ? trouble.name : null;
  const screen = kind === 'screenGone' ? trouble.screen : '';
  if (kind === 'screenGone' && since !== null && isBlip(since, now)) return [];
  // Without its camera, or faces to compare with, a kiosk gives numbers all the same; and a counter without its display
  // still calls.
  const canWait =
    kind === 'camera' ||
    kind === 'faces' ||
    screen === 'counter' ||
    (kind === 'certificate' && trouble.until - now >= lastDaysMs);
  const grave = !canWait;
  return [{ ...trouble, key: `${kind} ${screen} ${name ?? ''}`, grave }];
}

/** Everything somebody has to see to at `now` (ms): the gravest first, of these the newest. */
export function alertsOf(facts: FloorFacts, now: Millis): FloorAlert[] {
  return [
    ...facts.fields.flatMap((field) => ofField(facts, field, now)),
    ...facts.counters.flatMap((counter) => ofCounter(facts, counter, now)),
    ...facts.troubles.flatMap((trouble) => ofTrouble(trouble, now)),
  ].toSorted((a, b) => Number(b.grave) - Number(a.grave) || (b.since ?? -Infinity) - (a.since ?? -Infinity));
}
