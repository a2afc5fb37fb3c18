import { describe, expect, test } from 'vitest';
import type { Pointer } from '../../../kiosk/renderer/pointer/pointer.ts';
import { point, startPointer } from '../../../kiosk/renderer/pointer/pointer.ts';
import { targetAt } from '../../../kiosk/renderer/pointer/targets.ts';
import type { Target } from '../../../kiosk/renderer/pointer/targets.ts';
import type { Pointing } from '../../../kiosk/vision/protocol.ts';
import { dwellMs, screens } from './screensToPoint.ts';
import type { Visitor } from './visitorHead.ts';
import { visitor } from './visitorHead.ts';

const layouts = Object.entries(screens);
const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);

/** What somebody does with the head for half a minute; called at every look. */
type Habit = (person: Visitor, at: number) => void;

/** Plays half a minute. @returns what was chosen, if anything. */
function halfMinute(seed: number, targets: readonly Target[], habit: Habit): string | null {
  const person = visitor(seed);
  let pointer: Pointer = startPointer(0);
  for (;;) {
    const { at, seen } = person.look();
    if (at > 30_000) return pointer.chosen;
    habit(person, at);
    pointer = point(pointer, seen, targets, at, dwellMs);
  }
}

/** Moves again and again, after about `everyMs`. */
function often(everyMs: number, move: (person: Visitor) => void): () => Habit {
  return () => {
    let next = 0;
    return (person, at) => {
      if (at < next) return;
      next = at + everyMs * (1 + 0.3 * person.normal());
      move(person);
    };
  };
}

const within = (most: number, value: number): number => Math.max(-most, Math.min(most, value));
const still: Pointing = { x: 0, y: 0 };
/** A movement that begins at `from` and is taken back at `to`. */
const during =
  (from: number, to: number, goal: Pointing, ms: number): (() => Habit) =>
  () => {
    let done = 0;
    return (person, at) => {
      if (done === 0 && at >= from) person.move(goal, ms);
      if (done === 1 && at >= to) person.move(still, ms);
      if ((done === 0 && at >= from) || (done === 1 && at >= to)) done += 1;
    };
  };

const habits: readonly (readonly [string, () => Habit])[] = [
  ['stands still', () => () => undefined],
  [
    'reads: the eyes take the head along from line to line',
    often(700, (person) =>
      person.move(
        { x: within(0.035, 0.02 * person.normal()), y: within(0.03, 0.015 * person.normal()) },
        250,
      ),
    ),
  ],
  [
    'says no: the head is shaken',
    often(350, (person) => person.move({ x: person.goal().x > 0 ? -0.12 : 0.12, y: 0 }, 300)),
  ],
  ['changes the posture slowly', during(5_000, 20_000, { x: 0.1, y: -0.07 }, 4_000)],
  ['looks at somebody beside for five seconds', during(5_000, 10_000, { x: 0.4, y: 0.02 }, 500)],
  ['looks down at the papers for five seconds', during(5_000, 10_000, { x: 0.03, y: 0.35 }, 500)],
  ['looks up at the wall display for five seconds', during(5_000, 10_000, { x: 0, y: -0.33 }, 500)],
];

describe.each(layouts)('on %s', (_, targets) => {
  test.each(habits)('K21 nothing is chosen for somebody who %s', (_name, habit) => {
    const chosen = seeds.map((seed) => halfMinute(seed, targets, habit()));
    expect(chosen.filter((id) => id !== null)).toEqual([]);
  });
});

/** A still head that turns right at 1 s, seen ten times a second; `see` may change what the camera reports. */
function turned(see: (at: number, pose: Pointing) => Pointing | null, until = 5_000): Pointer {
  const targets = screens['10 fields, landscape'] ?? expect.unreachable();
  let pointer = startPointer(0);
  for (let at = 0; at <= until; at += 100)
    pointer = point(
      pointer,
      see(at, { x: at < 1_000 ? 0 : 0.12, y: at < 1_000 ? 0.7 : 0.66 }),
      targets,
      at,
      dwellMs,
    );
  return pointer;
}
const always = (_at: number, pose: Pointing): Pointing => pose;

