import { cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import type { AppConfig } from '../../server/config.ts';
import { startApp } from '../../server/lasting.ts';
import { StartError } from '../../server/startError.ts';
import { kioskAt } from '../factories/clients.ts';
import { startServer, temporaryFolder, testConfig } from '../factories/server.ts';
import { closeAll, enrol, issue } from '../factories/staffedOffice.ts';

afterEach(closeAll);

let used: Promise<string> | null = null;

async function makeUsed(): Promise<string> {
  const server = await startServer();
  const kiosk = await kioskAt(server.url());
  for (let person = 1; person <= 20; person++) await enrol(kiosk, person, 'Lê Hoàng');
  for (let i = 0; i < 20; i++) await issue(kiosk, 1 + (i % 10));
  await server.stop();
  const kept = temporaryFolder();
  cpSync(server.data, kept, { recursive: true });
  return kept;
}

/** Files of an office that has been used, at rest; for each test its own. */
async function usedOffice() {
  used ??= makeUsed();
  const { config } = testConfig();
  cpSync(await used, config.data, { recursive: true });
  return { config, db: join(config.data, 'luot.db'), key: join(config.data, 'luot.key') };
}
type Used = Awaited<ReturnType<typeof usedOffice>>;

const overwrite = (file: string, from: number, bytes: Buffer): void => {
  const all = readFileSync(file);
  bytes.copy(all, from);
  writeFileSync(file, all);
};
const sql = (file: string, statement: string): void => {
  const db = new Database(file);
  db.exec(statement);
  db.close();
};

/** What is wrong, how it came about, and what the one line has to say. */
const faults: readonly (readonly [string, (used: Used) => Partial<AppConfig> | void, RegExp])[] = [
  [
    'no database at all in its place',
    ({ db }) => writeFileSync(db, 'x'.repeat(8192)),
    /luot\.db is damaged/u,
  ],
  ['its first page is gone', ({ db }) => overwrite(db, 0, Buffer.alloc(4096)), /luot\.db is damaged/u],
  ['its schema is garbled', ({ db }) => overwrite(db, 100, Buffer.alloc(900, 0xa5)), /luot\.db is damaged/u],
  ['half of it is missing', ({ db }) => truncateSync(db, 4096 * 20), /luot\.db is damaged/u],
  [
    'its end is torn off',
    ({ db }) => truncateSync(db, readFileSync(db).length - 1000),
    /luot\.db is damaged/u,
  ],
  [
    'pages in the middle are garbled',
    ({ db }) => overwrite(db, 4096 * 12, Buffer.alloc(4096 * 12, 0x5a)),
    /luot\.db is damaged/u,
  ],
  ['it is of a newer program', ({ db }) => sql(db, 'PRAGMA user_version = 999'), /newer version \(999\)/u],
  [
    'a face in it was changed',
    ({ db }) => sql(db, 'UPDATE template SET sealed = zeroblob(300)'),
    /template.*cannot be opened/u,
  ],
  ['the key is missing', ({ key }) => rmSync(key), /luot\.key is missing/u],
  ['the key is cut short', ({ key }) => writeFileSync(key, 'AAAA'), /luot\.key is damaged/u],
  ['the key is empty', ({ key }) => writeFileSync(key, ''), /luot\.key is damaged/u],
  [
    'the key is of another office',
    ({ key }) => writeFileSync(key, Buffer.alloc(32, 7).toString('base64')),
    /luot\.key is not the one/u,
  ],
  ['the key is a folder', ({ key }) => (rmSync(key), mkdirSync(key)), /luot\.key/u],
  ['the data folder is a file', ({ db }) => ({ data: db }), /data folder .* cannot be written/u],
  [
    'the data folder is in a file',
    ({ db }) => ({ data: join(db, 'data') }),
    /data folder .* cannot be written/u,
  ],
  ['the database is a folder', ({ db }) => (rmSync(db), mkdirSync(db)), /luot\.db cannot be opened/u],
  [
    'the address is not of this machine',
    () => ({ host: '203.0.113.7' }),
    /203\.0\.113\.7 is not one of this machine/u,
  ],
  [
    'the address is no address',
    () => ({ host: 'khong-co.invalid' }),
    /khong-co\.invalid is not one of this machine/u,
  ],
];

const failureOf = async (config: AppConfig): Promise<unknown> => {
  try {
    const running = await startApp(config);
    await running.stop();
    return 'it started';
  } catch (error) {
    return error;
  }
};

const expectOneLine = (error: unknown, says: RegExp): void => {
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).toMatch(says);
  expect(message).not.toMatch(/[\n\r]/u);
  expect(message).toMatch(/\.$/u);
  expect(message.length).toBeLessThan(250);
};

