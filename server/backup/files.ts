import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BackupRecord } from '../usecases/keepingStore.ts';
import type { Vault } from '../usecases/ports.ts';
import { backupReason } from '../../shared/contract/views/keeping.ts';
import { moveIn, writeWhole } from '../wholeFile.ts';

/** What is written down beside a backup. It does not change when the backup is sealed anew or people are erased in it. */
const manifest = z.strictObject({
  madeAt: z.int(),
  why: backupReason,
  schema: z.int(),
  /** Where the audit ended, by which later cuts are noticed; null if it was not chained yet. */
  audit: z.strictObject({ id: z.int(), chain: z.string() }).nullable(),
  /** Keyed digest of the rest. */
  proof: z.string(),
});
export type Manifest = Omit<z.output<typeof manifest>, 'proof'>;

/** The file of a backup made at a moment. */
export const backupFile = (folder: string, madeAt: number): string =>
  join(folder, `luot-${new Date(madeAt).toISOString().replaceAll(/[:.]/gu, '-')}.db`);

const manifestFile = (file: string): string => file.replace(/\.db$/u, '.json');

const proofOf = (vault: Vault, { madeAt, why, schema, audit }: Manifest): string =>
  vault
    .digest('backup', JSON.stringify([madeAt, why, schema, audit?.id ?? null, audit?.chain ?? null]))
    .toString('hex');

/** Writes down what is known of a backup, beside it. */
export function writeManifest(file: string, content: Manifest, vault: Vault): void {
  writeWhole(manifestFile(file), `${JSON.stringify({ ...content, proof: proofOf(vault, content) })}\n`);
}

/** What was written down beside a backup; null if that is missing, or is not what was written. */
export function readManifest(file: string, vault: Vault): Manifest | null {
  if (!existsSync(manifestFile(file))) return null;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(manifestFile(file), 'utf8'));
  } catch {
    return null;
  }
  const { data } = manifest.safeParse(json);
  if (data === undefined) return null;
  const { proof, ...content } = data;
  return proof === proofOf(vault, content) ? content : null;
}

/** When a backup was made, by its name; null if the file is no backup. */
export function madeAtOf(name: string): number | null {
  const [, date = '', hour, minute, second, millis] =
    /^luot-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.db$/u.exec(name) ?? [];
  const at = Date.parse(`${date}T${hour}:${minute}:${second}.${millis}Z`);
  return Number.isNaN(at) ? null : at;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The backups of a folder, newest first; none if there is no folder that can be read. */
export function listBackups(folder: string): readonly BackupRecord[] {
  return namesIn(folder)
    .flatMap((name) => {
      const madeAt = madeAtOf(name);
      return madeAt === null ? [] : [{ file: join(folder, name), madeAt }];
    })
    .toSorted((a, b) => b.madeAt - a.madeAt);
}

/**
 * A file beside another under which its next content is made, so that the other is whole until then. Of each server its
 * own: what works for one that was killed may still be at it when the next one runs.
 */
export const partOf = (file: string): string => `${file}.part${process.pid}`;

/**
 * Lets `make` make the next content of a file, and only then puts that in its place.
 * @throws what `make` throws; then the file is as it was.
 */
export async function renewFile<T>(file: string, make: (part: string) => Promise<T> | T): Promise<T> {
  const part = partOf(file);
  try {
    const made = await make(part);
    moveIn(part, file);
    return made;
  } finally {
    rmSync(part, { force: true });
  }
}

/** Removes what was left of a backup by a program that was killed: it may hold people who were erased since. */
export function removeUnfinished(folder: string): void {
  for (const name of namesIn(folder))
    if (name.includes('.db.part')) rmSync(join(folder, name), { force: true });
}

/** Removes a backup, its manifest last, so that none is left without one. */
export function removeBackup(file: string): void {
  rmSync(file, { force: true });
  rmSync(manifestFile(file), { force: true });
}
