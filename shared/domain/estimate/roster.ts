import type { Millis } from '../ids.ts';
import type { Draws } from '../random.ts';
import type { OfficeNow } from './state.ts';

/** Which desks are away by plan while a day is played. Times are ms from now on. */
export class Roster {
  readonly #office: OfficeNow;
  readonly #random: Draws;
  /** Which of its pauses a desk takes next. */
  readonly #pauseOf: Uint8Array;

  constructor(office: OfficeNow, random: Draws) {
    this.#office = office;
    this.#random = random;
    this.#pauseOf = new Uint8Array(office.desks.length);
  }

  reset(): void {
    this.#pauseOf.fill(0);
  }

  /**
   * When a desk that could call at `time` really may: then, after the pause that is due, or never. Asked in the order
   * of time, since a pause is taken once.
   */
  awayUntil(desk: number, time: Millis): Millis {
    const its = this.#office.desks[desk];
    const { now, habits } = this.#office;
    if (its === undefined || (its.until !== null && time >= its.until - now)) return Infinity;
    let next = this.#pauseOf[desk] ?? 0;
    let pause = its.pauses[next];
    while (pause !== undefined && pause.until - now <= time) pause = its.pauses[++next];
    this.#pauseOf[desk] = next;
    if (pause === undefined || pause.from - now > time) return time;
    this.#pauseOf[desk] = next + 1;
    return pause.until - now + this.#random.whole(habits.late);
  }
}
