import { spawnSync } from 'node:child_process';
import { cpSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { auditFaults } from '../../server/db/auditCheck.ts';
import { officeFiles } from '../../server/officeFiles.ts';
import { purge } from '../../server/usecases/purge.ts';
import { contextOver } from '../factories/context.ts';
import { withData } from '../factories/keeping.ts';
import type { Rows } from '../factories/server.ts';
import { copiedRows, temporaryFolder } from '../factories/server.ts';
import { closeAll, enrol, issue, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const day = 24 * 3600_000;

/** Visitors 1 to 3, who registered on one day; 2 took a number 300 days later, 3 after 500. */
async function officeOfYears() {
  const office = await staffedOffice();
  const registered = office.clock.now;
  const kiosk = await office.kiosk();
  const refs: string[] = [];
  for (const person of [1, 2, 3])
    refs.push((await enrol(kiosk, person, 'Nguyễn Thị Hồng Nhung', 1970 + person)).visitorRef);
  const ids = (office.rows()['visitor'] as { id: string }[]).map(({ id }) => id);
  await (await office.manage()).do('kiosk:lock', { message: null });
  for (const visitorRef of refs.slice(1)) await issue(kiosk, 1, visitorRef);
  await office.stop();
  // Not by the clock: the running server would forget what is old by then.
  await withData(office.data, ({ db }) => {
    const came = db.prepare('UPDATE ticket SET issued_at = ? WHERE visitor_id = ?');
    for (const [person, days] of [
      [2, 300],
      [3, 500],
    ] as const)
      came.run(registered + days * day, ids[person - 1]);
  });
  return { data: office.data, registered, ids };
}

/** Forgets what is old so many days after the registrations. @returns what is there then. */
const purgedAfter = (data: string, now: number): Promise<Rows> =>
  withData(
    data,
    ({ db, vault }) => {
      purge(contextOver(db, vault, () => now));
      expect(auditFaults(db, vault)).toEqual([]);
      return copiedRows(data);
    },
    now,
  );

const of = (rows: Rows, table: string, column: string): unknown[] =>
  (rows[table] as Record<string, unknown>[]).map((row) => row[column]);
const lastAudit = (rows: Rows): unknown => {
  const last = (rows['audit'] as { request: string; detail: string; actor: string }[]).at(-1);
  return last?.request === 'retention' ? JSON.parse(last.detail) : null;
};

describe('what is kept for a time', () => {
  test('KD19 faces go a year after the last visit, people after two, with counts in the audit and no names', async () => {
    const { data, registered, ids } = await officeOfYears();
    const early = await purgedAfter(data, registered + 365 * day);
    expect(of(early, 'template', 'visitor_id')).toEqual(ids);
    expect(lastAudit(early)).toBeNull();

    // 1 was here 366 days ago, 2 66 days ago.
    const year = await purgedAfter(data, registered + 366 * day);
    expect(of(year, 'template', 'visitor_id')).toEqual(ids.slice(1));
    expect(of(year, 'visitor', 'id')).toHaveLength(3);
    expect(lastAudit(year)).toEqual({ visitors: 0, faces: 1, texts: 0, recognitions: 3, audit: 0 });

    const two = await purgedAfter(data, registered + 731 * day);
    expect(of(two, 'template', 'visitor_id')).toEqual(ids.slice(2));
    expect(new Set(of(two, 'visitor', 'id'))).toEqual(new Set(ids.slice(1)));
    expect(of(two, 'erased', 'visitor_id')).toEqual(ids.slice(0, 1));
    expect(lastAudit(two)).toMatchObject({ visitors: 1, faces: 1 });
    for (const id of ids) expect(JSON.stringify(two['audit'])).not.toContain(id);

    const never = await purgedAfter(data, registered + 4_000 * day);
    expect(of(never, 'visitor', 'id')).toEqual([]);
    expect(of(never, 'ticket', 'visitor_id')).toEqual([null, null]);
    // Of the audit only what is younger than ten years is left.
    expect(of(never, 'audit', 'request')).toEqual(['retention', 'retention', 'retention']);
  });

  test('KD19 the periods are the office’s', async () => {
    const { data, registered } = await officeOfYears();
    await withData(
      data,
      ({ db }) => void db.exec('UPDATE office SET keep_templates_days = 100, keep_recognitions_days = 7000'),
    );
    expect(lastAudit(await purgedAfter(data, registered + 450 * day))).toEqual({
      visitors: 0,
      faces: 2,
      texts: 0,
      recognitions: 0,
      audit: 0,
    });
  });

  test('KD24 after a night’s forgetting there is nothing in the log, also where nothing that is counted was forgotten', async () => {
    const { data, registered } = await officeOfYears();
    await withData(data, ({ db, vault }) => {
      const context = contextOver(db, vault, () => registered);
      const logBytes = (): number => statSync(`${officeFiles(data).db}-wal`).size;
      context.store.audit.add('system', 'clock', {}, registered);
      expect(logBytes()).toBeGreaterThan(0);
      purge(context);
      expect(logBytes()).toBe(0);
      expect(lastAudit(copiedRows(data))).toBeNull();
    });
  });

  test.each([
    ['inside', 3],
    ['committed', 2],
  ] as const)('KD20 killed %s the transaction, nothing is half done', async (where, visitors) => {
    const { data: original, registered } = await officeOfYears();
    const data = temporaryFolder();
    cpSync(original, data, { recursive: true });
    const now = registered + 731 * day;
    const script = join(import.meta.dirname, 'keepingKilled.ts');
    expect(spawnSync(process.execPath, [script, data, 'purge', where, String(now)]).signal).toBe('SIGKILL');
    await withData(data, ({ db, vault }) => {
      expect(auditFaults(db, vault)).toEqual([]);
      expect(db.prepare('SELECT count(*) FROM visitor').pluck().get()).toBe(visitors);
      expect(db.prepare('SELECT count(*) FROM erased').pluck().get()).toBe(3 - visitors);
      const noted = db.prepare("SELECT count(*) FROM audit WHERE request = 'retention'").pluck().get();
      expect(noted).toBe(where === 'inside' ? 0 : 1);
    });
    expect(of(await purgedAfter(data, now), 'visitor', 'id')).toHaveLength(2);
  });
});
