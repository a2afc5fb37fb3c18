import type { FieldId, Millis, TicketId } from './ids.ts';
import { draws } from './random.ts';
import { boardOf } from './estimate/board.ts';
import { groupsOf } from './estimate/groups.ts';
import { Play } from './estimate/play.ts';
import type { OfficeNow } from './estimate/state.ts';

/** A range a visitor can rely on: half of all visitors wait no longer than `p50Ms`, nine in ten no longer than `p90Ms`. */
export type WaitRange = { readonly p50Ms: Millis; readonly p90Ms: Millis };

/** Waits until the next call, ms: one in ten is below `p10Ms`, and so on. `Infinity` is a wait without end. */
export type WaitQuantiles = WaitRange & { readonly p10Ms: Millis };

/** Without and with priority. */
type Newcomer = { readonly normal: WaitQuantiles; readonly priority: WaitQuantiles };

/** What everybody can expect. */
export type Outlook = {
  /** Of those who wait, by ticket. */
  readonly waits: ReadonlyMap<TicketId, WaitQuantiles>;
  /** Of somebody who takes a number now. */
  readonly newcomers: ReadonlyMap<FieldId, Newcomer>;
  /** When the last of those present is through, by field: ms from now on in each time the day was played. */
  readonly ends: ReadonlyMap<FieldId, Float64Array>;
};

/**
 * How often the day is played: so often that chance moves the median by less than a tenth of the spread of the waits, 19
 * times in 20. For a longer line less often, so that it costs no more: then waits are sums of many services, and their
 * spread is small beside them.
 */
const mostRuns = 128;
const longLine = 48;
const runsFor = (people: number): number => Math.ceil(mostRuns * Math.min(1, longLine / people));

function quantilesOf(waits: Float64Array): WaitQuantiles {
  waits.sort();
  const at = (share: number): Millis => Math.round(waits[Math.floor(share * (waits.length - 1))] ?? Infinity);
  return { p10Ms: at(0.1), p50Ms: at(0.5), p90Ms: at(0.9) };
}

const endless: WaitQuantiles = { p10Ms: Infinity, p50Ms: Infinity, p90Ms: Infinity };

type Noted = {
  readonly waits: Map<TicketId, WaitQuantiles>;
  readonly newcomers: Map<FieldId, Newcomer>;
  readonly ends: Map<FieldId, Float64Array>;
};

/** Plays one group of desks on, and notes what came of it. */
function rollOutGroup(group: OfficeNow, seed: number, { waits, newcomers, ends }: Noted): void {
  const board = boardOf(group);
  const runs = runsFor(board.present);
  // Stands for the group, so that its draws stay the same whatever happens in others.
  const smallest = Math.min(...group.desks.flatMap(({ fields }) => [...fields.keys()]));
  const play = new Play(group, board, draws(seed + smallest * 7919));
  const columns = (count: number): Float64Array[] =>
    Array.from({ length: count }, () => new Float64Array(runs));
  const present = columns(board.present);
  const coming = columns(board.fields.length * 2);
  const ending = columns(board.fields.length);
  for (let run = 0; run < runs; run++) {
    play.run();
    for (let i = 0; i < present.length; i++) (present[i] ?? [])[run] = play.calledAt[i] ?? Infinity;
    for (let i = 0; i < coming.length; i++) (coming[i] ?? [])[run] = play.newcomers.at[i] ?? Infinity;
    for (let i = 0; i < ending.length; i++) (ending[i] ?? [])[run] = play.endAt[i] ?? Infinity;
  }
  present.forEach((column, i) => {
    const ticket = board.people[i];
    if (ticket?.state.kind === 'waiting') waits.set(ticket.id, quantilesOf(column));
  });
  board.fields.forEach((fieldId, i) => {
    const column = ending[i];
    if (column !== undefined) ends.set(fieldId, column);
  });
  for (const fieldId of group.fields) {
    const [normal, priority] = coming.slice(2 * board.fields.indexOf(fieldId));
    if (normal !== undefined && priority !== undefined)
      newcomers.set(fieldId, { normal: quantilesOf(normal), priority: quantilesOf(priority) });
  }
}

/**
 * The waits to expect, by playing the day on many times from the present state (seeded Monte-Carlo). Each time draws
 * what is not known exactly (how long services take, how fast officers are, how many will come) from what is known
 * of it, and then everything that happens. One play serves all who wait and all who might come.
 * @param seed the same seed gives the same answer.
 */
export function rollOut(office: OfficeNow, seed: number): Outlook {
  const waits = new Map(office.waiting.map(({ id }) => [id, endless]));
  const newcomers = new Map<FieldId, Newcomer>(
    office.fields.map((fieldId) => [fieldId, { normal: endless, priority: endless }]),
  );
  // Of fields that no desk serves, whoever waits is never through.
  const ends = new Map(office.waiting.map(({ fieldId }) => [fieldId, Float64Array.of(Infinity)]));
  for (const group of groupsOf(office)) rollOutGroup(group, seed, { waits, newcomers, ends });
  return { waits, newcomers, ends };
}

/** @returns what a visitor is told, or null if one in ten would wait without end. */
export const rangeOf = ({ p50Ms, p90Ms }: WaitQuantiles): WaitRange | null =>
  p90Ms === Infinity ? null : { p50Ms, p90Ms };
