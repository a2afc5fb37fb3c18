import { describe, expect, it } from 'vitest';
import type { Announcing, Call } from '../../../counter-display/screens/common/announcements.ts';
import { announced, hear, silence } from '../../../counter-display/screens/common/announcements.ts';
import { call } from '../../screens/displays/views.ts';

type Step =
  | readonly ['view', string, ...Call[]]
  /** The first of the queue has been announced. */
  | 'announced';

const serving = { state: 'serving' } as const;
const again = { announcements: 2 };

/** What is to be announced, first to last, after each step. */
const run = (steps: readonly Step[]): number[][] => {
  let state: Announcing = silence;
  return steps.map((step) => {
    if (step === 'announced') state = announced(state, state.queue[0]?.announcementId ?? 0);
    else {
      const [, epoch, ...calls] = step;
      state = hear(state, epoch, calls);
    }
    return state.queue.map(({ announcementId }) => announcementId);
  });
};

const a = call(1, 'A012', 3);
const b = call(2, 'B004', 2);
const c = call(3, 'C001', 4);

describe('what is announced', () => {
  it.each<[string, Step[], number[][]]>([
    ['S10 nothing of the first view: a reload announces nothing old', [['view', 'one', b, a]], [[]]],
    ['S10 a new call, once', [['view', 'one'], ['view', 'one', a], 'announced'], [[], [1], []]],
    [
      'S10 the same view twice announces nothing twice',
      [['view', 'one'], ['view', 'one', a], ['view', 'one', a], 'announced', ['view', 'one', a]],
      [[], [1], [1], [], []],
    ],
    [
      'S11 calls that come together one after the other, oldest first',
      [['view', 'one'], ['view', 'one', c, b, a], 'announced', 'announced', 'announced'],
      [[], [1, 2, 3], [2, 3], [3], []],
    ],
    [
      'S11 a call that comes while another is announced waits for it',
      [['view', 'one'], ['view', 'one', a], ['view', 'one', b, a], 'announced'],
      [[], [1], [1, 2], [2]],
    ],
    [
      'S11 what is being announced is not cut short, even if it is over',
      [['view', 'one'], ['view', 'one', a], ['view', 'one'], 'announced'],
      [[], [1], [1], []],
    ],
    [
      'S11 one that was taken back or is served before its turn is left out',
      [
        ['view', 'one'],
        ['view', 'one', c, b, a],
        ['view', 'one', { ...c, ...serving }, a],
      ],
      [[], [1, 2, 3], [1]],
    ],
    [
      'S12 a recall is announced again',
      [
        ['view', 'one', a],
        ['view', 'one', call(9, 'A012', 3, again)],
      ],
      [[], [9]],
    ],
    [
      'S12 a recall before its turn replaces the first call',
      [
        ['view', 'one'],
        ['view', 'one', b, a],
        ['view', 'one', call(4, 'B004', 2, again), a],
      ],
      [[], [1, 2], [1, 4]],
    ],
    [
      'S13 after a gap everything newer that still calls',
      [
        ['view', 'one', a],
        ['view', 'one', call(8, 'D002', 5, serving), call(7, 'C001', 4), b],
      ],
      [[], [2, 7]],
    ],
    [
      'S13 in a new life of the server what was heard is not announced again',
      [['view', 'one'], ['view', 'one', a], 'announced', ['view', 'two', a]],
      [[], [1], [], []],
    ],
    [
      'S13 in a new life of the server a newer call is announced',
      [
        ['view', 'one', a],
        ['view', 'two', b, a],
      ],
      [[], [2]],
    ],
    [
      'S13 after a backup was put back, ids count from there',
      [
        ['view', 'one', call(90, 'A012', 3)],
        ['view', 'two', a],
        ['view', 'two', b, a],
      ],
      [[], [], [2]],
    ],
    [
      'S13 an empty first view does not make later calls old',
      [
        ['view', 'one'],
        ['view', 'one', call(500, 'A012', 3)],
      ],
      [[], [500]],
    ],
  ])('%s', (_what, steps, queues) => {
    expect(run(steps)).toEqual(queues);
  });

  it('S11 an end that comes late ends nothing else', () => {
    const state = hear(hear(silence, 'one', []), 'one', [a, b]);
    expect(announced(announced(state, 1), 1).queue).toEqual([b]);
  });

  it('S14 remembers nothing but what is still to come, over 20,000 calls', () => {
    let state = hear(silence, 'one', []);
    for (let id = 1; id <= 20_000; id++) {
      state = hear(state, 'one', [call(id, 'A012', 3)]);
      expect(state.queue.length).toBeLessThanOrEqual(2);
      if (id % 3 === 0) state = announced(state, state.queue[0]?.announcementId ?? 0);
    }
    expect(Object.keys(state)).toEqual(['epoch', 'heard', 'queue']);
  });
});
