import { auditHeads } from '../../server/backup/heads.ts';
import { listBackups } from '../../server/backup/files.ts';
import { auditFaults } from '../../server/db/auditCheck.ts';
import { isWhole } from '../../server/db/copies.ts';
import { officeFiles } from '../../server/officeFiles.ts';
import { openExisting } from '../../server/openOffice.ts';
import { rowsOf } from '../factories/rows.ts';
import { faultsOf } from '../server/audit.ts';

/**
 * Looks over what an office has kept, after its server has ended: numbers, the audit's chain, every backup.
 * @param issued how many numbers visitors were told.
 * @returns what is wrong; empty if nothing is.
 */
export async function faultsKept(data: string, issued: number, now: number): Promise<string[]> {
  const { db: file, backups } = officeFiles(data);
  const rows = rowsOf(file);
  const stored = rows['ticket']?.length ?? 0;
  const { db, vault } = await openExisting({ data, ask: () => Promise.resolve(null), now: () => now });
  try {
    const broken = auditFaults(db, vault, auditHeads(db, vault, data));
    return [
      ...faultsOf(rows),
      ...(stored === issued ? [] : [`${issued} numbers were given, ${stored} are stored`]),
      ...broken.map(({ kind, from, to }) => `audit: rows ${from} to ${to} ${kind}`),
      ...listBackups(backups)
        .filter((backup) => !isWhole(backup.file))
        .map((backup) => `backup ${backup.file} is damaged`),
    ];
  } finally {
    db.close();
  }
}
