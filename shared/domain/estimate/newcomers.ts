import type { Millis } from '../ids.ts';
import type { Board } from './board.ts';

/**
 * People of each field, with and without priority, who might take a number now. They stand behind all who are present
 * and are only watched: nobody waits for them, so that one day played serves for all of them.
 */
export class Newcomers {
  /** When each was called, ms from now on: `2 * field`, and with priority `2 * field + 1`. `Infinity` if never. */
  readonly at: Float64Array;
  readonly #board: Board;
  readonly #served: number;
  #left = 0;

  constructor(board: Board) {
    this.#board = board;
    this.at = new Float64Array(board.fields.length * 2);
    this.#served = board.fields.filter((_, field) =>
      board.desks.some((_desk, desk) => board.rank[desk * board.lanes + field] !== 0),
    ).length;
  }

  reset(): void {
    this.at.fill(Infinity);
    this.#left = 2 * this.#served;
  }

  /** How many of them are still to be called. */
  left(): number {
    return this.#left;
  }

  /**
   * Calls those whom a desk would call rather than the foremost of the present and later people.
   * @param priority the foremost priority and
   * @param normal the foremost normal person that the desk may call, -1 for nobody.
   * @param isDue whether the desk calls priority before normal.
   */
  settle(desk: number, time: Millis, priority: number, normal: number, isDue: boolean): void {
    if (this.#left === 0) return;
    const { rank, lanes, lane, fields, present } = this.#board;
    const row = desk * lanes;
    const rankOfPriority = priority < 0 ? 256 : (rank[row + (lane[priority] ?? 0)] ?? 256);
    const rankOfNormal = normal < 0 ? 256 : (rank[row + (lane[normal] ?? 0)] ?? 256);
    for (let field = 0; field < fields.length; field++) {
      const its = rank[row + field] ?? 0;
      if (its === 0) continue;
      const beforeNormal = its < rankOfNormal || (its === rankOfNormal && normal >= present);
      const beforePriority = its < rankOfPriority || (its === rankOfPriority && priority >= present);
      if (this.at[2 * field] === Infinity && beforeNormal)
        if (its < rankOfPriority || (its === rankOfPriority && !isDue)) this.#call(2 * field, time);
      if (this.at[2 * field + 1] === Infinity && beforePriority)
        if (its < rankOfNormal || (its === rankOfNormal && isDue)) this.#call(2 * field + 1, time);
    }
  }

  #call(newcomer: number, time: Millis): void {
    this.at[newcomer] = time;
    this.#left--;
  }
}
