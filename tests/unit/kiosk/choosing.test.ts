import { describe, expect, test } from 'vitest';
import type { Pointer } from '../../../kiosk/renderer/pointer/pointer.ts';
import { point, startPointer } from '../../../kiosk/renderer/pointer/pointer.ts';
import type { Target } from '../../../kiosk/renderer/pointer/targets.ts';
import type { Pointing } from '../../../kiosk/vision/protocol.ts';
import { dwellMs, screens } from './screensToPoint.ts';
import type { Visitor } from './visitorHead.ts';
import { visitor } from './visitorHead.ts';

const VISITS = 40;

/** The middle of a target, and half its size, as a share of the way from the middle of all to their edge. */
function placeOf(wanted: Target, targets: readonly Target[]): { middle: Pointing; half: Pointing } {
  const along = (from: 'x' | 'y', size: 'width' | 'height'): [number, number] => {
    const first = Math.min(...targets.map((target) => target[from]));
    const whole = Math.max(...targets.map((target) => target[from] + target[size])) - first;
    return [((wanted[from] + wanted[size] / 2 - first) / whole) * 2 - 1, wanted[size] / whole];
  };
  const [x, halfX] = along('x', 'width');
  const [y, halfY] = along('y', 'height');
  return { middle: { x, y }, half: { x: halfX, y: halfY } };
}

/** What a visitor guesses before having seen the cursor: a good turn of the head leads to the edge. */
function firstGuess({ x, y }: Pointing, { normal }: Visitor): Pointing {
  const far = Math.max(0.05, Math.hypot(x, y));
  const turn = (0.42 + 0.58 * far) / far;
  const wrong = 1 + 0.2 * normal();
  return { x: 0.15 * x * turn * wrong + 0.012 * normal(), y: 0.13 * y * turn * wrong + 0.012 * normal() };
}

/** The visitor sees the cursor beside the wanted tile and moves towards it, not exactly. */
function correct(person: Visitor, cursor: Pointing | null, middle: Pointing): void {
  const goal = person.goal();
  const off = cursor === null ? null : { x: middle.x - cursor.x, y: middle.y - cursor.y };
  const part = 0.75 + 0.15 * person.normal();
  // Without a cursor the head is hardly turned: farther, then.
  const next =
    off === null
      ? { x: 1.5 * goal.x, y: 1.5 * goal.y }
      : { x: goal.x + 0.087 * part * off.x, y: goal.y + 0.075 * part * off.y };
  person.move(next, 250);
}

/** Plays one visit. @returns what was chosen and when, ms after the screen came. */
function visit(seed: number, wanted: Target, targets: readonly Target[]): { id: string | null; ms: number } {
  const person = visitor(seed);
  const { middle, half } = placeOf(wanted, targets);
  const starts = 700 + 100 * person.normal();
  let pointer: Pointer = startPointer(0);
  let begun = false;
  let looksAgain = 0;
  for (;;) {
    const { at, seen } = person.look();
    pointer = point(pointer, seen, targets, at, dwellMs);
    if (pointer.chosen !== null || at > 20_000) return { id: pointer.chosen, ms: at };
    if (!begun && at >= starts) {
      begun = true;
      person.move(firstGuess(middle, person), 550 + 60 * person.normal());
    } else if (begun && !person.moving() && at >= looksAgain) {
      // It takes a while to see where the cursor is.
      looksAgain = at + 300;
      const cursor =
        pointer.cursor && placeOf({ ...wanted, ...pointer.cursor, width: 0, height: 0 }, targets).middle;
      const near =
        cursor !== null &&
        Math.abs(middle.x - cursor.x) < 0.7 * half.x &&
        Math.abs(middle.y - cursor.y) < 0.7 * half.y;
      if (!near) correct(person, cursor, middle);
    }
  }
}

describe('a visitor who chooses with the head', () => {
  test.each(Object.entries(screens))(
    'K20 gets the wanted one of %s in at least 98 % of visits, half of them within 3.5 s',
    (_, targets) => {
      const visits = targets.flatMap((wanted, place) =>
        Array.from({ length: VISITS }, (_unused, seed) => {
          const { id, ms } = visit(1 + place * VISITS + seed, wanted, targets);
          return { right: id === wanted.id, ms };
        }),
      );
      const right = visits.filter((one) => one.right);
      const times = visits.map(({ ms }) => ms).toSorted((a, b) => a - b);
      expect(right.length / visits.length).toBeGreaterThanOrEqual(0.98);
      expect(times[times.length >> 1]).toBeLessThanOrEqual(3_500);
    },
  );
});
