import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { dayMs } from '../../shared/domain/localTime.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { DropFile } from '../usecases/integrationStore.ts';

/** Lists name people, and lie there as they came: long enough to be asked about, no longer. */
const keptDays = 30;
/** What `moveAway` has put into a name: when that was, in UTC. */
const stamped = /\.(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(\.\d+)?\.(csv|txt)(\.report\.(txt|part))?$/iu;

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A name that is free: two lists of one name must not overwrite each other. */
async function freeName(folder: string, name: string, now: Millis): Promise<string> {
  const { name: stem, ext } = parse(name);
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '').replace('T', '-');
  for (let n = 1; ; n++) {
    const free = `${stem}.${stamp}${n === 1 ? '' : `.${n}`}${ext}`;
    if (!(await isThere(join(folder, free)))) return free;
  }
}

/** What stands beside a list that was taken. */
function reportOf({ outcome, added, what }: Omit<DropFile, 'digest'>): string {
  if (outcome === 'repeated')
    return 'Danh sách này đã được nhập trước đây; không nhập lại.\nThis list was imported before; nothing was done.\n';
  if (outcome === 'failed') return `Không nhập dòng nào.\nNothing was imported.\n${what ?? ''}\n`;
  return `Đã nhập ${added} dòng mới.\nNew rows imported: ${added}.\n`;
}

/** Moves a list that was taken into a folder, with a report beside it. */
export async function moveAway(
  path: string,
  folder: string,
  done: Omit<DropFile, 'digest'>,
  now: Millis,
): Promise<void> {
  const free = await freeName(folder, done.name, now);
  await rename(path, join(folder, free));
  // Other programs wait for the report: it is whole when it is there.
  const part = join(folder, `${free}.report.part`);
  await writeFile(part, reportOf(done));
  await rename(part, join(folder, `${free}.report.txt`));
}

/** Removes lists that were moved into a folder long ago, with their reports; nothing else that lies there. */
export async function removeOld(folder: string, now: Millis): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, ...parts] = stamped.exec(name) ?? [];
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(0, 6).map(Number);
    const at = Date.UTC(year, month - 1, day, hour, minute, second);
    if (parts.length > 0 && at < now - keptDays * dayMs) await rm(join(folder, name), { force: true });
  }
}
