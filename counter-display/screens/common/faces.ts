/** Mouths from not satisfied (1) to very satisfied (4), in a face 48 px wide. Drawn, since not every font has faces. */
const mouths: readonly string[] = [
  'M15 35 Q24 25 33 35',
  'M15 32 L33 32',
  'M15 29 Q24 38 33 29',
  'M13 27 Q24 44 35 27 Z',
];

/** The shapes of a face for a level of satisfaction, as a path that is stroked. */
export const facePathOf = (level: number): string =>
  `M24 3 A21 21 0 1 1 23.99 3 Z M17 18 L17 21 M31 18 L31 21 ${mouths[level - 1] ?? ''}`;
