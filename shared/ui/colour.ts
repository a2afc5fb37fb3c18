/** What of a field's colour is dark enough for white text: contrast at least 7:1 (WCAG AAA). */
const wanted = 7;

type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** WCAG contrast with white, 1 to 21, of a colour `#rrggbb`. */
export const contrastWithWhite = (hex: string): number => 1.05 / (luminance(parse(hex)) + 0.05);

/**
 * The same hue, darkened as little as white text needs to be read on it.
 * @param hex `#rrggbb`
 * @returns `#rrggbb` with a contrast of at least 7:1 with white.
 */
export function deepen(hex: string): string {
  const rgb = parse(hex);
  for (let share = 1; share > 0; share -= 0.02) {
    const darker = `#${rgb
      .map((channel) =>
        Math.floor(channel * share)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if (contrastWithWhite(darker) >= wanted) return darker;
  }
  return '#000000';
}
