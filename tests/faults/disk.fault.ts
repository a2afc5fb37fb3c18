import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Answer } from '../../shared/contract/requests.ts';
import { faultsOf } from '../server/audit.ts';
import type { Office, Within } from '../e2e/office.ts';
import { openOffice } from '../e2e/office.ts';
import type { Client } from '../factories/clients.ts';
import { closeClients, codeOf, connect, kioskAt, logIn, wallAt } from '../factories/clients.ts';
import type { Fault } from './fault.ts';
import { expectNone, expectThat } from './fault.ts';
import { copiedRows } from '../factories/rows.ts';

const wish = {
  fieldId: 1,
  legs: [] as number[],
  visitorRef: null,
  priority: null,
  channel: 'touch' as const,
};
type Issued = { readonly number: string };

/** Takes numbers until one is refused. @returns those that were given, and the refusal's code. */
async function takeUntilRefused(kiosk: Client<'kiosk'>): Promise<{ numbers: string[]; code: string | null }> {
  const numbers: string[] = [];
  for (let i = 0; i < 3_000; i++) {
    const answer: Answer<Issued> = await kiosk.send('ticket:issue', wish);
    if (!answer.ok) return { numbers, code: codeOf(answer) ?? answer.problem.kind };
    numbers.push(answer.value.number);
  }
  throw new Error('the disk never was full');
}

/** An office that keeps its server on a small disk, and how that disk is made larger while the server runs. */
type SmallDisk = {
  readonly within: Within;
  /** Makes room; null: only a new start has room. */
  readonly makeRoom: ((office: Office) => void) | null;
  readonly code: 'diskFull' | 'notStored';
};

/** What every POSIX system has: no file of the server may become larger than this. */
const limitedFiles = (data: string): SmallDisk => {
  // In blocks of 512 bytes: as large as the database is, and some of its log.
  const blocks = Math.ceil((statSync(join(data, 'luot.db')).size + 100_000) / 512);
  const limit = `ulimit -f ${blocks}; exec "$@"`;
  return { within: (command) => ['sh', '-c', limit, 'sh', ...command], makeRoom: null, code: 'notStored' };
};

/** A real disk of a few megabytes, in memory, which only the server sees; `kept` holds what is to be on it. */
function realDisk(data: string, kept: string): SmallDisk {
  const bytes = statSync(join(data, 'luot.db')).size + 900_000;
  const mount = [
    `mount -t tmpfs -o size=${bytes} luot "${data}"`,
    `cp -r "${kept}"/. "${data}"`,
    // Somebody's film.
    `head -c 500000 /dev/zero > "${data}/film"`,
    'exec "$@"',
  ].join(' && ');
  return {
    within: (command) => ['unshare', '-Urm', 'sh', '-c', mount, 'sh', ...command],
    makeRoom: ({ pid }) => rmSync(`/proc/${pid()}/root${data}/film`),
    code: 'diskFull',
  };
}

const canMount = (): boolean =>
  spawnSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'x', '/mnt']).status === 0;

async function fill(office: Office, disk: SmallDisk): Promise<string> {
  const { url, manager } = office;
  await office.restart(disk.within);
  const [kiosk, wall] = [await kioskAt(url), await wallAt(url)];
  const manage = await connect(url, {
    screen: 'manage',
    cookie: await logIn(url, manager.login, manager.password),
  });
  const { numbers, code } = await takeUntilRefused(kiosk);
  expectThat(code === disk.code, `refused with ${code}`);
  await manage.until(({ storageTrouble }) => storageTrouble !== null);
  // The screens go on showing what is, and what cannot be stored is refused, not half done.
  const again = await kiosk.send('ticket:issue', wish);
  expectThat(codeOf(again) === disk.code, 'the second try was not refused');
  expectThat((await fetch(`${url}/healthz`)).ok, 'the server is not well');
  expectThat(wall.socket.connected && kiosk.socket.connected, 'a screen was cut off');
  let how = 'goes on after a new start';
  if (disk.makeRoom !== null) {
    disk.makeRoom(office);
    const answer: Answer<Issued> = await kiosk.send('ticket:issue', wish);
    if (!answer.ok) throw new Error(`with room again: ${JSON.stringify(answer.problem)}`);
    numbers.push(answer.value.number);
    await manage.until(({ storageTrouble }) => storageTrouble === null);
    how = 'goes on as soon as there is room';
    const seen = `/proc/${office.pid()}/root${office.data}`;
    cpSync(seen, `${office.data}-seen`, { recursive: true, filter: (file) => !file.endsWith('film') });
  }
  closeClients();
  await office.kill();
  if (disk.makeRoom !== null) cpSync(`${office.data}-seen`, office.data, { recursive: true, force: true });
  rmSync(`${office.data}-seen`, { recursive: true, force: true });
  await office.restart();
  await kioskAt(url);
  closeClients();
  const rows = copiedRows(office.data);
  expectNone('the database', faultsOf(rows));
  const stored = new Set((rows['ticket'] as { number: string }[]).map(({ number }) => number));
  expectNone(
    'lost',
    numbers.filter((number) => !stored.has(number)),
  );
  expectThat(
    stored.size === numbers.length,
    `${stored.size} numbers are stored, ${numbers.length} were given`,
  );
  return `${numbers.length} numbers given, then refused as ${disk.code}; ${how}`;
}

async function happenFull(disk: 'limited' | 'real'): Promise<string> {
  const office = await openOffice();
  const kept = mkdtempSync(join(tmpdir(), 'luot-kept-'));
  try {
    await office.kill();
    // All in one file, whose size is then the database's.
    const db = new Database(join(office.data, 'luot.db'));
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    cpSync(office.data, kept, { recursive: true });
    return await fill(office, disk === 'limited' ? limitedFiles(office.data) : realDisk(office.data, kept));
  } finally {
    closeClients();
    await office.close();
    rmSync(kept, { recursive: true, force: true });
  }
}

export const limitReached: Fault = {
  name: 'a file may not grow',
  promise: 'a refusal with words, screens stay, managers are told, nothing acknowledged is lost',
  happen: () => happenFull('limited'),
};

export const diskFull: Fault = {
  name: 'disk full',
  promise:
    'a refusal with words, screens stay, managers are told, it goes on once there is room, nothing is lost',
  happen: (effort) =>
    effort === 'short' || !canMount()
      ? Promise.resolve('not tried: no disk of its own can be mounted here')
      : happenFull('real'),
};
