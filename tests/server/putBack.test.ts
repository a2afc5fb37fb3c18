import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { restoreRequest } from '../../server/db/auditCheck.ts';
import { openDb } from '../../server/db/open.ts';
import { givenIn, neverAgain } from '../../server/db/given.ts';
import { letterStore } from '../../server/db/letters.ts';
import { seedOffice } from '../../server/seed/office.ts';
import type { Office } from '../e2e/office.ts';
import { openOffice } from '../e2e/office.ts';
import type { Client } from '../factories/clients.ts';
import { closeClients, codeOf, connect, kioskAt, logIn } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, issue, staffedOffice } from '../factories/staffedOffice.ts';
import { copiedRows } from '../factories/server.ts';
import { faultsOf } from './audit.ts';
import { backedUp } from './keepingCases.ts';

let real: Office | null = null;
afterEach(async () => {
  await closeAll();
  await real?.close();
  real = null;
});

type Row = Record<string, unknown>;
const detailOf = (office: { rows: () => Record<string, readonly unknown[]> }) =>
  (office.rows()['audit'] as { request: string; actor: string; detail: string }[]).filter(
    ({ request }) => request === restoreRequest,
  );

/** Tries until it succeeds; what never does runs into the test's own limit. */
async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await attempt();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
}
const cameBack = (office: StaffedOffice) => retried(office.manage);

/** Asks for a backup back, and waits until the server has come back with what it came to. */
async function putBack(office: StaffedOffice, manage: Client<'manage'>, name: string) {
  const asked = await manage.send('backup:putBack', { name, password: office.managerPassword });
  expect(asked).toEqual({ ok: true, value: {} });
  await manage.ended();
  return cameBack(office);
}

/** An office with a backup of ten minutes ago, and what happened since. */
async function officeWithPast() {
  const office = await staffedOffice({ answerMs: 20 });
  const [manage, kiosk] = [await office.manage(), await office.kiosk()];
  const before = await issue(kiosk, 1);
  const name = await backedUp(manage);
  office.clock.pass(600_000);
  const since = [await issue(kiosk, 1), await issue(kiosk, 1), await issue(kiosk, 2)];
  await manage.do('officer:add', { login: 'canbo9', name: 'Hoàng Thị Dung', role: 'officer' });
  return { office, manage, name, before, since };
}

