/** How often a frame is looked at: seldom while nothing happens, as often as possible while it matters. Pure. */
import type { VisionTask } from './protocol.ts';

export type Situation = {
  readonly kind: VisionTask['kind'];
  readonly faceInView: boolean;
  /** The task's run is complete: only presence still matters. */
  readonly complete: boolean;
};

/** ms from the start of one look to the start of the next; a look that takes longer simply delays it. */
export function paceOf({ kind, faceInView, complete }: Situation): number {
  if (complete) return faceInView ? 250 : 500;
  if (kind === 'rest') return faceInView ? 100 : 500;
  // A cursor is smooth at 15 looks a second; more would only take from the screen.
  return faceInView ? (kind === 'point' ? 66 : 50) : 125;
}
