import type { Pointing } from '../../vision/protocol.ts';
import type { Head } from './head.ts';
import { aimOf, followHead, isHeld, isOutside, nextScreen, unknownHead } from './head.ts';
import type { Target } from './targets.ts';
import { onScreen, targetAt } from './targets.ts';

/** Choosing with the head on one screen. Times are ms of any one clock. */
export type Pointer = {
  readonly head: Head;
  /** When the screen came. */
  readonly since: number;
  /** When the head was last seen. */
  readonly seenAt: number;
  /** The target pointed at, and for how long. */
  readonly held: { readonly id: string; readonly ms: number } | null;
  /** Where on the screen the head points, px. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
  /** The target that was held long enough. Nothing more is chosen on this screen. */
  readonly chosen: string | null;
};

/** A new screen is looked at first. */
const SETTLE_MS = 800;
/** A face that is away for longer may come back as somebody else's. */
const LOST_AFTER_MS = 400;
/** Time between two looks counts only up to this: what happened in a longer gap was not seen. */
const GAP_MS = 150;

/** A screen that came at `at`; `before` is the pointer of the screen before in the same visit. */
export const startPointer = (at: number, before: Pointer | null = null): Pointer => ({
  head: before === null ? unknownHead : nextScreen(before.head, at),
  since: at,
  seenAt: before?.seenAt ?? at,
  held: null,
  cursor: null,
  chosen: null,
});

/** The face is not seen, or it is not clear whose it is: nothing goes on, and after a while everything begins anew. */
const unseen = (pointer: Pointer, at: number): Pointer =>
  at - pointer.seenAt > LOST_AFTER_MS ? { ...pointer, head: unknownHead, held: null, cursor: null } : pointer;

/**
 * Takes one look into account.
 * @param pointing null: no head, or not clear whose.
 * @param targets what can be chosen now.
 * @param dwellMs pointing so long at one target chooses it.
 */
export function point(
  before: Pointer,
  pointing: Pointing | null,
  targets: readonly Target[],
  at: number,
  dwellMs: number,
): Pointer {
  if (before.chosen !== null) return before;
  const pointer = unseen(before, at);
  if (pointing === null) return pointer;
  const head = followHead(pointer.head, pointing, at);
  const moved: Pointer = { ...pointer, head, seenAt: at, held: null, cursor: null };
  const aim = aimOf(head);
  if (aim === null || targets.length === 0 || at - pointer.since < SETTLE_MS) return moved;
  const cursor = onScreen(aim, targets);
  const id = isOutside(aim) ? null : targetAt(aim, targets, pointer.held?.id ?? null);
  if (id === null) return { ...moved, cursor };
  const gap = at - pointer.seenAt;
  const ms = pointer.held?.id === id ? pointer.held.ms + (isHeld(head) ? Math.min(gap, GAP_MS) : 0) : 0;
  return { ...moved, cursor, held: { id, ms }, chosen: ms >= dwellMs ? id : null };
}
