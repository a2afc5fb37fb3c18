import type { ReactNode } from 'react';

type Point = {
  readonly name: string;
  readonly value: number;
  /** Null where there is none. */
  readonly before: number | null;
};

const height = 260;
const [left, bottom, top] = [70, 34, 24];

/** A round number at or above the largest, for the top of the scale. */
function roundUp(largest: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, largest)));
  return ([1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].find((times) => times * unit >= largest) ?? 10) * unit;
}

/**
 * Columns over names, and a line over them for what they are compared with.
 * @param emphasised the places of columns that are to be seen apart.
 */
export function Columns({
  points,
  label,
  say,
  emphasised,
  isNarrow = false,
}: {
  readonly points: readonly Point[];
  readonly label: string;
  readonly say: (value: number) => string;
  readonly emphasised?: (place: number) => boolean;
  /** Stands beside another picture. */
  readonly isNarrow?: boolean;
}): ReactNode {
  const width = isNarrow ? 760 : 1400;
  const scale = roundUp(Math.max(1, ...points.flatMap(({ value, before }) => [value, before ?? 0])));
  const step = (width - left) / Math.max(1, points.length);
  const x = (place: number): number => left + (place + 0.5) * step;
  const y = (value: number): number => height - bottom - (value / scale) * (height - bottom - top);
  // Not more names than there is room for, nor more numbers.
  const every = Math.ceil(points.length / (isNarrow ? 14 : 16));
  const line = points
    .map(({ before }, i) => (before === null ? null : `${x(i).toFixed(1)},${y(before).toFixed(1)}`))
    .filter((point) => point !== null);
  return (
    <svg
      className="report-columns"
      data-narrow={isNarrow}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className="report-grid" x1={left} x2={width} y1={y(share * scale)} y2={y(share * scale)} />
          <text className="report-axis" x={left - 8} y={y(share * scale) + 5} textAnchor="end">
            {say(share * scale)}
          </text>
        </g>
      ))}
      {points.map(({ name, value }, i) => (
        <g key={name}>
          <rect
            className="report-column"
            data-apart={emphasised?.(i) ?? false}
            x={x(i) - step * 0.36}
            width={step * 0.72}
            y={y(value)}
            height={Math.max(0, y(0) - y(value))}
          />
          {i % every === 0 && (
            <text className="report-axis" x={x(i)} y={height - 10} textAnchor="middle">
              {name}
            </text>
          )}
        </g>
      ))}
      {line.length > 1 && <polyline className="report-line" points={line.join(' ')} />}
      {points.length <= 16 &&
        points.map(({ name, value }, i) => (
          <text key={name} className="report-over" x={x(i)} y={y(value) - 5} textAnchor="middle">
            {say(value)}
          </text>
        ))}
    </svg>
  );
}
