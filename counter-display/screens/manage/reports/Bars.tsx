import type { ReactNode } from 'react';

type Bar = {
  readonly name: string;
  /** Its length, a share of the longest's. */
  readonly share: number;
  readonly value: string;
  readonly note?: string;
};

/** Bars beside their names, longest as wide as there is room; each says its number. */
export function Bars({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }): ReactNode {
  return (
    <ul className="report-bars" aria-label={label}>
      {bars.map(({ name, share, value, note }) => (
        <li key={name}>
          <span className="report-bar-name">{name}</span>
          <svg className="report-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width={Math.max(0.5, share * 100)} height="10" />
          </svg>
          <span className="report-bar-value tabular">
            <b>{value}</b>
            {note !== undefined && ` · ${note}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
