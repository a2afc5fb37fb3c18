import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { auditHeads } from '../../server/backup/heads.ts';
import { listBackups } from '../../server/backup/files.ts';
import { lookOver, restore } from '../../server/backup/restore.ts';
import { auditFaults } from '../../server/db/auditCheck.ts';
import { inspectCopy } from '../../server/db/copies.ts';
import { newestSchema } from '../../server/db/open.ts';
import { watchNight } from '../../server/night.ts';
import { contextOver, manager } from '../factories/context.ts';
import { withData } from '../factories/keeping.ts';
import { startServer, temporaryFolder, testConfig } from '../factories/server.ts';
import { closeAll, enrol, issue, staffedOffice } from '../factories/staffedOffice.ts';
import { perform } from '../../server/usecases/perform.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';

afterEach(closeAll);

const day = 24 * 3600_000;
const folderOf = (data: string): string => join(data, 'backups');
const openingOf = (data: string, now: number) => ({ data, ask: () => Promise.resolve(null), now: () => now });

/** A stopped office with two visitors who hold numbers. */
async function stoppedOffice() {
  const office = await staffedOffice();
  const kiosk = await office.kiosk();
  for (const person of [1, 2]) {
    const { visitorRef } = await enrol(kiosk, person, 'Nguyễn Thị Hồng Nhung', 1970 + person);
    await issue(kiosk, 1, visitorRef);
  }
  const visitors = (office.rows()['visitor'] as { id: VisitorId }[]).map(({ id }) => id);
  await office.stop();
  return { office, data: office.data, now: office.clock.now, visitors };
}

const ticketsIn = (file: string): unknown[] => {
  const db = new Database(file, { readonly: true });
  const tickets = db.prepare('SELECT number FROM ticket ORDER BY number').pluck().all();
  db.close();
  return tickets;
};

