/** Finds the faces of a frame: in all of it, or, between such looks, only where the nearest face was before. */
import type { Face } from './detect.ts';
import type { Engine } from './engine.ts';
import type { ReadFace } from './finders.ts';
import { RIVAL_WIDTH } from './gate.ts';
import { nearest } from './look.ts';
import type { Picture } from './picture.ts';

/** What was found in a frame. */
export type Found = {
  /** px of the frame; the nearest as `read` has it, the others where the last whole look saw them. */
  readonly faces: readonly Face[];
  /** The nearest; null: nobody, or seen by itself it is no face. */
  readonly read: ReadFace | null;
  /** When a whole frame was looked at, ms. */
  readonly wholeAt: number;
};

/** Who comes up is seen this late at most, ms. */
const WHOLE_EVERY_MS = 500;

/** The face to look for, and nothing but it; null: the whole frame has to be looked at. */
function followable({ follows }: Engine, before: Found | null, at: number): ReadFace | null {
  if (!follows || before === null || before.read === null || at - before.wholeAt >= WHOLE_EVERY_MS)
    return null;
  const { faces, read } = before;
  // Of two people who are near, the nearer may change with every frame.
  const near = faces.filter(({ box }) => box.width >= RIVAL_WIDTH * read.box.width);
  return near.length > 1 ? null : read;
}

/** Looks at a frame taken at `at` (ms). `whole`: at all of it, because something is decided by it. */
export async function find(
  engine: Engine,
  frame: Picture,
  at: number,
  { before, whole }: { readonly before: Found | null; readonly whole: boolean },
): Promise<Found> {
  const known = whole ? null : followable(engine, before, at);
  if (known !== null && before !== null) {
    const read = await engine.pointer.read(frame, known);
    const others = before.faces.filter((face) => face !== known);
    if (read !== null) return { faces: [read, ...others], read, wholeAt: before.wholeAt };
  }
  const faces = await engine.detect(frame);
  const face = nearest(faces);
  const read = face === undefined ? null : await engine.pointer.read(frame, face);
  return { faces: faces.map((one) => (one === face && read !== null ? read : one)), read, wholeAt: at };
}
