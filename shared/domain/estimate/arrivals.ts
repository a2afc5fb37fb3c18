import type { FieldId, Millis } from '../ids.ts';
import type { Draws } from '../random.ts';
import type { ArrivalStream } from './state.ts';

/** People who are still to come, drawn one after the other. Times are ms from now on. */
export type Arrivals = {
  readonly reset: () => void;
  /** When the next one comes; `Infinity` if nobody does. */
  readonly time: () => Millis;
  /** Index of the next one's stream. */
  readonly stream: () => number;
  /** Goes on to the one after. */
  readonly advance: () => void;
};

const hour = 3600_000;

/** A Poisson process whose rate changes by the hour. How busy the rest of the day is is drawn anew at each reset. */
export function makeArrivals(
  streams: readonly ArrivalStream[],
  random: Draws,
  /** Deviation of the logarithm of how busy days are beside what is expected of them. */
  dayDeviation = 0.15,
): Arrivals {
  const hours = Math.max(0, ...streams.map(({ perHour }) => perHour.length));
  const totals = Float64Array.from({ length: hours }, (_, at) =>
    streams.reduce((sum, { perHour }) => sum + (perHour[at] ?? 0), 0),
  );
  let time = Infinity;
  let stream = 0;
  let busy = 1;

  const choose = (at: number): void => {
    let left = random.uniform() * (totals[at] ?? 0);
    stream = 0;
    for (let i = 0; i < streams.length; i++) {
      left -= streams[i]?.perHour[at] ?? 0;
      stream = i;
      if (left < 0) return;
    }
  };
  /** The time until the next one is exponential, spent at each hour's rate. */
  const advanceFrom = (start: Millis): void => {
    let left = -Math.log(1 - random.uniform());
    let from = start;
    for (let at = Math.floor(start / hour); at < hours; at++) {
      const rate = ((totals[at] ?? 0) * busy) / hour;
      const until = (at + 1) * hour;
      if (rate * (until - from) >= left) {
        time = from + left / rate;
        choose(at);
        return;
      }
      left -= rate * (until - from);
      from = until;
    }
    time = Infinity;
  };

  return {
    reset: () => {
      if (hours === 0) return;
      busy = Math.exp(dayDeviation * random.normal());
      advanceFrom(0);
    },
    time: () => time,
    stream: () => stream,
    advance: () => advanceFrom(time),
  };
}

/** Numbers taken on days before today, by field, kind and hour of the day. */
export type ArrivalTally = {
  readonly fieldId: FieldId;
  readonly priority: boolean;
  /** 0 to 23, of any one clock. */
  readonly hour: number;
  readonly count: number;
};

/** Nobody who waits now is still waiting so many hours from now. */
const hoursAhead = 12;

/**
 * The arrivals to expect from now on.
 * @param days how many days the tallies are of; ≥ 1.
 * @param hourNow the present hour of the tallies' clock with its fraction, such as 9.5.
 */
export function learnArrivals(
  tallies: readonly ArrivalTally[],
  days: number,
  hourNow: number,
): ArrivalStream[] {
  const streams = new Map<string, ArrivalStream & { readonly perHour: number[] }>();
  const shareOfNext = hourNow - Math.floor(hourNow);
  for (const { fieldId, priority, hour: at, count } of tallies) {
    const key = `${fieldId} ${priority}`;
    const stream = streams.get(key) ?? { fieldId, priority, perHour: Array<number>(hoursAhead).fill(0) };
    streams.set(key, stream);
    // Hours from now on begin within hours of the clock: each is the end of one and the beginning of the next.
    const { perHour } = stream;
    const index = (at - Math.floor(hourNow) + 24) % 24;
    if (index < hoursAhead) perHour[index] = (perHour[index] ?? 0) + ((1 - shareOfNext) * count) / days;
    const before = (index + 23) % 24;
    if (before < hoursAhead) perHour[before] = (perHour[before] ?? 0) + (shareOfNext * count) / days;
  }
  return [...streams.values()];
}
