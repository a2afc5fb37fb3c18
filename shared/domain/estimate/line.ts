import type { Millis } from '../ids.ts';
import type { Board } from './board.ts';
import { line as lines } from './board.ts';

/** Who stands in line while a day is played. Times are ms from now on. */
export type Line = {
  /** Sets everybody back to their present places. */
  readonly reset: () => void;
  /** The first of a line whom the desk may call at `time`, those of its foremost fields before others; -1 if nobody. */
  readonly first: (which: 0 | 1 | 2, desk: number, time: Millis) => number;
  readonly call: (person: number) => void;
  /** Puts somebody back in their place, not to be called before `from`. */
  readonly comeBack: (person: number, from: Millis) => void;
  /** Puts a newcomer at the end. Refused where there is no room for more. */
  readonly join: (which: 0 | 1, field: number, time: Millis) => boolean;
  /** When somebody in line may next be called who may not at `time`; `Infinity` if nobody will. */
  readonly nextReady: (time: Millis) => Millis;
  readonly misses: Uint8Array;
  readonly since: Float64Array;
  readonly from: Float64Array;
};

/** A line that is played again and again without new memory. */
export function makeLine(board: Board): Line {
  const { lane, rank, lanes, lowest, people, fieldOf } = board;
  const room = lane.length;
  const gone = new Uint8Array(room);
  const from = new Float64Array(room);
  const since = new Float64Array(room);
  const misses = new Uint8Array(room);
  const order = board.lines.map((members) => Int32Array.from(members));
  const heads = new Int32Array(order.length);
  const ends = new Int32Array(order.length);
  const none = new Int32Array();
  let count = people.length;

  const first: Line['first'] = (which, desk, time) => {
    const members = order[which] ?? none;
    const end = ends[which] ?? 0;
    let head = heads[which] ?? 0;
    while (head < end && gone[members[head] ?? 0] === 1) head++;
    heads[which] = head;
    let best = -1;
    let bestRank = 256;
    for (let place = head; place < end; place++) {
      const person = members[place] ?? 0;
      if (gone[person] !== 0 || (from[person] ?? 0) > time) continue;
      const its = rank[desk * lanes + (lane[person] ?? 0)] ?? 0;
      if (its === 0 || its >= bestRank) continue;
      best = person;
      bestRank = its;
      if (which === lines.appointment || its === lowest[desk]) break;
    }
    return best;
  };

  return {
    misses,
    since,
    from,
    first,
    reset: () => {
      count = people.length;
      gone.set(board.away);
      from.set(board.from);
      since.set(board.since);
      misses.set(board.misses);
      heads.fill(0);
      ends.set(board.lengths);
    },
    call: (person) => {
      gone[person] = 1;
    },
    comeBack: (person, time) => {
      gone[person] = 0;
      from[person] = time;
      heads.fill(0);
    },
    join: (which, field, time) => {
      if (count >= room) return false;
      lane[count] = field;
      fieldOf[count] = field;
      gone[count] = 0;
      from[count] = time;
      since[count] = time;
      misses[count] = 0;
      board.priority[count] = which === lines.priority ? 1 : 0;
      const end = ends[which] ?? 0;
      (order[which] ?? none)[end] = count++;
      ends[which] = end + 1;
      return true;
    },
    nextReady: (time) => {
      let next = Infinity;
      for (let person = 0; person < count; person++) {
        const ready = from[person] ?? 0;
        if (gone[person] === 0 && ready > time && ready < next) next = ready;
      }
      return next;
    },
  };
}
