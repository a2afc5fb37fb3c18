import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import Database from 'better-sqlite3';
import type { Level } from 'pino';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import type { AppConfig, Running } from '../../server/config.ts';
import { startApp } from '../../server/lasting.ts';
import type { Speaker } from '../../server/speech/espeak.ts';
import { minutes, opening } from './ids.ts';
import type { Rows } from './rows.ts';
import { copiedRows, rowsOf } from './rows.ts';
import { testSet } from './testSet.ts';

export type { Rows };
export { copiedRows, rowsOf, testSet };

/** A machine without a speech program. */
const mute: Speaker = { languages: [], say: () => Promise.reject(new Error('no voice here')) };

/** A clock that stands still unless a test moves it. */
export type TestClock = { now: number; readonly pass: (ms: number) => void };

/** A server inside the test, on real files and a real port. */
export type TestServer = {
  readonly url: () => string;
  readonly data: string;
  readonly clock: TestClock;
  readonly config: AppConfig;
  readonly firstManager: Running['firstManager'];
  /** Everything logged so far. */
  readonly logged: () => string;
  /** What is in the database now, read from a copy, since the server keeps the original to itself. */
  readonly rows: () => Rows;
  /** Ends it cleanly and starts it again on the same data. */
  readonly restart: () => Promise<void>;
  /** Restarts it with the database changed by SQL in between. */
  readonly edit: (sql: string) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Ends it if it still runs, and removes its files. */
  readonly close: () => Promise<void>;
};

const opened: TestServer[] = [];

/** Closes every server that was started; for `afterEach`. */
export async function closeServers(): Promise<void> {
  for (const server of opened.splice(0)) await server.close();
}

/** A new folder that is gone when the tests of this file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'luot-test-'));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const emptyFolders = () => {
  const empty = temporaryFolder();
  return { kiosk: empty, screens: empty, models: empty };
};

/** A configuration on a folder of its own, with a log that can be read. */
export function testConfig(more: Partial<AppConfig> & { readonly level?: Level } = {}) {
  const { level = 'warn', ...given } = more;
  let logged = '';
  const lines = new Writable({
    write: (chunk, _encoding, done) => {
      logged += String(chunk);
      done();
    },
  });
  const clock: TestClock = {
    now: opening + minutes(60),
    pass: (ms) => {
      clock.now += ms;
    },
  };
  const config: AppConfig = {
    host: '127.0.0.1',
    port: 0,
    tls: null,
    data: given.data ?? temporaryFolder(),
    folders: given.folders ?? emptyFolders(),
    faceSet: testSet,
    faceSetCalled: () => null,
    findSpeaker: () => Promise.resolve(mute),
    // So that no backup is put back but in the tests of that.
    answerMs: 600_000,
    askPassphrase: () => Promise.resolve(null),
    now: () => clock.now,
    fetch: () => Promise.reject(new Error('nothing is fetched here')),
    postWebhook: () => Promise.resolve({ ok: false, why: 'nothing is sent here' }),
    log: pino({ level }, lines),
    ...given,
  };
  return { config, clock, logged: () => logged };
}

/**
 * Starts a server in a folder of its own.
 * @param from a data folder to begin with a copy of; otherwise the server makes a new office.
 */
export async function startServer({
  from,
  ...more
}: Partial<AppConfig> & { readonly from?: string; readonly level?: Level } = {}): Promise<TestServer> {
  const { config, clock, logged } = testConfig(more);
  if (from !== undefined) cpSync(from, config.data, { recursive: true });
  const first = await startApp(config);
  let running: Running | null = first;
  const stop = async (): Promise<void> => {
    const ending = running;
    running = null;
    await ending?.stop();
  };
  const restart = async (): Promise<void> => {
    await stop();
    running = await startApp(config);
  };
  const server: TestServer = {
    url: () => {
      if (running === null) throw new Error('the server is stopped');
      return running.url;
    },
    data: config.data,
    clock,
    config,
    firstManager: first.firstManager,
    logged,
    rows: () => (running === null ? rowsOf(join(config.data, 'luot.db')) : copiedRows(config.data)),
    restart,
    edit: async (sql) => {
      await stop();
      const db = new Database(join(config.data, 'luot.db'));
      db.exec(sql);
      db.close();
      await restart();
    },
    stop,
    close: async () => {
      await stop();
      rmSync(config.data, { recursive: true, force: true });
    },
  };
  opened.push(server);
  return server;
}