describe('holding', () => {
  test('K22 a target is chosen after 1.2 s, and nothing more after it', () => {
    expect(turned(always, 2_200).chosen).toBeNull();
    const { chosen } = turned(always);
    expect(chosen).not.toBeNull();
    const back = (at: number, pose: Pointing): Pointing => (at < 5_000 ? pose : { x: -0.12, y: 0.7 });
    expect(turned(back, 9_000).chosen).toBe(chosen);
  });
  test.each([800, 2_000])('K33 a target is chosen after the %d ms that the office has set', (own) => {
    const targets = screens['10 fields, landscape'] ?? expect.unreachable();
    const at = (until: number): Pointer => {
      let pointer = startPointer(0);
      for (let now = 0; now <= until; now += 100)
        pointer = point(
          pointer,
          { x: now < 1_000 ? 0 : 0.12, y: now < 1_000 ? 0.7 : 0.66 },
          targets,
          now,
          own,
        );
      return pointer;
    };
    expect(at(1_000 + own).chosen).toBeNull();
    expect(at(2_000 + own).chosen).not.toBeNull();
  });
  test('K22 leaving the target begins anew', () => {
    const away = (at: number, pose: Pointing): Pointing =>
      at >= 2_000 && at < 2_600 ? { x: -0.12, y: 0.7 } : pose;
    expect(turned(away, 3_400).chosen).toBeNull();
    expect(turned(away, 4_600).chosen).not.toBeNull();
  });
  test.each([
    ['left', null, -0.05],
    ['right', null, 0.05],
    // The border is in the middle.
    ['left', 'left', 0.05],
    ['right', 'left', 0.15],
    ['right', 'right', -0.05],
  ])('K22 %s is pointed at when %s is held and the cursor is at %d', (expected, held, x) => {
    const size = { y: 0, width: 100, height: 100 };
    const pair = [
      { id: 'left', x: 0, ...size },
      { id: 'right', x: 100, ...size },
    ];
    expect(targetAt({ x, y: 0 }, pair, held)).toBe(expected);
  });
  test.each([
    ['the face is gone', 200],
    ['two people are there', 200],
  ])('K23 time in which %s does not count', (_name, ms) => {
    const hidden = (at: number, pose: Pointing): Pointing | null =>
      at >= 1_800 && at < 1_800 + ms ? null : pose;
    const shown = turned(always, 2_300);
    expect(turned(hidden, 2_300).held?.ms).toBeLessThan(shown.held?.ms ?? 0);
  });
  test('K23 a face that was gone for longer is taken for another’s: nothing is held, its neutral pose is found anew', () => {
    const gone = (at: number, pose: Pointing): Pointing | null => (at >= 1_800 && at < 2_400 ? null : pose);
    const pointer = turned(gone, 9_000);
    expect([pointer.held, pointer.chosen, pointer.head.kind]).toEqual([null, null, 'resting']);
  });
  test('K23 nobody chooses anything', () => {
    expect(turned(() => null).chosen).toBeNull();
  });
  test('K24 a turn that was meant for the screen before chooses nothing on the next', () => {
    const targets = screens['greeting, portrait'] ?? expect.unreachable();
    const before = turned(always);
    expect(before.chosen).not.toBeNull();
    let pointer = startPointer(before.seenAt, before);
    for (let at = before.seenAt; at <= 4_500; at += 100)
      pointer = point(pointer, { x: 0.12, y: 0.66 }, targets, at, dwellMs);
    expect(pointer.held).toBeNull();
    // Back to the middle: the other side is not pointed at either.
    for (let at = 4_600; at <= 9_000; at += 100)
      pointer = point(pointer, { x: 0, y: 0.7 }, targets, at, dwellMs);
    expect([pointer.held, pointer.chosen]).toEqual([null, null]);
    // A new turn is.
    for (let at = 9_100; at <= 11_500; at += 100)
      pointer = point(pointer, { x: -0.12, y: 0.82 }, targets, at, dwellMs);
    expect(pointer.chosen).toBe('other fields');
  });
  test('K24 a screen that has just come is looked at first', () => {
    const early = (at: number, pose: Pointing): Pointing =>
      at < 600 ? { x: 0, y: 0.7 } : { ...pose, x: 0.12 };
    expect(turned(early, 700).held).toBeNull();
    expect(turned(early, 1_000).held?.ms).toBeLessThanOrEqual(200);
  });
});