describe('a backup that is put back from Manage', () => {
  test('AS10 the server comes back by itself under the same address with the data of then, keeps what was there, and says who wanted it', async () => {
    const { office, manage, name, before } = await officeWithPast();
    const [url, from] = [office.url(), office.clock.now];
    const later = await putBack(office, manage, name);
    expect(office.url()).toBe(url);
    const { keeping, officers } = later.view();
    expect(keeping.putBack).toEqual({ done: true, at: from, madeAt: from - 600_000 });
    expect(keeping).toMatchObject({ isPuttingBack: false, auditIntact: true });
    expect(officers.map(({ login }) => login)).not.toContain('canbo9');
    const tickets = office.rows()['ticket'] as Row[];
    expect(tickets.map(({ number }) => number)).toEqual([before.number]);
    expect(detailOf(office)).toMatchObject([
      { actor: 'system', detail: JSON.stringify({ madeAt: from - 600_000, by: 'quanly' }) },
    ]);
    expect(faultsOf(office.rows())).toEqual([]);
    const { backups } = await later.do('backup:list', {});
    expect(backups[0]?.facts?.why).toBe('restore');
    expect(office.logged()).toBe('');
    // And there and back again.
    const again = await putBack(office, later, backups[0]?.name ?? '');
    expect(again.view().officers.map(({ login }) => login)).toContain('canbo9');
  });

  test('AS11 no number that is on paper is handed out again, neither after it was put back twice', async () => {
    const { office, manage, name, since } = await officeWithPast();
    const later = await putBack(office, manage, name);
    const kiosk = await office.kiosk();
    const [, last, other] = since.map(({ number }) => Number(number.slice(1)));
    const next = (fieldId: number) => issue(kiosk, fieldId).then(({ number }) => Number(number.slice(1)));
    expect(await next(1)).toBe((last ?? 0) + 1);
    expect(await next(2)).toBe((other ?? 0) + 1);
    await putBack(office, later, name);
    const second = await office.kiosk();
    expect((await issue(second, 1)).number).toMatch(new RegExp(`0*${(last ?? 0) + 2}$`, 'u'));
    // The next day begins with one, as every day.
    office.clock.pass(24 * 3_600_000);
    expect((await issue(second, 1)).number).toMatch(/001$/u);
  });

  test('AS12 nor any number of a letter or a dossier', async () => {
    const [present, old] = [openDb(':memory:'), openDb(':memory:')];
    await seedOffice(old, Buffer.alloc(32));
    present.exec(`INSERT INTO dossier_number VALUES (2026, 41), (2025, 900);
      INSERT INTO given_before VALUES ('letter', '2026', '', 12)`);
    old.exec('INSERT INTO dossier_number VALUES (2026, 40)');
    neverAgain(old, givenIn(present));
    expect(old.prepare('SELECT * FROM dossier_number ORDER BY year').raw().all()).toEqual([
      [2025, 900],
      [2026, 41],
    ]);
    old.pragma('foreign_keys = OFF');
    const letter = { kind: 'apology', dossierId: 'd' } as unknown as Parameters<
      ReturnType<typeof letterStore>['add']
    >[0];
    const add = (year: number) => letterStore(old).add({ ...letter, year }, 'system', 0);
    expect([add(2026), add(2026), add(2025)]).toEqual([13, 14, 1]);
  });

  test('AS13 that disappears before it is put back leaves everything as it was, and the manager is told', async () => {
    const { office, manage, name, since } = await officeWithPast();
    const before = office.rows()['ticket'];
    const done = manage.send('backup:putBack', { name, password: office.managerPassword });
    expect((await done).ok).toBe(true);
    rmSync(join(office.data, 'backups', name));
    await manage.ended();
    const later = await cameBack(office);
    expect(later.view().keeping.putBack).toMatchObject({ done: false });
    expect(office.rows()['ticket']).toEqual(before);
    expect(before).toHaveLength(since.length + 1);
    expect(office.logged()).toContain('a backup could not be put back');
  });

  test('AS14 that the server cannot start with is taken out again', async () => {
    const { office, manage, name } = await officeWithPast();
    const copy = new Database(join(office.data, 'backups', name));
    // Whole to every look, but a name in it was sealed with nobody's key.
    copy.exec(`INSERT INTO visitor (id, registered_at) VALUES ('${crypto.randomUUID()}', 0);
      INSERT INTO template (visitor_id, model_id, dimension, sealed, made_at)
      SELECT id, 'test-set', 64, zeroblob(300), 0 FROM visitor`);
    copy.close();
    const before = office.rows()['ticket'];
    const later = await putBack(office, manage, name);
    expect(later.view().keeping.putBack).toMatchObject({ done: false });
    expect(later.view().officers.map(({ login }) => login)).toContain('canbo9');
    expect(office.rows()['ticket']).toEqual(before);
    expect(faultsOf(office.rows())).toEqual([]);
  });

  test('AS15 asked for with wrong passwords is slowed down; sent again after it was done, it is not done again', async () => {
    const { office, manage, name } = await officeWithPast();
    const guess = () => manage.send('backup:putBack', { name, password: 'đoán mò' });
    for (let i = 0; i < 10; i++) expect(codeOf(await guess())).toBe('wrongPassword');
    expect(codeOf(await guess())).toBe('tooManyAttempts');
    office.clock.pass(5 * 60_000 + 1);
    const requestId = crypto.randomUUID();
    const wish = { name, password: office.managerPassword, requestId };
    await manage.do('backup:putBack', wish);
    await manage.ended();
    const later = await cameBack(office);
    expect(await later.send('backup:putBack', wish)).toEqual({ ok: true, value: {} });
    expect(later.view().keeping.isPuttingBack).toBe(false);
    expect(detailOf(office)).toHaveLength(1);
  });

  test('AS16 a process of its own comes back by itself; killed in the middle, it has the old data or the new, whole', async () => {
    real = await openOffice();
    const { url, data, manager } = real;
    const cookie = await logIn(url, manager.login, manager.password);
    const open = () => connect(url, { screen: 'manage', cookie });
    const manage = await open();
    const kiosk = await kioskAt(url);
    const { number } = await issue(kiosk, 1);
    const name = await backedUp(manage);
    await issue(kiosk, 1);
    const wish = { name, password: manager.password };
    await manage.do('backup:putBack', wish);
    await manage.ended();
    const later = await retried(open);
    expect(later.view().keeping.putBack?.done).toBe(true);
    expect((copiedRows(data)['ticket'] as Row[]).map((row) => row['number'])).toEqual([number]);
    await later.do('backup:putBack', wish);
    await later.ended();
    await real.kill();
    closeClients();
    await real.restart();
    const last = await retried(open);
    expect(last.view().keeping.auditIntact).toBe(true);
    expect((copiedRows(data)['ticket'] as Row[]).map((row) => row['number'])).toEqual([number]);
    expect((await issue(await kioskAt(url), 1)).number).toMatch(/003$/u);
  });
});
