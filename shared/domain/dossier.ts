/** Where a dossier is: with the office, waiting for papers of the visitor, refused, to be fetched, or handed over. */
export const dossierStates = ['received', 'supplement', 'refused', 'ready', 'returned'] as const;
export type DossierState = (typeof dossierStates)[number];

/**
 * What may happen to a dossier. `received`: what was missing has come. `extended`: it will be later. `reopened`: the last
 * step was a mistake.
 */
export const dossierSteps = [...dossierStates, 'extended', 'reopened'] as const;
export type DossierStep = (typeof dossierSteps)[number];

const next: Readonly<Record<DossierState, Partial<Record<DossierStep, DossierState>>>> = {
  received: {
    supplement: 'supplement',
    refused: 'refused',
    ready: 'ready',
    returned: 'returned',
    extended: 'received',
  },
  supplement: { received: 'received', refused: 'refused' },
  ready: { returned: 'returned', reopened: 'received' },
  refused: { reopened: 'received' },
  returned: { reopened: 'received' },
};

/** The state after a step; null if a dossier in this state cannot take it. */
export const stateAfter = (state: DossierState, step: DossierStep): DossierState | null =>
  next[state][step] ?? null;

/** The steps that a dossier in this state can take, in the order in which they are usual. */
export const stepsFrom = (state: DossierState): readonly DossierStep[] =>
  Object.keys(next[state]) as DossierStep[];

/** Steps that have to be explained to the visitor: what is missing, why it is refused, why it will be later. */
export const explained: readonly DossierStep[] = ['supplement', 'refused', 'extended'];

/** Whether something is still to be done: by the office, or by the visitor. */
export const isOpen = (state: DossierState): boolean => state !== 'refused' && state !== 'returned';

/**
 * The code by which a pattern names the `number`th dossier of a year: `H-{year}-{number}` gives `H-2026-0123`. The number
 * has four digits or more.
 */
export const codeOf = (pattern: string, year: number, number: number): string =>
  pattern.replaceAll('{year}', String(year)).replaceAll('{number}', String(number).padStart(4, '0'));
