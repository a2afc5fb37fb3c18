import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDb } from '../../server/db/open.ts';
import { troubledTransactions } from '../../server/db/trouble.ts';
import { limitReached } from '../faults/disk.fault.ts';
import { longReader, stoppedMachine } from '../faults/hold.fault.ts';
import { badLine, pulledCable, restartedUnderScreens } from '../faults/network.fault.ts';
import { spoiltAtNight, spoiltPage } from '../faults/pages.fault.ts';
import { powerCut } from '../faults/power.fault.ts';
import { long } from '../long.ts';

// What `npm run faults` tries far more often, and what needs a disk of its own besides. Bad lines, which take their time,
// are for --long.

const patience = 60_000;

test(
  'FT1 cut from power, the server has all that it acknowledged, and half of nothing',
  async () => {
    expect(await powerCut.happen('short')).toContain('ours: 120 cuts, 0 lost');
  },
  patience,
);

test(
  'FT2 when nothing more can be stored, it is said to whoever asks and to managers, and nothing acknowledged is lost',
  async () => {
    process.env['LUOT_LOG'] = 'silent';
    expect(await limitReached.happen('short')).toContain('refused as notStored');
  },
  patience,
);

test('FT2 what the disk did is known until something was written again; damage until a new start', () => {
  const db = openDb(':memory:');
  const { transaction, trouble, tryAgain } = troubledTransactions(db, () => undefined);
  db.exec('CREATE TABLE large (bytes BLOB)');
  const write = (): void => transaction(() => void db.exec('INSERT INTO large VALUES (zeroblob(100000))'));
  const pages = Number(db.pragma('page_count', { simple: true }));
  db.pragma(`max_page_count = ${pages}`);
  expect(write).toThrow('noRoom');
  expect(db.inTransaction).toBe(false);
  transaction(() => db.prepare('SELECT * FROM large').all());
  expect(trouble()).toBe('noRoom');
  db.pragma(`max_page_count = ${pages + 1_000}`);
  write();
  expect(trouble()).toBe(null);
  const fail = (code: string) => (): never =>
    transaction(() => {
      throw new Database.SqliteError('the disk', code);
    });
  expect(fail('SQLITE_IOERR_FSYNC')).toThrow('failed');
  tryAgain();
  expect(trouble()).toBe(null);
  expect(fail('SQLITE_CORRUPT_INDEX')).toThrow('damaged');
  tryAgain();
  write();
  expect(trouble()).toBe('damaged');
  db.close();
});

test('FT3 a server does not start on a damaged database, and names the last good backup', async () => {
  expect(await spoiltPage.happen('short')).toContain('40 of 40');
});

test('FT4 the nightly backup finds damage, managers are told, and the good backups stay', async () => {
  expect(await spoiltAtNight.happen('short')).toContain('refused as damaged');
});

test('FT5 another program at the database is kept out, and the log does not grow', async () => {
  expect(await longReader.happen('short')).toContain('kept out');
});

test('FT6 a machine that stands still does what was asked once, and cuts nobody off who was not long without it', async () => {
  expect(await stoppedMachine.happen('short')).toContain('one number for one wish');
});

test.runIf(long)(
  'FT8 over lines that break, lag, stall and deliver late, each request is carried out once or not at all',
  async () => {
    expect(await badLine.happen('short')).toContain('carried out');
  },
);

test.runIf(long)('FT9 two hundred screens show the right view again after a new start', async () => {
  expect(await restartedUnderScreens.happen('short')).toContain('200 screens');
});

test.runIf(long)('FT10 a pulled cable is set to be noticed within eight seconds', async () => {
  expect(await pulledCable.happen('short')).toContain('within 7 s');
});
