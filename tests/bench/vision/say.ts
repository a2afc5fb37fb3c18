/** How the benchmarks of vision say what they measured. */
import { cpus, loadavg } from 'node:os';

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** One row of a table. */
export const row = (cells: readonly string[]): void => print(`| ${cells.join(' | ')} |`);

/** Rows of cells below a heading, as Markdown has them. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): void {
  for (const cells of [heading, heading.map(() => '---'), ...rows]) row(cells);
}

export const ms = (value: number | undefined): string => {
  const known = value ?? Number.NaN;
  return known.toFixed(known < 20 ? 1 : 0);
};

/** The middle one; of an even number the upper of both. */
export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** How busy the machine is with everything: beside figures that others' work can spoil. */
export const load = (): string =>
  `${cpus().length} cores, load ${loadavg()
    .slice(0, 2)
    .map((value) => value.toFixed(1))
    .join(' and ')} over 1 and 5 minutes`;
