import { z } from 'zod';
import { millis } from '../schemas.ts';

export const backupReasons = ['nightly', 'migration', 'byHand', 'restore'] as const;
export const backupReason = z.enum(backupReasons);
export type BackupReason = z.infer<typeof backupReason>;

/** Whether what is kept is safe. */
export const keeping = z.strictObject({
  lastBackupAt: millis.nullable(),
  /** Why the last backup was not made. */
  backupTrouble: z.enum(['noRoom', 'notWritable', 'damaged', 'failed']).nullable(),
  /** Whether nobody had changed the audit from outside when the last backup was made. */
  auditIntact: z.boolean(),
  /** Whether one is being made now. */
  making: z.boolean(),
  /** Whether the server is about to close in order to come back with a backup. */
  isPuttingBack: z.boolean(),
  /** What became of the backup that was put back last, in this life of the machine's server. */
  putBack: z.strictObject({ done: z.boolean(), at: millis, madeAt: millis }).nullable(),
});

/** The parts of an office's configuration, in the order in which managers think of them. */
export const configurationParts = [
  'office',
  'hours',
  'fields',
  'procedures',
  'priorities',
  'counters',
  'accounts',
  'walls',
  'printers',
  'ratings',
  'texts',
  'consent',
  'dossiers',
  'letters',
] as const;
export type ConfigurationPart = (typeof configurationParts)[number];

/** What an import would do to one part, each thing by its name. */
export const configurationChange = z.strictObject({
  part: z.enum(configurationParts),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  removed: z.array(z.string()),
});
export type ConfigurationChange = z.infer<typeof configurationChange>;
