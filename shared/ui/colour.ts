/** The contrast that text is to have with its ground (WCAG AAA). */
const wanted = 7;
/** `--surface` of the dark set in `tokens.css`. */
const darkSurface = '#15212c';

type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** WCAG contrast, 1 to 21, of two colours `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(parse(one)), luminance(parse(other))].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The first of a colour's variants, from itself to `last` in fifty steps, that is readable on the ground. */
function firstReadable(hex: string, last: number, ground: string): string {
  for (let share = 0; share < 1; share += 0.02) {
    const variant = `#${parse(hex)
      .map((channel) =>
        Math.floor(channel + (last - channel) * share)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if (contrast(variant, ground) >= wanted) return variant;
  }
  return last === 0 ? '#000000' : '#ffffff';
}

/**
 * The same hue, darkened as little as white text needs to be read on it.
 * @param hex `#rrggbb`
 * @returns `#rrggbb` with a contrast of at least 7:1 with white.
 */
export const deepen = (hex: string): string => firstReadable(hex, 0, '#ffffff');

/**
 * The same hue, lightened as little as it needs to be read on a dark screen.
 * @param hex `#rrggbb`
 * @returns `#rrggbb` with a contrast of at least 7:1 with the dark surface.
 */
export const lighten = (hex: string): string => firstReadable(hex, 255, darkSurface);
