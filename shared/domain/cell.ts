/** Programs for tables run what begins so as a formula. */
const runs = /^[=+\-@\t\r]/u;

/** A text as a cell that no program runs: with an apostrophe before what begins like a formula. */
export const safeCell = (text: string): string => (runs.test(text) ? `'${text}` : text);

/** What a cell says, without the apostrophe that `safeCell` put before it. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell;

/** Whether a cell would be run. */
export const isFormula = (cell: string): boolean => runs.test(cell);
