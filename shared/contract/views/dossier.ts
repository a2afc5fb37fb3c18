import { z } from 'zod';
import { bilingual, dossierId, dossierState, dossierStep, letterKind, millis } from '../schemas.ts';

/** A dossier as several screens and papers show it. */
export const dossierNamed = z.strictObject({
  id: dossierId,
  code: z.string(),
  procedure: bilingual,
  receivedAt: millis,
  /** Null: no limit is known. */
  dueAt: millis.nullable(),
  state: dossierState,
});

export type DossierNamed = z.infer<typeof dossierNamed>;

/** A line of staff's lists. */
export const dossierRow = dossierNamed.extend({
  /** When it came into this state. */
  since: millis,
  /** What is missing, why it was refused or will be later. */
  text: z.string().nullable(),
  /** Of a visitor who is known; null also in lists of more than a hundred, which leave the house as tables. */
  name: z.string().nullable(),
  /** What can be done with it now. */
  steps: z.array(dossierStep),
});
export type DossierRow = z.infer<typeof dossierRow>;

/** What is printed for the visitor: that it was received, what is missing, or why it is refused. */
export const dossierPaper = dossierNamed.extend({
  /** What its procedure asks for, to be ticked off. */
  papers: z.array(z.string()),
  name: z.string().nullable(),
  text: z.string().nullable(),
  officerName: z.string(),
  /** The page that tells its state to whoever holds the paper. */
  statusUrl: z.string(),
});
export type DossierPaper = z.infer<typeof dossierPaper>;

const count = z.int().nonnegative();
/** How many dossiers are in each condition now. `dueSoon`: within two days, and not late. */
export const dossierFigures = z.strictObject({
  open: count,
  dueSoon: count,
  overdue: count,
  supplement: count,
  ready: count,
});

/** A letter's wording, with words in braces for what is filled in. */
export const letterTemplate = z.strictObject({ kind: letterKind, title: z.string(), body: z.string() });

/** A letter that is to be printed: numbered, and filled in. */
export const letter = z.strictObject({
  kind: letterKind,
  /** Of the year. */
  number: z.int().positive(),
  writtenAt: millis,
  title: z.string(),
  /** Paragraphs. */
  body: z.array(z.string()),
});
export type Letter = z.infer<typeof letter>;
