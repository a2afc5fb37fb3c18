import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Event, EventKind, Reaction, Watch } from '../../../shared/domain/watchdog.ts';
import { react, startOfWatch } from '../../../shared/domain/watchdog.ts';

const gone = (reason = 'crashed'): Event => ({ kind: 'pageGone', reason });

/** Gives events at their seconds. @returns all reactions, and the watch at the end. */
function run(events: readonly (readonly [second: number, event: Event])[]): {
  reactions: Reaction[];
  watch: Watch;
} {
  let watch = startOfWatch;
  const reactions = events.map(([second, event]) => {
    const next = react(watch, event, second * 1000);
    watch = next.watch;
    return next.reaction;
  });
  return { reactions, watch };
}

test.each<[Event, Reaction]>([
  [gone('crashed'), { kind: 'reload', afterMs: 1000 }],
  [gone('oom'), { kind: 'reload', afterMs: 1000 }],
  [gone('killed'), { kind: 'reload', afterMs: 1000 }],
  [gone('launch-failed'), { kind: 'reopen', afterMs: 1000 }],
  [
    { kind: 'notLoaded', reason: 'ERR_FAILED' },
    { kind: 'reload', afterMs: 1000 },
  ],
  [
    { kind: 'preloadFailed', reason: 'ZodError' },
    { kind: 'reload', afterMs: 1000 },
  ],
  [
    { kind: 'graphicsGone', reason: 'crashed' },
    { kind: 'reload', afterMs: 1000 },
  ],
  [{ kind: 'helperGone', reason: 'Video Capture' }, { kind: 'goOn' }],
  [{ kind: 'closed' }, { kind: 'reopen', afterMs: 1000 }],
])('EL15 at the first %j: %j', (event, reaction) => {
  expect(run([[0, event]]).reactions).toEqual([reaction]);
});

test.each<[Event, Reaction]>([
  [{ kind: 'unresponsive' }, { kind: 'giveTime', afterMs: 10_000 }],
  [{ kind: 'responsive' }, { kind: 'takeBackTime' }],
  [{ kind: 'hung' }, { kind: 'endPage' }],
])('EL17 at %j: %j', (event, reaction) => {
  expect(run([[0, event]]).reactions).toEqual([reaction]);
});

test('EL15 EL16 failures in a row wait longer and from the third on open a new window', () => {
  const { reactions } = run(Array.from({ length: 9 }, (_, n) => [n * 30, gone()] as const));
  expect(reactions).toEqual(
    [1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds, n) => ({
      kind: n < 2 ? 'reload' : 'reopen',
      afterMs: seconds * 1000,
    })),
  );
});

test.each([
  [599, 2000],
  [600, 1000],
])('EL16 a failure %i s after the first waits %i ms', (later, afterMs) => {
  const { reactions } = run([
    [0, gone()],
    [later, { kind: 'notLoaded', reason: 'ERR_FAILED' }],
  ]);
  expect(reactions[1]).toEqual({ kind: 'reload', afterMs });
});

test('EL16 a hang counts as one failure, when the page it ended is gone', () => {
  const { watch } = run([
    [0, { kind: 'unresponsive' }],
    [10, { kind: 'hung' }],
    [10, gone('killed')],
  ]);
  expect(watch.failures).toEqual([10_000]);
});

test('EL18 every event is counted by its kind', () => {
  const { watch } = run([
    [0, gone()],
    [1, { kind: 'helperGone', reason: 'Audio Service' }],
    [2, gone()],
    [3, { kind: 'closed' }],
  ]);
  expect(watch.counts).toEqual({ pageGone: 2, helperGone: 1, closed: 1 });
});

test('EL16 EL18 whatever happens, waits stay between 1 s and 1 min and no count is lost', () => {
  const kinds: EventKind[] = [
    'pageGone',
    'notLoaded',
    'preloadFailed',
    'graphicsGone',
    'helperGone',
    'unresponsive',
    'responsive',
    'hung',
    'silent',
    'closed',
  ];
  const event = fc.constantFrom(...kinds).map((kind) => ({ kind, reason: 'crashed' }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(900), event), { maxLength: 200 }), (gaps) => {
      let second = 0;
      const { reactions, watch } = run(gaps.map(([gap, what]) => [(second += gap), what] as const));
      const waits = reactions.flatMap((one) =>
        one.kind === 'reload' || one.kind === 'reopen' ? [one.afterMs] : [],
      );
      expect(waits.filter((wait) => wait < 1000 || wait > 60_000)).toEqual([]);
      expect(Object.values(watch.counts).reduce((sum, count) => sum + count, 0)).toBe(gaps.length);
    }),
  );
});
