import type { Pointing } from '../../vision/protocol.ts';

/** Something that can be chosen, and where it is on the screen, px. */
export type Target = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Of the way from middle to edge: a target is left only when another is nearer by this much. */
const HYSTERESIS = 0.12;

/** The smallest rectangle around all targets. The head's whole reach is spread over it. */
function around(targets: readonly Target[]): Omit<Target, 'id'> {
  const x = Math.min(...targets.map((target) => target.x));
  const y = Math.min(...targets.map((target) => target.y));
  return {
    x,
    y,
    width: Math.max(...targets.map((target) => target.x + target.width)) - x,
    height: Math.max(...targets.map((target) => target.y + target.height)) - y,
  };
}

const clamp = (value: number): number => Math.min(1, Math.max(-1, value));

/** Where on the screen an aim (-1..1) is, px; beyond the edge it is on the edge. */
export function onScreen(aim: Pointing, targets: readonly Target[]): { x: number; y: number } {
  const { x, y, width, height } = around(targets);
  return { x: x + ((clamp(aim.x) + 1) / 2) * width, y: y + ((clamp(aim.y) + 1) / 2) * height };
}

/** The target nearest to an aim, unless the one that is held is hardly farther away. @returns null if there is none. */
export function targetAt(aim: Pointing, targets: readonly Target[], held: string | null): string | null {
  const box = around(targets);
  const at = onScreen(aim, targets);
  const beyond = (value: number, from: number, size: number, whole: number): number =>
    (Math.max(0, from - value, value - from - size) * 2) / whole;
  let best: { id: string; distance: number } | null = null;
  for (const { id, x, y, width, height } of targets) {
    const away = Math.hypot(beyond(at.x, x, width, box.width), beyond(at.y, y, height, box.height));
    const distance = id === held ? away - HYSTERESIS : away;
    if (best === null || distance < best.distance) best = { id, distance };
  }
  return best?.id ?? null;
}