describe('a start that cannot succeed', () => {
  test.each(faults)(
    'SA1 says in one line that %s, and leaves everything as it was',
    async (_what, harm, says) => {
      const office = await usedOffice();
      const more = harm(office) ?? {};
      const contents = (): (Buffer | null)[] =>
        [office.db, office.key].map((file) =>
          statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file) : null,
        );
      const before = contents();
      expectOneLine(await failureOf({ ...office.config, ...more }), says);
      expect(contents()).toEqual(before);
    },
  );

  test('SA2 another server on the same data is turned away, and the first goes on', async () => {
    const server = await startServer();
    expectOneLine(await failureOf(testConfig({ data: server.data }).config), /luot\.db is in use/u);
    expect((await issue(await kioskAt(server.url()), 1)).number).toMatch(/001$/u);
  });

  test('FT16 a start waits a while for a program that has the database, and then goes on', async () => {
    const { config, db } = await usedOffice();
    const other = new Database(db);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN IMMEDIATE; COMMIT');
    const starting = startApp({ ...config, lockPatienceMs: 20_000 });
    setTimeout(() => other.close(), 50);
    const running = await starting;
    expect(running.firstManager).toBeNull();
    await running.stop();
  });

  test('SA3 a taken port is named; afterwards nothing is left open', async () => {
    const { config } = await usedOffice();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const tryIt = async (): Promise<number> => {
      expectOneLine(await failureOf({ ...config, port }), new RegExp(`Port ${port} is taken`, 'u'));
      return process.getActiveResourcesInfo().filter((what) => what === 'Timeout').length;
    };
    // Timers of what ran before end meanwhile; one that a failed start left would be one more each time.
    const once = await tryIt();
    expect(await tryIt()).toBeLessThanOrEqual(once);
    await new Promise((resolve) => other.close(resolve));
    const running = await startApp({ ...config, port });
    expect(running.url).toBe(`http://127.0.0.1:${port}`);
    expect(running.firstManager).toBeNull();
    await running.stop();
  });
});

describe('the program', () => {
  test.each([
    ['a newer database', [], /newer version/u],
    ['an unknown option', ['--colour', 'red'], /Unknown option '--colour'.*Usage/u],
    ['a port that is none', ['--port', '99999'], /--port takes a number from 0 to 65535/u],
    ['a folder that cannot be', ['--data', '/dev/null/data'], /data folder .* cannot be written/u],
  ])('SA6 says one line about %s and ends with a failure', async (_what, args, says) => {
    const { config, db } = await usedOffice();
    sql(db, 'PRAGMA user_version = 999');
    const main = join(import.meta.dirname, '../../server/main.ts');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [main, '--port', '0', '--data', config.data, ...args],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('a start that succeeds', () => {
  test('SA4 makes the folder and an office the first time, and goes on with it from then on', async () => {
    const { config } = testConfig();
    const data = join(config.data, 'mới', 'tinh');
    const first = await startApp({ ...config, data });
    expect(first.firstManager).toMatchObject({
      login: 'quanly',
      password: expect.stringMatching(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/u),
    });
    expect(first.counterNumbers).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await issue(await kioskAt(first.url), 3)).number).toMatch(/001$/u);
    await first.stop();
    const second = await startApp({ ...config, data });
    expect(second.firstManager).toBeNull();
    expect((await issue(await kioskAt(second.url), 3)).number).toMatch(/002$/u);
    await second.stop();
  });

  test('SA5 ends within a second though screens are connected, and again frees port and data', async () => {
    const server = await startServer();
    let shortest = Infinity;
    // A busy machine may hold a stop up; what waits for its screens would do so each time.
    for (let attempt = 0; attempt < 3 && shortest >= 1_000; attempt++) {
      await Promise.all([kioskAt(server.url()), kioskAt(server.url()), fetch(server.url() + '/healthz')]);
      const started = performance.now();
      await server.stop();
      shortest = Math.min(shortest, performance.now() - started);
      await server.restart();
    }
    expect(shortest).toBeLessThan(1_000);
    expect(server.logged()).toBe('');
  });
});
