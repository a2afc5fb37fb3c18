import {
  closeSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { makeBackups } from '../../server/backup/backups.ts';
import { noPutting } from '../../server/backup/putting.ts';
import { isWhole } from '../../server/db/copies.ts';
import { Damaged } from '../../server/db/open.ts';
import { officeFiles } from '../../server/officeFiles.ts';
import { openOffice } from '../../server/openOffice.ts';
import { StartError } from '../../server/startError.ts';
import { prepareOffice } from '../../server/seed/prepare.ts';
import { uniform } from '../../shared/domain/random.ts';
import { opening } from '../factories/ids.ts';
import type { Effort, Fault } from './fault.ts';
import { expectThat } from './fault.ts';

const pageBytes = 4096;
const tries: Readonly<Record<Effort, number>> = { short: 40, long: 1_000, full: 5_000 };
const opened = (data: string) => ({ data, ask: () => Promise.resolve(null), now: () => opening });

const backupsOf = (office: Awaited<ReturnType<typeof openOffice>>, data: string) =>
  makeBackups({
    ...office,
    folder: officeFiles(data).backups,
    timeZone: () => 'Asia/Ho_Chi_Minh',
    now: () => opening,
    log: pino({ level: 'silent' }),
    changed: () => undefined,
    putting: noPutting,
  });

/** Overwrites a page with what was never written there, or only one bit somewhere in the file. */
function spoil(file: string, what: 'page' | 'bit', random: () => number): void {
  const fd = openSync(file, 'r+');
  try {
    const { size } = fstatSync(fd);
    const length = what === 'page' ? pageBytes : 1;
    const at = Math.floor(random() * (size / length)) * length;
    const bytes = Buffer.alloc(length);
    readSync(fd, bytes, 0, length, at);
    if (what === 'bit') bytes.writeUInt8(bytes.readUInt8() ^ (1 << Math.floor(random() * 8)));
    else for (let i = 0; i < length; i++) bytes[i] = Math.floor(random() * 256);
    writeSync(fd, bytes, 0, length, at);
  } finally {
    closeSync(fd);
  }
}

/** What a start says of a damaged database; null if it starts. */
async function startOn(data: string): Promise<unknown> {
  try {
    (await openOffice(opened(data))).db.close();
    return null;
  } catch (error) {
    return error;
  }
}

async function happen(effort: Effort): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'luot-pages-'));
  const [data, whole] = [join(folder, 'data'), join(folder, 'whole.db')];
  try {
    mkdirSync(data);
    const office = await openOffice(opened(data));
    await prepareOffice(office);
    expectThat(await backupsOf(office, data).make('nightly'), 'there is no backup');
    office.db.close();
    const { db: file } = officeFiles(data);
    copyFileSync(file, whole);
    const random = uniform(20_261_122);
    const noticed = { page: 0, bit: 0 };
    for (let i = 0; i < tries[effort]; i++)
      for (const what of ['page', 'bit'] as const) {
        copyFileSync(whole, file);
        spoil(file, what, random);
        const said = await startOn(data);
        if (said === null) continue;
        noticed[what] += 1;
        expectThat(said instanceof StartError, said instanceof Error ? said.message : 'nothing was said');
        if (what === 'page' && said instanceof Damaged)
          expectThat(said.message.includes('npm run backup -- restore'), said.message);
      }
    expectThat(noticed.page === tries[effort], `only ${noticed.page} of ${tries[effort]} pages were noticed`);
    // A bit inside a text makes another text, which only what is sealed or chained can tell.
    return `${noticed.page} of ${tries[effort]} spoilt pages are noticed at the start, and the last good backup is named; of as many single bits ${noticed.bit}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const spoiltPage: Fault = {
  name: 'damaged page, found at the start',
  promise: 'the server does not start on it, and names the last good backup; nothing is put back unasked',
  happen,
};

async function happenAtNight(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'luot-night-'));
  try {
    const office = await openOffice(opened(data));
    await prepareOffice(office);
    const backups = backupsOf(office, data);
    expectThat(await backups.make('nightly'), 'there is no backup');
    const { db: file } = officeFiles(data);
    office.db.pragma('wal_checkpoint(TRUNCATE)');
    const root = office.db
      .prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'procedure'")
      .pluck()
      .get();
    const fd = openSync(file, 'r+');
    writeSync(fd, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, ((root ?? 1) - 1) * pageBytes);
    closeSync(fd);
    // As in an office whose pages do not all fit into memory.
    office.db.pragma('shrink_memory');
    const made = await backups.make('nightly');
    const { trouble } = backups.state();
    office.db.close();
    expectThat(!made && trouble === 'damaged', `the backup ended with ${made} and ${trouble}`);
    const [good] = backups.list();
    expectThat(
      backups.list().length === 1 && good !== undefined && isWhole(good.file),
      'the good backup is gone',
    );
    return 'the backup of that night is refused as damaged, managers are told, the one before stays';
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

export const spoiltAtNight: Fault = {
  name: 'damaged page, found by the nightly backup',
  promise:
    'managers are told with the date of the last good backup, which stays; the office goes on meanwhile',
  happen: happenAtNight,
};
