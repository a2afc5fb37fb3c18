/** Draws error trade-offs: how many are missed for how many strangers let through, both on logarithmic scales. */
import { shareAtLeast, thresholdAt } from './rates.ts';
import type { Scores } from './rates.ts';

export type Curve = { readonly name: string; readonly scores: Scores };

const SIZE = { width: 1080, height: 560, left: 80, right: 340, top: 50, bottom: 60 };
/** Powers of ten at the ends of the axes. */
const FMR = { from: -6, to: -1 };
const FNMR = { from: -3, to: 0 };
const COLOURS = ['#0b5cad', '#c2410c', '#4d7c0f', '#7e22ce', '#0891b2', '#a16207', '#be185d', '#374151'];

const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));
const x = (power: number): number =>
  SIZE.left + ((power - FMR.from) / (FMR.to - FMR.from)) * (SIZE.width - SIZE.left - SIZE.right);
const y = (power: number): number =>
  SIZE.top + ((FNMR.to - power) / (FNMR.to - FNMR.from)) * (SIZE.height - SIZE.top - SIZE.bottom);

/** The curve's points, as far down as one impostor pair can show. */
function pointsOf({ genuine, impostor }: Scores): string {
  const points: string[] = [];
  for (let power = FMR.to; power >= FMR.from; power -= 0.05) {
    if (impostor.length * 10 ** power < 1) break;
    const missed = 1 - shareAtLeast(genuine, thresholdAt(impostor, 10 ** power));
    const across = x(power).toFixed(1);
    points.push(`${across},${y(within(Math.log10(missed), FNMR.from, FNMR.to)).toFixed(1)}`);
  }
  return points.join(' ');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const said = (power: number): string => `${Number((10 ** (power + 2)).toPrecision(1))} %`;

function axes(): string[] {
  const lines: string[] = [];
  const [bottom, right] = [SIZE.height - SIZE.bottom, SIZE.width - SIZE.right];
  for (let power = FMR.from; power <= FMR.to; power++)
    lines.push(
      `<path d="M${x(power)} ${SIZE.top}V${bottom}" stroke="#ddd"/><text x="${x(power)}" y="${bottom + 20}" text-anchor="middle">${said(power)}</text>`,
    );
  for (let power = FNMR.from; power <= FNMR.to; power++)
    lines.push(
      `<path d="M${SIZE.left} ${y(power)}H${right}" stroke="#ddd"/><text x="${SIZE.left - 8}" y="${y(power) + 5}" text-anchor="end">${said(power)}</text>`,
    );
  lines.push(
    `<text x="${(SIZE.left + right) / 2}" y="${SIZE.height - 12}" text-anchor="middle">false matches</text>`,
    `<text transform="translate(18 ${(SIZE.top + bottom) / 2}) rotate(-90)" text-anchor="middle">false non-matches (at the floor: ${said(FNMR.from)} or fewer)</text>`,
  );
  return lines;
}

/** @returns an SVG picture. */
export function detPlot(title: string, curves: readonly Curve[]): string {
  const drawn = curves.flatMap(({ name, scores }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? '#000';
    const at = SIZE.top + 22 + index * 20;
    return [
      `<polyline points="${pointsOf(scores)}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
      `<path d="M${SIZE.width - 320} ${at}h28" stroke="${colour}" stroke-width="2.5"/><text x="${SIZE.width - 284}" y="${at + 5}">${escaped(name)}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="13">`,
    `<rect width="100%" height="100%" fill="#fff"/><text x="${SIZE.left}" y="28" font-size="17">${escaped(title)}</text>`,
    ...axes(),
    ...drawn,
    '</svg>\n',
  ].join('\n');
}
