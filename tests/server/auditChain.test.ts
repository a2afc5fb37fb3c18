import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditStore } from '../../server/db/audit.ts';
import { auditFaults, auditHead } from '../../server/db/auditCheck.ts';
import type { Db } from '../../server/db/open.ts';
import { openDb } from '../../server/db/open.ts';
import { makeVault } from '../../server/vault.ts';

const vault = makeVault(randomBytes(32));
let db: Db;

const add = (count: number): void => {
  const audit = auditStore(db, vault);
  const { last } = db
    .prepare<[], { last: number }>('SELECT coalesce(max(id), 0) AS last FROM audit')
    .get() ?? { last: 0 };
  for (let i = 1; i <= count; i++) audit.add('officer:1', 'kiosk:lock', { nth: last + i }, (last + i) * 1000);
};

/** As somebody would who has the file: without the triggers. */
const tamper = (sql: string): void => {
  db.exec('DROP TRIGGER IF EXISTS audit_is_not_changed; DROP TRIGGER IF EXISTS audit_is_not_deleted');
  db.exec(sql);
};

beforeEach(() => {
  db = openDb(':memory:');
  auditStore(db, vault).begin();
  add(6);
});

describe('the chain of the audit', () => {
  test('KD6 holds as it was written, and SQLite itself refuses to change or delete', () => {
    expect(auditFaults(db, vault)).toEqual([]);
    expect(() => db.exec("UPDATE audit SET actor = 'officer:2' WHERE id = 3")).toThrow('only added to');
    expect(() => db.exec('UPDATE audit SET chain = zeroblob(32) WHERE id = 3')).toThrow('only added to');
    expect(() => db.exec('DELETE FROM audit WHERE id = 6')).toThrow('only added to');
    expect(() => db.exec('DELETE FROM audit')).toThrow('only added to');
  });

  test.each([
    ['altered', "UPDATE audit SET actor = 'officer:2' WHERE id = 3", [{ kind: 'altered', from: 3, to: 3 }]],
    [
      'altered in what was done',
      "UPDATE audit SET detail = '{}' WHERE id = 6",
      [{ kind: 'altered', from: 6, to: 6 }],
    ],
    ['moved in time', 'UPDATE audit SET at = 1 WHERE id = 2', [{ kind: 'altered', from: 2, to: 2 }]],
    ['removed in the middle', 'DELETE FROM audit WHERE id IN (3, 4)', [{ kind: 'removed', from: 3, to: 4 }]],
    ['removed at the beginning', 'DELETE FROM audit WHERE id = 1', [{ kind: 'removed', from: 1, to: 1 }]],
    ['cut off', 'DELETE FROM audit WHERE id > 4', [{ kind: 'cutOff', from: 5, to: 6 }]],
    ['emptied', 'DELETE FROM audit', [{ kind: 'cutOff', from: 1, to: 6 }]],
    [
      'put in',
      'INSERT INTO audit (id, at, actor, request, detail, chain) SELECT 7, at, actor, request, detail, chain FROM audit WHERE id = 6',
      [{ kind: 'inserted', from: 7, to: 7 }],
    ],
    ['without its anchor', 'DELETE FROM audit_anchor', [{ kind: 'noAnchor', from: 0, to: 0 }]],
  ])('KD7 says where a row was %s', (_how, sql, faults) => {
    tamper(sql);
    expect(auditFaults(db, vault)).toEqual(faults);
  });

  test('KD7 finds rows exchanged, and a row with a chain made without the key', () => {
    tamper(
      `UPDATE audit SET id = 100 WHERE id = 2; UPDATE audit SET id = 2 WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 100`,
    );
    expect(auditFaults(db, vault).map(({ from }) => from)).toEqual([2, 3, 4]);
    expect(auditFaults(db, makeVault(randomBytes(32)))).toMatchObject([{ kind: 'noAnchor' }]);
  });

  test('KD7 what is cut off before more is written is found for ever', () => {
    tamper("DELETE FROM audit WHERE id > 4; UPDATE sqlite_sequence SET seq = 4 WHERE name = 'audit'");
    add(2);
    expect(auditFaults(db, vault)).toEqual([{ kind: 'removed', from: 5, to: 6 }]);
    tamper('DELETE FROM audit_anchor');
    add(2);
    expect(auditFaults(db, vault).length).toBeGreaterThan(1);
  });

  test('KD7 a whole database put back is found by the heads that backups keep', () => {
    const head = auditHead(db, vault);
    const past = db.serialize();
    add(3);
    const later = auditHead(db, vault);
    if (head === null || later === null) throw new Error('the audit has no end');
    expect(auditFaults(db, vault, [head, later])).toEqual([]);
    const back = new Database(past);
    expect(auditFaults(back, vault)).toEqual([]);
    expect(auditFaults(back, vault, [head, later])).toEqual([{ kind: 'cutOff', from: 9, to: 9 }]);
  });

  test('KD8 rows of a release without a chain are chained at the first start', () => {
    tamper('DELETE FROM audit_anchor; UPDATE audit SET chain = NULL');
    auditStore(db, vault).begin();
    expect(auditFaults(db, vault)).toEqual([]);
    expect(auditHead(db, vault)?.id).toBe(6);
    add(1);
    expect(auditFaults(db, vault)).toEqual([]);
  });

  test('KD8 the oldest are forgotten after their time, and the rest holds', () => {
    expect(auditStore(db, vault).forgetBefore(3_000)).toBe(2);
    expect(db.prepare('SELECT id FROM audit').pluck().all()).toEqual([3, 4, 5, 6]);
    expect(auditFaults(db, vault)).toEqual([]);
    expect(() => db.exec('DELETE FROM audit WHERE id = 3')).toThrow('only added to');
    tamper('DELETE FROM audit WHERE id = 3');
    expect(auditFaults(db, vault)).toEqual([{ kind: 'removed', from: 3, to: 3 }]);
    expect(auditStore(db, vault).forgetBefore(1)).toBe(0);
  });
});
