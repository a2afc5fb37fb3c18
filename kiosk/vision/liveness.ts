/**
 * Whether a face is a person's or a picture's: what the passive networks (MiniFASNet) are shown and how their answers
 * are read. Pure, but for running the networks.
 */
import type { LivenessSpec, PassiveSpec } from '../../models/set.ts';
import type { Net } from './net.ts';
import type { Box, Picture, Planes } from './picture.ts';
import type { Liveness } from './protocol.ts';
import { stretch } from './scale.ts';
import { toInput } from './tensor.ts';

/**
 * The part of a frame that a network is shown: the face's box `cropScale` times as large, less if the frame is smaller,
 * moved to where it is whole; whole px. As minivision-ai/Silent-Face-Anti-Spoofing cuts it (src/generate_patches.py),
 * since the networks look at the frame around a face for the edges of screens and paper.
 */
export function surroundings(
  { width, height }: Pick<Picture, 'width' | 'height'>,
  box: Box,
  cropScale: number,
): Box {
  const scale = Math.min((height - 1) / box.height, (width - 1) / box.width, cropScale);
  const along = (middle: number, size: number, most: number): { first: number; length: number } => {
    const start = Math.min(Math.max(0, middle - size / 2), most - 1 - size);
    const first = Math.max(0, Math.trunc(start));
    return { first, length: Math.trunc(start + size) - first + 1 };
  };
  const x = along(box.x + box.width / 2, box.width * scale, width);
  const y = along(box.y + box.height / 2, box.height * scale, height);
  return { x: x.first, y: y.first, width: x.length, height: y.length };
}

/** What a network is shown of a frame: `size` px square, RGB planes 0..255. */
export const shownTo = ({ cropScale, size }: PassiveSpec, frame: Picture, box: Box): Planes =>
  stretch(frame, surroundings(frame, box, cropScale), { width: size, height: size });

/** Softmax of one of some numbers. */
function probabilityOf(values: Float32Array, index: number): number {
  const most = Math.max(...values);
  const sum = values.reduce((total, value) => total + Math.exp(value - most), 0);
  return Math.exp((values[index] ?? -Infinity) - most) / sum;
}

/** One network's probability, 0..1, that a face in a frame is a real person's. */
export async function realness(net: Net, spec: PassiveSpec, frame: Picture, box: Box): Promise<number> {
  const { size, pixels, realIndex } = spec;
  const { values } = await net.one(toInput([shownTo(spec, frame, box)], pixels), [1, 3, size, size]);
  return probabilityOf(values, realIndex);
}

/** More frames than this do not make it surer. */
export const FRAMES_MEASURED = 5;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};

/** What a run's frames mean together, by the median of their realness (each the mean of all networks). */
export function livenessOf(frames: readonly number[], spec: LivenessSpec | undefined): Liveness {
  if (spec === undefined || frames.length === 0) return 'unmeasured';
  const typical = median(frames);
  if (typical >= spec.real) return 'real';
  return typical < spec.replay ? 'replay' : 'unclear';
}
