import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { listBackups } from '../../server/backup/files.ts';
import { officeFiles } from '../../server/officeFiles.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import { keptBackups } from '../../shared/domain/keptBackups.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import { copiedCounts } from '../factories/rows.ts';
import { comesTrue } from '../faults/displays.ts';
import type { Machine } from './machine.ts';
import type { Reading } from './reading.ts';

export const timeZone = 'Asia/Ho_Chi_Minh';
/** Longer than the server lets pass between two looks at the clock. */
const lookMs = 1_200;
const backupWithinMs = 60_000;
/** By day the database's log is begun anew again and again, and never longer. */
const longestWal = 8 * 2 ** 20;

/** How the office stands in the middle of a night, when everything that a day brings with it is over. */
export type NightReading = Reading & {
  readonly databaseBytes: number;
  /** At the end of the day before. */
  readonly walBytes: number;
  readonly backups: number;
  readonly rows: Readonly<Record<string, number>>;
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Lets midnight and two o'clock pass, waits for the night's work, and looks.
 * @param day that begins with this night.
 * @throws if no backup is made, old ones stay, or the database's log grows.
 */
export async function passNight(machine: Machine, data: string, day: BusinessDay): Promise<NightReading> {
  const { db, backups: folder } = officeFiles(data);
  const before = listBackups(folder)[0]?.madeAt ?? 0;
  // Of the day: each night empties it.
  const walBytes = sizeOf(`${db}-wal`);
  if (walBytes > longestWal) throw new Error(`${day}: the database's log has grown to ${walBytes} bytes`);
  await machine.setClock(momentOf(day, 0, timeZone) + 5_000);
  await sleep(lookMs);
  const two = momentOf(day, 2 * 60, timeZone) + 60_000;
  // Put back by a second, as time servers do: after that the server looks at everything at once.
  for (const at of [two, two - 1_000]) {
    await machine.setClock(at);
    await sleep(lookMs);
  }
  const isMade = (): boolean => (listBackups(folder)[0]?.madeAt ?? 0) > before;
  if (!(await comesTrue(isMade, backupWithinMs))) throw new Error(`${day}: no backup was made`);
  // The files are there a moment before the old ones go.
  const kept = () => listBackups(folder);
  const areRotated = (): boolean => kept().length === keptBackups(kept(), timeZone, two).size;
  if (!(await comesTrue(areRotated, backupWithinMs))) throw new Error(`${day}: old backups stay`);
  await sleep(lookMs);
  return {
    ...(await machine.read()),
    databaseBytes: sizeOf(db),
    walBytes,
    backups: kept().length,
    rows: copiedCounts(data),
  };
}
