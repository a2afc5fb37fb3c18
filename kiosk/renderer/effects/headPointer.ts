import type { Pointing } from '../../vision/protocol.ts';
import type { Pointer } from '../pointer/pointer.ts';
import { point, startPointer } from '../pointer/pointer.ts';
import type { Target } from '../pointer/targets.ts';
import { onScreen } from '../pointer/targets.ts';

type Ring = Target & { readonly share: number };
type Place = { readonly x: number; readonly y: number };

/** Choosing with the head on the screens that allow it. What is shown of it changes at every look of the camera. */
export type HeadPointer = {
  readonly subscribe: (listener: () => void) => () => void;
  /** Where the head points, px: while it rests, in the middle of what can be chosen. null: not in use. */
  readonly cursor: () => Place | null;
  /** The target that is pointed at, and how much of the time is up for which it must be, 0..1. */
  readonly ring: () => Ring | null;
  /** Something that can be chosen as long as it is shown. @returns the function that takes it away. */
  readonly offer: (id: string, element: Element, choose: () => void) => () => void;
  /** A screen on which the head may choose is shown. @returns the function that ends it. */
  readonly open: () => () => void;
  /** What the camera saw of the head; null: nobody's, or not clear whose. */
  readonly see: (pointing: Pointing | null) => void;
  /** A finger is on the screen: the head chooses nothing before the next screen. */
  readonly stop: () => void;
};

/**
 * @param dwellMs how long the head rests on a choice before it counts, now.
 * @param now ms of any one clock.
 */
export function makeHeadPointer(
  dwellMs: () => number,
  now: () => number = () => performance.now(),
): HeadPointer {
  const listeners = new Set<() => void>();
  const offers = new Map<string, { readonly element: Element; readonly choose: () => void }>();
  let pointer: Pointer | null = null;
  let isOpen = false;
  let cursor: Place | null = null;
  let ring: Ring | null = null;

  const targets = (): Target[] =>
    [...offers].map(([id, { element }]) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { id, x, y, width, height };
    });
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const clear = (): void => {
    isOpen = false;
    cursor = null;
    ring = null;
    changed();
  };
  const show = ({ head, held, cursor: aimed }: Pointer, among: readonly Target[]): void => {
    const inUse = among.length > 0 && (head.kind === 'resting' || head.kind === 'pointing');
    cursor = inUse ? (aimed ?? onScreen({ x: 0, y: 0 }, among)) : null;
    const target = among.find(({ id }) => id === held?.id);
    ring = target && held ? { ...target, share: Math.min(1, held.ms / dwellMs()) } : null;
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cursor: () => cursor,
    ring: () => ring,
    offer(id, element, choose) {
      offers.set(id, { element, choose });
      return () => offers.delete(id);
    },
    open() {
      pointer = startPointer(now(), pointer);
      isOpen = true;
      return clear;
    },
    see(pointing) {
      if (!isOpen || pointer === null) return;
      const among = targets();
      pointer = point(pointer, pointing, among, now(), dwellMs());
      show(pointer, among);
      const { chosen } = pointer;
      if (chosen !== null) isOpen = false;
      changed();
      if (chosen !== null) offers.get(chosen)?.choose();
    },
    stop() {
      pointer = null;
      clear();
    },
  };
}
