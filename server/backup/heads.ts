import type { AuditHead } from '../db/auditCheck.ts';
import { restoresIn } from '../db/auditCheck.ts';
import type { Db } from '../db/open.ts';
import { officeFiles } from '../officeFiles.ts';
import type { Vault } from '../usecases/ports.ts';
import { listBackups, readManifest } from './files.ts';

/**
 * Ends that the audit had when backups were made, by which it is noticed if somebody put the whole database back. What
 * was done between a backup and its restoration is rightly missing.
 */
export function auditHeads(db: Db, vault: Vault, data: string): readonly AuditHead[] {
  const restores = restoresIn(db);
  return listBackups(officeFiles(data).backups).flatMap(({ file }) => {
    const manifest = readManifest(file, vault);
    if (manifest === null || manifest.audit === null) return [];
    const { madeAt, audit } = manifest;
    const isUndone = restores.some(({ from, at }) => from < madeAt && madeAt <= at);
    return isUndone ? [] : [audit];
  });
}
