import { z } from 'zod';
import { bilingualText, fieldId, priorityCode, procedureKey, procedureLimit } from './schemas.ts';

/** The catalogue and the classes of priority, as managers set them. */

const text = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .overwrite((words) => words.replace(/\s+/gu, ' '))
    .max(most);

export const procedureSetting = z.strictObject({
  /** By which the national catalogue knows it, such as `2.000815`; may be empty. */
  officialCode: z.string().regex(/^[0-9A-Za-zĐđ./_-]{0,30}$/),
  fieldId,
  name: bilingualText,
  limit: procedureLimit,
  /** As people are told it, in Vietnamese; may be empty. */
  fee: text(300),
  /** What to have ready, in Vietnamese. */
  papers: z.array(text(300).min(1)).max(20),
  /** Whether visitors are told of it. */
  shown: z.boolean(),
});
export type ProcedureSetting = z.infer<typeof procedureSetting>;

/** One of the catalogue, also of those out of use. */
export const procedureRow = procedureSetting.extend({
  key: procedureKey,
  inUse: z.boolean(),
  /** Grows with every change. */
  revision: z.int().positive(),
});
export type ProcedureRow = z.infer<typeof procedureRow>;

/** What a file's columns are called between its reader and its words. */
export const procedureColumns = [
  'key',
  'officialCode',
  'field',
  'nameVi',
  'nameEn',
  'limit',
  'fee',
  'papers',
  'shown',
  'inUse',
] as const;
export const procedureColumn = z.enum(procedureColumns);
export type ProcedureColumn = z.infer<typeof procedureColumn>;

/** Why a line of a file cannot be read. */
export const lineFaults = ['noColumn', 'empty', 'unknown', 'unreadable', 'tooLong', 'twice'] as const;
const named = z.strictObject({ line: z.int().positive(), name: z.string() });
/** What a file would do, before anything is written. */
export const procedureDraft = z.strictObject({
  /** Of the catalogue it was held against. */
  stamp: z.int(),
  added: z.array(named),
  changed: z.array(named.extend({ columns: z.array(procedureColumn) })),
  /** No longer in use afterwards. */
  retired: z.array(z.string()),
  unchanged: z.int().nonnegative(),
  wrong: z.array(
    z.strictObject({
      line: z.int().positive(),
      column: procedureColumn,
      why: z.enum(lineFaults),
      /** The beginning of what stands there. */
      found: z.string(),
    }),
  ),
});
export type ProcedureDraft = z.infer<typeof procedureDraft>;
export type WrongLine = ProcedureDraft['wrong'][number];

export const prioritySetting = z.strictObject({
  name: bilingualText,
  /** Whether kiosks offer it to be declared; staff may always give it. */
  asked: z.boolean(),
});
export type PrioritySetting = z.infer<typeof prioritySetting>;
export const priorityRow = prioritySetting.extend({ code: priorityCode });
