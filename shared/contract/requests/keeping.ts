import { z } from 'zod';
import { millis } from '../schemas.ts';
import { backupReason, configurationChange } from '../views/keeping.ts';
import type { Request } from './request.ts';
import { byManager, repeatable } from './request.ts';

/** A backup as its file is called. */
const backupName = z
  .string()
  .max(40)
  .regex(/^luot-[0-9T-]{10,30}Z\.db$/);
/** A configuration file as it was exported. */
const configurationText = z.string().min(1).max(400_000);

/** Copies of everything, and the office's settings as one file. */
export const keepingRequests = {
  'backup:list': {
    ...byManager,
    reads: true,
    input: repeatable,
    output: z.strictObject({
      /** Where they lie on the server. */
      folder: z.string(),
      /** Newest first. */
      backups: z.array(
        z.strictObject({
          name: z.string(),
          madeAt: millis,
          bytes: z.int().nonnegative(),
          /** Null: what was written down beside it when it was looked over is missing or does not fit. */
          facts: z.strictObject({ why: backupReason, schema: z.int() }).nullable(),
        }),
      ),
      /** The version that the database has now. */
      schema: z.int(),
    }),
  },
  /** Begins one; the manager's view says when it is done, and what it came to. */
  'backup:make': { ...byManager, input: repeatable, audited: [] },
  /** Looks one over, as before putting it back. Refused if it cannot be used. */
  'backup:check': {
    ...byManager,
    reads: true,
    input: repeatable.extend({ name: backupName }),
    /** Whether what was written down beside it fits. */
    output: z.strictObject({ madeAt: millis, isNoted: z.boolean() }),
  },
  /**
   * Puts one back: the server closes, keeps what is there as a backup, and opens again with this one. With the manager's
   * password, since it changes everything.
   */
  'backup:putBack': {
    ...byManager,
    input: repeatable.extend({ name: backupName, password: z.string().min(1).max(200) }),
    audited: ['name'],
  },
  'configuration:export': {
    ...byManager,
    reads: true,
    input: repeatable,
    output: z.strictObject({ text: z.string() }),
  },
  /** What an import would change. */
  'configuration:compare': {
    ...byManager,
    reads: true,
    input: repeatable.extend({ text: configurationText }),
    output: z.strictObject({
      changes: z.array(configurationChange),
      /** By which the import is held to what was shown. */
      digest: z.string(),
    }),
  },
  /** Refused unless a backup has just been made, and if the settings have changed since they were compared. */
  'configuration:import': {
    ...byManager,
    input: repeatable.extend({ text: configurationText, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    audited: ['digest'],
  },
} as const satisfies Record<string, Request>;
