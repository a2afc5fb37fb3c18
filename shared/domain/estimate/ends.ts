import { groupsOf } from './groups.ts';
import { boardOf } from './board.ts';
import { Play } from './play.ts';
import type { DeskNow, OfficeNow } from './state.ts';
import type { FieldId, Millis } from '../ids.ts';
import { draws } from '../random.ts';

/** When the last of those who are there now will have been served, and what would make it sooner. */

/** ms from now on: as likely before `p50Ms` as after, and nine times in ten before `p90Ms`; `Infinity` is never. */
export type End = { readonly p50Ms: Millis; readonly p90Ms: Millis };

/**
 * The end of several fields together.
 * @param columns of each field, when it ended in each time the day was played; of one length or not.
 */
export function endOf(columns: readonly Float64Array[]): End {
  const runs = Math.max(1, ...columns.map(({ length }) => length));
  const latest = Float64Array.from({ length: runs }, (_, run) =>
    Math.max(0, ...columns.map((column) => column[Math.floor((run * column.length) / runs)] ?? 0)),
  ).sort();
  const at = (share: number): Millis => Math.round(latest[Math.floor(share * (runs - 1))] ?? 0);
  return { p50Ms: at(0.5), p90Ms: at(0.9) };
}

/** `tight`: it may be late, though it is more likely not; `never`: nobody serves somebody who waits. */
export type Fit = 'fits' | 'tight' | 'late' | 'never';

/** Whether an end is before closing, `closesInMs` from now on. */
export function fitOf({ p50Ms, p90Ms }: End, closesInMs: Millis): Fit {
  if (p50Ms === Infinity) return 'never';
  if (p50Ms > closesInMs) return 'late';
  return p90Ms > closesInMs ? 'tight' : 'fits';
}

/** The least number of further counters for a field that helps; `surely`: nine times in ten. Null: not even three do. */
export type Help = { readonly counters: number; readonly surely: boolean } | null;

const mostCounters = 3;
/** A few minutes more or less do not matter here, and each number of counters is played by itself. */
const runs = 48;

/** A counter that somebody opens now, for this field only. */
const moreDesk = (fieldId: FieldId, like: DeskNow | undefined): DeskNow => ({
  // No counter of the office: nobody who waits is kept for it.
  counterId: -1 as DeskNow['counterId'],
  officerId: null,
  fields: new Map([[fieldId, 1]]),
  normalCallsSincePriority: Infinity,
  doing: { kind: 'free', since: null },
  pauses: like?.pauses ?? [],
  until: null,
});

function endWith(office: OfficeNow, fieldId: FieldId, counters: number, seed: number): End {
  const more = Array.from({ length: counters }, () => moreDesk(fieldId, office.desks[0]));
  const group = groupsOf({ ...office, desks: [...office.desks, ...more] }).find(({ fields }) =>
    fields.includes(fieldId),
  );
  if (group === undefined) return { p50Ms: Infinity, p90Ms: Infinity };
  const board = boardOf(group);
  const play = new Play(group, board, draws(seed));
  const column = new Float64Array(runs);
  const field = board.fields.indexOf(fieldId);
  for (let run = 0; run < runs; run++) {
    play.run();
    column[run] = play.endAt[field] ?? Infinity;
  }
  return endOf([column]);
}

/**
 * How many more counters for a field would let its last number be served before closing, by playing the day with them.
 * @param seed the same seed gives the same answer.
 */
export function helpFor(office: OfficeNow, fieldId: FieldId, closesInMs: Millis, seed: number): Help {
  const fitWith = (counters: number): Fit => fitOf(endWith(office, fieldId, counters, seed), closesInMs);
  // First whether anything helps at all: on the worst days nothing does, and then one play has to do.
  const best = fitWith(mostCounters);
  if (best !== 'fits') return best === 'tight' ? { counters: mostCounters, surely: false } : null;
  for (let counters = 1; counters < mostCounters; counters++)
    if (fitWith(counters) === 'fits') return { counters, surely: true };
  return { counters: mostCounters, surely: true };
}