describe('a backup', () => {
  test('KD13 is made while the office is used, is one whole file for its owner only, and opens with the key', async () => {
    const { data, now } = await stoppedOffice();
    await withData(
      data,
      async ({ backups, db, vault }) => {
        // What a server that was killed left of an earlier one.
        mkdirSync(folderOf(data));
        writeFileSync(join(folderOf(data), 'luot-2026-11-01T19-00-00-000Z.db.part'), 'half');
        const making = backups.make('nightly');
        db.prepare("UPDATE office SET name_vi = 'đang làm việc'").run();
        expect(await making).toBe(true);
        expect(backups.state()).toEqual({ lastAt: now, trouble: null, auditIntact: true });
        const [backup] = backups.list();
        const file = backup?.file ?? '';
        expect(readdirSync(folderOf(data)).toSorted()).toEqual([
          basename(file),
          basename(file).replace('.db', '.json'),
        ]);
        expect(inspectCopy(file, vault)).toMatchObject({ schema: newestSchema(), audit: { intact: true } });
        expect(ticketsIn(file)).toHaveLength(2);
      },
      now,
    );
    const [file = ''] = listBackups(folderOf(data)).map((backup) => backup.file);
    expect(await lookOver(openingOf(data, now), file)).toMatchObject({ madeAt: now, isNoted: true });
  });

  test('KD13 that is damaged, of another office or changed is told from a good one', async () => {
    const { data, now } = await stoppedOffice();
    await withData(data, ({ backups }) => backups.make('nightly'), now);
    const [file = ''] = listBackups(folderOf(data)).map((backup) => backup.file);
    const damaged = `${file}.cut.db`;
    copyFileSync(file, damaged);
    truncateSync(damaged, 100_000);
    await expect(lookOver(openingOf(data, now), damaged)).rejects.toThrow('damaged');
    writeFileSync(damaged, 'x'.repeat(5_000));
    await expect(lookOver(openingOf(data, now), damaged)).rejects.toThrow('damaged');
    const other = await startServer();
    await other.stop();
    await expect(lookOver(openingOf(other.data, now), file)).rejects.toThrow('another key');
    const manifest = file.replace('.db', '.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(String(now), String(now + 1)));
    expect(await lookOver(openingOf(data, now), file)).toMatchObject({ isNoted: false });
  });

  test('KD14 that cannot be written loses nothing, is said in a word, and is made once it can be', async () => {
    const { data, now } = await stoppedOffice();
    writeFileSync(folderOf(data), 'a file where the folder should be');
    await withData(
      data,
      async ({ backups }) => {
        expect(await backups.make('nightly')).toBe(false);
        expect(backups.state()).toMatchObject({ lastAt: null, trouble: 'notWritable' });
        rmSync(folderOf(data));
        expect(await backups.make('nightly')).toBe(true);
        expect(backups.state()).toMatchObject({ lastAt: now, trouble: null });
      },
      now,
    );
  });

  test.each([
    ['ENOSPC', 'noRoom'],
    ['SQLITE_FULL', 'noRoom'],
    ['SQLITE_IOERR', 'failed'],
  ])('KD14 when the disk says %s, the last good ones stay and no half one is left', async (code, trouble) => {
    const { data, now } = await stoppedOffice();
    await withData(
      data,
      async ({ backups, db, clock }) => {
        await backups.make('nightly');
        const before = readdirSync(folderOf(data));
        const whole = db.backup.bind(db);
        db.backup = async (file: string) => {
          writeFileSync(file, 'half');
          throw Object.assign(new Error('the disk'), { code });
        };
        clock.now += day;
        expect(await backups.make('nightly')).toBe(false);
        expect(backups.state()).toMatchObject({ lastAt: now, trouble });
        expect(readdirSync(folderOf(data))).toEqual(before);
        db.backup = whole;
        expect(await backups.make('nightly')).toBe(true);
      },
      now,
    );
  });

  test('KD15 is made each night by itself, and as soon as a server that was off runs again; after a failure an hour later', async () => {
    const { data, now } = await stoppedOffice();
    const { config } = testConfig();
    await withData(
      data,
      async ({ db, vault, backups, clock }) => {
        const context = { ...contextOver(db, vault, () => clock.now), backups };
        let changes = 0;
        const night = watchNight(context, () => (changes += 1), config.log);
        const look = async (): Promise<number> => {
          night.look();
          await night.end();
          return backups.list().length;
        };
        expect(await look()).toBe(1);
        expect(changes).toBe(1);
        // 15:00 UTC is 22:00 at the office; two o'clock is four hours later.
        clock.now = Date.UTC(2026, 11, 1, 15);
        expect(await look()).toBe(2);
        clock.now += 4 * 3600_000 - 1;
        expect(await look()).toBe(2);
        clock.now += 1;
        rmSync(folderOf(data), { recursive: true });
        writeFileSync(folderOf(data), '');
        await look();
        rmSync(folderOf(data));
        clock.now += 3_599_999;
        expect(await look()).toBe(0);
        clock.now += 1;
        expect(await look()).toBe(1);
        // A clock that was set back by a year does not keep the office without backups for a year.
        clock.now -= 365 * day;
        expect(await look()).toBe(2);
      },
      now,
    );
  });

  test('FT13 in the first night after a leap of the clock nothing is forgotten; in the next one it is', async () => {
    const { data, now } = await stoppedOffice();
    const { config } = testConfig();
    await withData(
      data,
      async ({ db, vault, backups, clock }) => {
        const context = { ...contextOver(db, vault, () => clock.now), backups };
        const night = watchNight(context, () => undefined, config.log);
        const look = async (): Promise<unknown[]> => {
          night.look();
          await night.end();
          return db.prepare('SELECT id FROM visitor').pluck().all();
        };
        expect(await look()).toHaveLength(2);
        clock.now += 7 * 365 * day;
        expect(await look()).toHaveLength(2);
        expect(backups.list()).toHaveLength(2);
        clock.now += day;
        expect(await look()).toHaveLength(0);
      },
      now,
    );
  });

  test('KD16 those whose time is over go, and whoever was erased goes from all of them in the next night', async () => {
    const { data, now, visitors } = await stoppedOffice();
    const [erased] = visitors;
    if (erased === undefined) throw new Error('there is no visitor');
    await withData(
      data,
      async ({ db, vault, backups, clock }) => {
        for (let night = 0; night < 30; night++) {
          clock.now = now + night * day;
          expect(await backups.make('nightly')).toBe(true);
        }
        const kept = backups.list();
        expect(kept.length).toBeGreaterThan(8);
        expect(kept.length).toBeLessThan(12);
        const context = contextOver(db, vault, () => clock.now);
        perform(context, 'visitor:erase', { requestId: crypto.randomUUID(), visitorId: erased }, manager);
        clock.now += day;
        await backups.make('nightly');
        for (const { file } of backups.list()) {
          expect(readFileSync(file).includes(erased)).toBe(true);
          const copy = new Database(file, { readonly: true });
          expect(copy.prepare('SELECT id FROM visitor').pluck().all()).toEqual([visitors[1]]);
          expect(copy.prepare('SELECT visitor_id FROM erased').pluck().all()).toEqual([erased]);
          expect(copy.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(2);
          copy.close();
          expect(await lookOver(openingOf(data, now), file)).toMatchObject({ isNoted: true });
        }
      },
      now,
    );
  });
});

describe('putting a backup back', () => {
  test('KD17 brings the office back as it was, keeps what was there, and whoever was erased stays erased', async () => {
    const { office, data, now, visitors } = await stoppedOffice();
    const [erased] = visitors;
    if (erased === undefined) throw new Error('there is no visitor');
    await withData(data, ({ backups }) => backups.make('nightly'), now);
    const [good = ''] = listBackups(folderOf(data)).map(({ file }) => file);
    office.clock.pass(3_600_000);
    await office.restart();
    await (await office.manage()).do('visitor:erase', { visitorId: erased });
    await issue(await office.kiosk(), 2);
    await expect(restore(openingOf(data, now), good)).rejects.toThrow('in use');
    await office.stop();

    const later = office.clock.now;
    const { before, madeAt } = await restore(openingOf(data, later), good);
    expect(madeAt).toBe(now);
    expect(before.kind).toBe('backedUp');
    const [undone = ''] = listBackups(folderOf(data)).map(({ file }) => file);
    expect(ticketsIn(undone)).toHaveLength(3);
    await withData(data, ({ db, vault }) => {
      expect(auditFaults(db, vault, auditHeads(db, vault, data))).toEqual([]);
      expect(db.prepare('SELECT id FROM visitor').pluck().all()).toEqual([visitors[1]]);
      expect(db.prepare('SELECT visitor_id FROM erased').pluck().all()).toEqual([erased]);
      expect(db.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(2);
    });
    await office.restart();
    expect((await office.manage()).view().faces.visitors).toBe(1);
  });

  test('KD17 in the place of a database that is damaged, and leaves that beside it', async () => {
    const { office, data, now } = await stoppedOffice();
    await withData(data, ({ backups }) => backups.make('nightly'), now);
    const [good = ''] = listBackups(folderOf(data)).map(({ file }) => file);
    truncateSync(join(data, 'luot.db'), 50_000);
    await expect(office.restart()).rejects.toThrow('damaged');
    const { before } = await restore(openingOf(data, now), good);
    if (before.kind !== 'putAside') throw new Error(before.kind);
    expect(readFileSync(before.file)).toHaveLength(50_000);
    await office.restart();
    expect((await office.manage()).view().faces.visitors).toBe(2);
  });

  test('KD17 on a new machine, where only the key file and the backup are', async () => {
    const { data, now } = await stoppedOffice();
    await withData(data, ({ backups }) => backups.make('nightly'), now);
    const [good = ''] = listBackups(folderOf(data)).map(({ file }) => file);
    const fresh = temporaryFolder();
    copyFileSync(join(data, 'luot.key'), join(fresh, 'luot.key'));
    expect((await restore(openingOf(fresh, now), good)).before).toEqual({ kind: 'none' });
    const server = await startServer({ data: fresh });
    expect(server.firstManager).toBeNull();
    expect(server.rows()['visitor']).toHaveLength(2);
  });

  test('KD17 of a backup that cannot be used changes nothing', async () => {
    const { data, now } = await stoppedOffice();
    const bad = join(data, 'bad.db');
    writeFileSync(bad, 'x'.repeat(5_000));
    const before = readFileSync(join(data, 'luot.db'));
    await expect(restore(openingOf(data, now), bad)).rejects.toThrow('damaged');
    await expect(restore(openingOf(data, now), join(data, 'none.db'))).rejects.toThrow('no file');
    expect(readFileSync(join(data, 'luot.db')).equals(before)).toBe(true);
  });
});

/** Makes a database what an earlier release would have made of the same office. */
function setBack(file: string, version: number): void {
  const migrations = join(import.meta.dirname, '../../server/db/migrations');
  const old = new Database(`${file}.old`);
  old.pragma('journal_mode = WAL');
  for (const name of readdirSync(migrations).toSorted())
    if (Number(name.slice(0, 3)) <= version) old.exec(readFileSync(join(migrations, name), 'utf8'));
  const columnsOf = (schema: string, table: string): string[] =>
    old.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}', '${schema}')`).pluck().all();
  old.pragma('foreign_keys = OFF');
  old.exec(`ATTACH '${file}' AS present`);
  const tables = old
    .prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  for (const table of tables.filter((name) => !name.startsWith('sqlite_'))) {
    const present = new Set(columnsOf('present', table));
    const columns = columnsOf('main', table)
      .filter((name) => present.has(name))
      .join(', ');
    old.exec(
      `DELETE FROM main.${table}; INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM present.${table}`,
    );
  }
  old.exec('DETACH present');
  old.pragma(`user_version = ${version}`);
  old.close();
  renameSync(`${file}.old`, file);
}

describe('a new version of the schema', () => {
  test('KD18 is brought in after a backup of what was there, or not at all', async () => {
    const { office, data } = await stoppedOffice();
    const file = join(data, 'luot.db');
    setBack(file, 4);
    const before = readFileSync(file);

    writeFileSync(folderOf(data), 'in the way');
    await expect(office.restart()).rejects.toThrow('no backup could be made');
    expect(readFileSync(file).equals(before)).toBe(true);
    rmSync(folderOf(data));
    await office.restart();
    await office.stop();
    const [backup] = listBackups(folderOf(data));
    await withData(data, ({ vault, db: now, backups }) => {
      expect(inspectCopy(backup?.file ?? '', vault)).toMatchObject({
        schema: 4,
        audit: null,
        erasedTo: null,
      });
      expect(auditFaults(now, vault)).toEqual([]);
      expect(backups.list()).toHaveLength(1);
    });
  });
});
