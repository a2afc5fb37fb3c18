/** From pixels to what a network is fed. */
import type { Pixels } from '../../models/set.ts';
import type { Planes } from './picture.ts';

/**
 * Several pictures of one size as a network input [n, 3, height, width]: `(value - mean) / scale`, planes in
 * the order the set asks for.
 */
export function toInput(pictures: readonly Planes[], { channels, mean, scale }: Pixels): Float32Array {
  const plane = (pictures[0]?.values.length ?? 0) / 3;
  const out = new Float32Array(pictures.length * plane * 3);
  for (const [index, { values }] of pictures.entries()) {
    for (let channel = 0; channel < 3; channel++) {
      const from = (channels === 'RGB' ? channel : 2 - channel) * plane;
      const to = (index * 3 + channel) * plane;
      const middle = mean[channel] ?? 0;
      const factor = 1 / (scale[channel] ?? 1);
      for (let at = 0; at < plane; at++) out[to + at] = ((values[from + at] ?? 0) - middle) * factor;
    }
  }
  return out;
}
