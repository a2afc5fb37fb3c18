import { z } from 'zod';
import { dossierId, dossierStep, letterKind, millis, note, personName } from '../schemas.ts';
import { dossierSetting } from '../settings.ts';
import { dossierPaper, dossierRow, letter } from '../views/dossier.ts';
import type { Request } from './request.ts';
import { byManager, nothing, repeatable } from './request.ts';

const byStaff = { callers: ['officer', 'manage'] } as const;

/** A cell as it stands in the file; the server reads it. */
const cell = z.string().max(200);

/** What the office received, until when it is due, and what became of it. */
export const dossierRequests = {
  /** By a part of the code, or of the visitor's name. */
  'dossier:find': {
    ...byStaff,
    input: repeatable.extend({
      which: z.enum(['open', 'dueSoon', 'overdue', 'supplement', 'ready', 'all']),
      query: z.string().max(80),
      /** More is for exports. */
      limit: z.int().min(1).max(5_000),
    }),
    output: z.strictObject({
      rows: z.array(dossierRow),
      /** How many there are in all. */
      total: z.int().nonnegative(),
    }),
    audited: ['which'],
  },
  'dossier:step': {
    ...byStaff,
    input: repeatable.extend({
      dossierId,
      kind: dossierStep,
      /** What is missing, why it is refused or later; asked for with these. */
      text: note.nullable(),
      /** When it will be due now; asked for with `extended`. */
      dueAt: millis.nullable(),
    }),
    output: nothing,
    audited: ['dossierId', 'kind', 'dueAt'],
  },
  /** The visitor's paper, to be printed once more. */
  'dossier:paper': {
    ...byStaff,
    input: repeatable.extend({ dossierId }),
    output: dossierPaper,
    audited: ['dossierId'],
  },
  /**
   * Rows of a table, the first with the names of the columns. Nothing is added unless every row is right; with `keep`
   * false nothing is added at all, and the answer says what would be.
   */
  'dossier:import': {
    callers: ['manage'],
    role: 'manager',
    input: repeatable.extend({ rows: z.array(z.array(cell).max(30)).min(1).max(3_000), keep: z.boolean() }),
    output: z.strictObject({
      /** Dossiers that were not known yet. */
      added: z.int().nonnegative(),
      known: z.int().nonnegative(),
    }),
    audited: ['keep'],
  },
  'dossier:setUp': {
    ...byManager,
    input: repeatable.extend({ setting: dossierSetting }),
    audited: ['setting'],
  },
  /** Takes the next number and fills the letter in. */
  'letter:write': {
    callers: ['manage'],
    role: 'manager',
    input: repeatable.extend({
      dossierId,
      kind: letterKind,
      /** Who it is to, where no visitor is known. */
      recipient: personName.nullable(),
    }),
    output: letter,
    audited: ['dossierId', 'kind'],
  },
  'letter:word': {
    ...byManager,
    /** Null: as the product words it. */
    input: repeatable.extend({
      kind: letterKind,
      wording: z
        .strictObject({
          title: z.string().normalize('NFC').trim().min(1).max(120),
          body: z.string().normalize('NFC').trim().min(1).max(3_000),
        })
        .nullable(),
    }),
    audited: ['kind'],
  },
} as const satisfies Record<string, Request>;
