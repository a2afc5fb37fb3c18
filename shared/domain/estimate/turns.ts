import type { Millis } from '../ids.ts';
import type { Board } from './board.ts';
import { line as lines } from './board.ts';
import type { Line } from './line.ts';
import type { Newcomers } from './newcomers.ts';

/**
 * The ordering rule of `queue.ts` while a day is played: appointments, then the officer's foremost field, then priority
 * interleaved with normal, then place in line.
 */
export class Turns {
  readonly #board: Board;
  readonly #line: Line;
  readonly #newcomers: Newcomers;
  readonly #oneOfEvery: number;
  /** By desk, as `normalCallsSincePriority` counts them. */
  readonly #normalCalls: Float64Array;

  constructor(board: Board, line: Line, newcomers: Newcomers, oneOfEvery: number) {
    this.#board = board;
    this.#line = line;
    this.#newcomers = newcomers;
    this.#oneOfEvery = oneOfEvery;
    this.#normalCalls = new Float64Array(board.desks.length);
  }

  reset(): void {
    const { desks } = this.#board;
    for (let desk = 0; desk < desks.length; desk++)
      this.#normalCalls[desk] = desks[desk]?.normalCallsSincePriority ?? Infinity;
  }

  /** Counts a call of this person by the desk. */
  count(desk: number, person: number): void {
    this.#normalCalls[desk] = this.#board.priority[person] === 1 ? 0 : (this.#normalCalls[desk] ?? 0) + 1;
  }

  /** @returns whom the desk would call at `time`; -1 if nobody. */
  next(desk: number, time: Millis): number {
    const appointed = this.#line.first(lines.appointment, desk, time);
    if (appointed >= 0) return appointed;
    const priority = this.#line.first(lines.priority, desk, time);
    return this.#choose(desk, priority, this.#line.first(lines.normal, desk, time));
  }

  /** The same for a desk that calls now: it calls those newcomers too whom it would call before. */
  call(desk: number, time: Millis): number {
    const appointed = this.#line.first(lines.appointment, desk, time);
    if (appointed >= 0) return appointed;
    const priority = this.#line.first(lines.priority, desk, time);
    const normal = this.#line.first(lines.normal, desk, time);
    this.#newcomers.settle(desk, time, priority, normal, this.#isDue(desk));
    return this.#choose(desk, priority, normal);
  }

  /** Whether the desk calls priority before normal. */
  #isDue(desk: number): boolean {
    return (this.#normalCalls[desk] ?? 0) >= this.#oneOfEvery - 1;
  }

  #choose(desk: number, priority: number, normal: number): number {
    if (priority < 0 || normal < 0) return priority < 0 ? normal : priority;
    const { rank, lanes, lane } = this.#board;
    const ofPriority = rank[desk * lanes + (lane[priority] ?? 0)] ?? 0;
    const ofNormal = rank[desk * lanes + (lane[normal] ?? 0)] ?? 0;
    const isFirst = ofPriority === ofNormal ? this.#isDue(desk) : ofPriority < ofNormal;
    return isFirst ? priority : normal;
  }
}
