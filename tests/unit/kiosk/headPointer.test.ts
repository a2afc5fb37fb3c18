import { describe, expect, test } from 'vitest';
import { makeHeadPointer } from '../../../kiosk/renderer/effects/headPointer.ts';
import type { Pointing } from '../../../kiosk/vision/protocol.ts';
import { dwellMs } from './screensToPoint.ts';

const straight: Pointing = { x: 0, y: 0.7 };
const left: Pointing = { x: -0.12, y: 0.7 };

/** Two buttons beside each other, a camera that looks ten times a second, and a clock. */
function screen() {
  let now = 0;
  const chosen: string[] = [];
  const head = makeHeadPointer(
    () => dwellMs,
    () => now,
  );
  const button = (x: number): Element =>
    ({ getBoundingClientRect: () => ({ x, y: 0, width: 100, height: 100 }) }) as unknown as Element;
  head.offer('left', button(0), () => chosen.push('left'));
  head.offer('right', button(100), () => chosen.push('right'));
  const see = (pointing: Pointing | null, ms: number): void => {
    for (const until = now + ms; now < until;) {
      now += 100;
      head.see(pointing);
    }
  };
  return { head, see, chosen };
}

describe('the head on the screens', () => {
  test('K20 what is held long enough is chosen once, with a ring that fills', () => {
    const { head, see, chosen } = screen();
    head.open();
    see(straight, 1_000);
    expect(head.cursor()).toEqual({ x: 100, y: 50 });
    see(left, 900);
    expect(head.cursor()?.x).toBeLessThan(80);
    expect(head.ring()).toMatchObject({ id: 'left', x: 0, width: 100 });
    expect(head.ring()?.share).toBeGreaterThan(0.1);
    expect(chosen).toEqual([]);
    see(left, 5_000);
    expect(chosen).toEqual(['left']);
  });
  test('K20 nothing is chosen or shown where no screen allows it', () => {
    const { head, see, chosen } = screen();
    const close = head.open();
    see(straight, 1_000);
    close();
    see(left, 5_000);
    expect([head.cursor(), head.ring(), chosen]).toEqual([null, null, []]);
  });
  test('K25 a finger stops the head until the next screen', () => {
    const { head, see, chosen } = screen();
    const close = head.open();
    see(straight, 1_000);
    see(left, 900);
    head.stop();
    expect([head.cursor(), head.ring()]).toEqual([null, null]);
    see(straight, 1_000);
    see(left, 5_000);
    expect(chosen).toEqual([]);
    close();
    head.open();
    see(straight, 1_000);
    see(left, 3_000);
    expect(chosen).toEqual(['left']);
  });
});
