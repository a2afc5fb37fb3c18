/** Programs for tables run what begins so as a formula. */
const runs = /^[=+\-@\t\r]/u;

/** A text as a cell that no program runs: with an apostrophe before what begins like a formula. */
export const safeCell = (text: string): string => (runs.test(text) ? `'${text}` : text);
