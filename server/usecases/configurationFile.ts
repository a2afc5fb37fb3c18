import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ConfigurationChange } from '../../shared/contract/views/keeping.ts';
import { configurationParts } from '../../shared/contract/views/keeping.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ConfigurationRow, ConfigurationStore, ConfigurationTables } from './configurationStore.ts';

const format = 'luot-configuration';
const version = 1;

const row = z.record(z.string().max(60), z.union([z.string(), z.number(), z.null()]));
const file = z.strictObject({
  format: z.literal(format),
  version: z.int(),
  /** Of the database that it was made from. */
  schema: z.int(),
  tables: z.record(z.string().max(60), z.array(row).max(5_000)),
  /** SHA-256 of the rest: notices a file that was cut off or changed on its way. It proves nothing of who made it. */
  sum: z.string(),
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const sumOf = (content: object): string => sha256(JSON.stringify(content));

/** The configuration as a file; the same configuration always gives the same bytes. */
export function configurationFile({ schema, read }: ConfigurationStore): string {
  const content = { format, version, schema: schema(), tables: read() };
  return `${JSON.stringify({ ...content, sum: sumOf(content) }, null, 2)}\n`;
}

/** Reads a file. Refuses what is none, what was changed on its way, and what a newer release has made. */
export function readConfiguration(
  text: string,
  { schema: own }: ConfigurationStore,
): Result<ConfigurationTables, Refused> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err(refuse('configurationUnreadable'));
  }
  const { data } = file.safeParse(json);
  if (data === undefined) return err(refuse('configurationUnreadable'));
  const { sum, ...content } = data;
  if (sum !== sumOf(content)) return err(refuse('configurationUnreadable'));
  if (content.version > version || content.schema > own()) return err(refuse('configurationNewer'));
  return ok(content.tables);
}

/** By which an import is held to the settings and the file that were compared. */
export const comparedDigest = (present: ConfigurationTables, text: string): string =>
  sha256(`${JSON.stringify(present)}\n${text}`);

/** What a file would change, part by part; nothing of a table that it does not have. */
export function changesTo(
  { tables }: ConfigurationStore,
  present: ConfigurationTables,
  next: ConfigurationTables,
): ConfigurationChange[] {
  const changes = new Map(
    configurationParts.map((part) => [
      part,
      { added: new Set<string>(), changed: new Set<string>(), removed: new Set<string>() },
    ]),
  );
  for (const { table, part, key, label } of tables) {
    const [before, after, of] = [present[table] ?? [], next[table], changes.get(part)];
    if (after === undefined || of === undefined) continue;
    const keyOf = (one: ConfigurationRow): string => JSON.stringify(key.map((column) => one[column]));
    const nameOf = (one: ConfigurationRow): string => String(one[label ?? key[0] ?? ''] ?? '');
    const known = new Map(before.map((one) => [keyOf(one), one]));
    // A row of two keys is a bond between two things; what changes is the first of them.
    const isBond = key.length > 1;
    for (const one of after) {
      const old = known.get(keyOf(one));
      known.delete(keyOf(one));
      if (old === undefined) (isBond ? of.changed : of.added).add(nameOf(one));
      else if (Object.keys(one).some((column) => one[column] !== old[column])) of.changed.add(nameOf(one));
    }
    for (const one of known.values()) (isBond ? of.changed : of.removed).add(nameOf(one));
  }
  return [...changes]
    .map(([part, { added, changed, removed }]) => ({
      part,
      added: [...added],
      changed: [...changed].filter((name) => !added.has(name) && !removed.has(name)),
      removed: [...removed],
    }))
    .filter(({ added, changed, removed }) => added.length + changed.length + removed.length > 0);
}
