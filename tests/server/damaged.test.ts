import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { listBackups } from '../../server/backup/files.ts';
import { restore } from '../../server/backup/restore.ts';
import { restoreRequest } from '../../server/db/auditCheck.ts';
import { presumedGiven } from '../../server/db/salvage.ts';
import { officeFiles } from '../../server/officeFiles.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import { withData } from '../factories/keeping.ts';
import { closeAll, issue, staffedOffice } from '../factories/staffedOffice.ts';
import { bareOffice } from './bareOffice.ts';

afterEach(closeAll);

/** Overwrites the first page of a table. */
function spoil(file: string, table: string): void {
  const db = new Database(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const size = Number(db.pragma('page_size', { simple: true }));
  const page = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table);
  db.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, ((page ?? 0) - 1) * size, (page ?? 0) * size);
  writeFileSync(file, bytes);
}

/** An office with a backup of two numbers, after which five more were given, and then a table of it was spoilt. */
async function restoredAfter(table: string) {
  const office = await staffedOffice();
  const { data } = office;
  const { db, backups } = officeFiles(data);
  const take = async (count: number): Promise<string> => {
    const kiosk = await office.kiosk();
    let last = '';
    for (let i = 0; i < count; i++) last = (await issue(kiosk, 1)).number;
    return last;
  };
  await take(2);
  await office.stop();
  const now = office.clock.now;
  await withData(data, (kept) => kept.backups.make('nightly'), now);
  await office.restart();
  const last = await take(5);
  await office.stop();
  spoil(db, table);
  await expect(office.restart()).rejects.toThrow('damaged');
  const opening = { data, ask: () => Promise.resolve(null), now: () => now };
  const said = await restore(opening, listBackups(backups)[0]?.file ?? '');
  await office.restart();
  const noted = (office.rows()['audit'] as { request: string; detail: string }[]).find(
    ({ request }) => request === restoreRequest,
  );
  return { last, next: await take(1), said, noted: JSON.parse(noted?.detail ?? '{}') as object };
}

const sequenceOf = (number: string): number => Number(/\d+$/u.exec(number)?.[0]);

describe('a backup in the place of a damaged database', () => {
  test('FT15 goes on where the damaged one stood, if that can still be read', async () => {
    const { last, next, said } = await restoredAfter('rating_reason');
    expect(sequenceOf(last)).toBe(7);
    expect(sequenceOf(next)).toBe(8);
    expect(said).toMatchObject({ before: { kind: 'putAside' } });
    expect(said).not.toHaveProperty('numbersUnknown');
  });

  test('FT15 goes on well beyond, and says so, if its numbers cannot be read', async () => {
    const { next, said, noted } = await restoredAfter('ticket');
    expect(sequenceOf(next)).toBe(101);
    expect(said).toMatchObject({ numbersUnknown: true });
    expect(said).not.toHaveProperty('erasedUnknown');
    expect(noted).toMatchObject({ numbersUnknown: true });
  });

  test('FT15 says that it is not known who was erased, if that cannot be read', async () => {
    const { next, said } = await restoredAfter('erased');
    expect(sequenceOf(next)).toBe(8);
    expect(said).toMatchObject({ erasedUnknown: true });
  });
});

test('FT15 passes over letters and dossiers only where the office has any', async () => {
  const { db } = await bareOffice();
  const day = '2026-11-24' as BusinessDay;
  const others = () => presumedGiven(db, day).filter(({ kind }) => kind !== 'ticket');
  expect(others()).toEqual([]);
  db.exec('INSERT INTO dossier_number VALUES (2025, 90)');
  expect(others()).toEqual([{ kind: 'dossier', scope: '2026', prefix: '', last: 500 }]);
  db.exec('INSERT INTO dossier_number VALUES (2026, 7)');
  expect(others()).toEqual([{ kind: 'dossier', scope: '2026', prefix: '', last: 507 }]);
});

test.runIf(existsSync('/dev/full'))('FT17 a log on a full disk does not cost the office its server', () => {
  const logTo = join(import.meta.dirname, '../../server/logTo.ts');
  const script = `
    import { pino } from 'pino';
    import { standardError } from ${JSON.stringify(logTo)};
    const log = pino({ level: 'warn' }, standardError);
    log.warn('one');
    setTimeout(() => { log.warn('another'); console.log('alive'); }, 10);`;
  const full = openSync('/dev/full', 'w');
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', full],
    timeout: 15_000,
  });
  closeSync(full);
  expect([status, stdout.trim()]).toEqual([0, 'alive']);
});
