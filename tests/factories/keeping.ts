import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { makeBackups } from '../../server/backup/backups.ts';
import { noPutting } from '../../server/backup/putting.ts';
import { officeFiles } from '../../server/officeFiles.ts';
import type { OpenOffice } from '../../server/openOffice.ts';
import { openOffice } from '../../server/openOffice.ts';
import type { Backups } from '../../server/usecases/keepingStore.ts';
import { opening } from './ids.ts';

/** An office's data opened without its server, with its backups. */
export type Kept = OpenOffice & { readonly backups: Backups; readonly clock: { now: number } };

/** Opens the data of an office whose server is stopped, hands them over, and closes them again. */
export async function withData<T>(
  data: string,
  work: (kept: Kept) => Promise<T> | T,
  now = opening,
): Promise<T> {
  const clock = { now };
  const office = await openOffice({ data, ask: () => Promise.resolve(null), now: () => clock.now });
  const backups = makeBackups({
    ...office,
    folder: officeFiles(data).backups,
    timeZone: () => 'Asia/Ho_Chi_Minh',
    now: () => clock.now,
    log: pino({ level: 'silent' }),
    changed: () => undefined,
    putting: noPutting,
  });
  try {
    return await work({ ...office, backups, clock });
  } finally {
    office.db.close();
  }
}

/** Everything in a folder but the key, file by file. */
export const filesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('luot.key'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file)]),
  );
