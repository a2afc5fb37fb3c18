import { z } from 'zod';
import { procedureDraft, procedureRow, procedureSetting, prioritySetting } from '../procedure.ts';
import { priorityCode, procedureKey } from '../schemas.ts';
import { consentVersion, consentWording, textChange } from '../texts.ts';
import type { Request } from './request.ts';
import { byManager, nothing, repeatable } from './request.ts';

const manager = { callers: ['manage'], role: 'manager' } as const;
/** A table as it was read from a file, the names of its columns first. */
const table = {
  rows: z
    .array(z.array(z.string().max(6_000)).max(30))
    .min(1)
    .max(3_000),
  /** Whether what the file does not name goes out of use. */
  whole: z.boolean(),
};
/** By which a catalogue is known not to have changed meanwhile. */
const stamp = z.int().nonnegative();

/** What the office says in its own words. */
export const textRequests = {
  /** All there ever were, in the fields' order. */
  'procedure:list': {
    ...manager,
    reads: true,
    input: repeatable,
    output: z.strictObject({ rows: z.array(procedureRow) }),
  },
  /** A null key adds one; `revision` is that of the row that was edited. */
  'procedure:save': {
    ...byManager,
    input: repeatable.extend({
      key: procedureKey.nullable(),
      revision: z.int().nonnegative(),
      setting: procedureSetting,
    }),
    audited: ['key', 'setting'],
  },
  /** Takes it out of use, or back into it: what names it keeps its name. */
  'procedure:setInUse': {
    ...byManager,
    input: repeatable.extend({ key: procedureKey, inUse: z.boolean() }),
    audited: ['key', 'inUse'],
  },
  /** What an import would do. */
  'procedure:check': { ...manager, reads: true, input: repeatable.extend(table), output: procedureDraft },
  /** Everything the file says, or, if a line is wrong or the catalogue is another than was checked against, nothing. */
  'procedure:import': {
    ...manager,
    input: repeatable.extend({ ...table, stamp }),
    output: z.strictObject({
      added: z.int().nonnegative(),
      changed: z.int().nonnegative(),
      retired: z.int().nonnegative(),
    }),
    audited: ['whole'],
  },
  /** A null code adds one, after all others. */
  'priority:save': {
    ...byManager,
    input: repeatable.extend({ code: priorityCode.nullable(), setting: prioritySetting }),
    audited: ['code', 'setting'],
  },
  /** Refused while an open number is of it. */
  'priority:remove': { ...byManager, input: repeatable.extend({ code: priorityCode }), audited: ['code'] },
  /** The order in which they are offered: each of them, once. */
  'priority:order': {
    ...byManager,
    input: repeatable.extend({ codes: z.array(priorityCode).min(1).max(50) }),
    audited: ['codes'],
  },
  'text:set': { ...byManager, input: repeatable.extend({ text: textChange }), audited: ['text'] },
  /** Every wording there ever was, newest first. */
  'consent:versions': {
    ...manager,
    reads: true,
    input: repeatable,
    output: z.strictObject({ versions: z.array(consentVersion) }),
  },
  /**
   * From now on visitors agree to this, and who agreed to another wording is asked again.
   * `replaces`: the version that was edited; refused if it is no longer the one in use.
   */
  'consent:reword': {
    ...manager,
    input: repeatable.extend({ replaces: z.string().min(1).max(40), wording: consentWording }),
    output: nothing,
    audited: ['replaces', 'wording'],
  },
} as const satisfies Record<string, Request>;
