import { expect, test } from 'vitest';
import type { Db } from '../../server/db/open.ts';
import { openDb } from '../../server/db/open.ts';
import { sqliteStore } from '../../server/db/store.ts';
import { makeVault } from '../../server/vault.ts';

/** What every visit adds to, and nothing ever takes from. */
const growing = ['ticket', 'period', 'service', 'announcement', 'visit', 'audit', 'rating'];

/** Those that may read all of it: somebody asked for the whole, or it is read at night. */
const mayReadAll = [
  // The audit given out whole.
  'SELECT * FROM audit ORDER BY id',
  // From its end, and only one.
  'SELECT at FROM audit ORDER BY id DESC LIMIT 1',
  // A report of satisfaction.
  'SELECT reasons, count(*) AS count FROM rating',
];

/** The steps by which SQLite answers a question that read everything that was ever written of a state or a table. */
function wholePast(db: Db, sql: string): string[] {
  const called = [...sql.matchAll(new RegExp(`\\b(?:${growing.join('|')}) AS (\\w+)`, 'gu'))].map(
    ([, alias = '']) => alias,
  );
  const tables = [...growing, ...called].join('|');
  // Every stay of one state; with a time, or only open ones, it would be few.
  const reads = new RegExp(`^SCAN (?:${tables})\\b|period_by_state_and_time \\(state=\\?\\)`, 'u');
  // Values change nothing of the plan: our databases have no statistics.
  const plan = db.prepare<[], { detail: string }>(
    `EXPLAIN QUERY PLAN ${sql.replaceAll(/--.*/gu, '').replaceAll(/\$\w+|\?/gu, 'NULL')}`,
  );
  return plan
    .all()
    .map(({ detail }) => detail)
    .filter((step) => reads.test(step));
}

/** Every question that the server has ready for use. */
function questions(db: Db): string[] {
  const prepare = db.prepare.bind(db);
  const asked = new Set<string>();
  db.prepare = (sql: string) => {
    asked.add(sql);
    return prepare(sql);
  };
  sqliteStore(db, makeVault(Buffer.alloc(32)));
  db.prepare = prepare;
  return [...asked].map((sql) => sql.replaceAll(/--.*/gu, '').replaceAll(/\s+/gu, ' ').trim());
}

test('SK4 nothing that an office asks while it works reads its whole past', () => {
  const db = openDb(':memory:');
  const asked = questions(db).filter((sql) => /^(?:SELECT|WITH)\b/u.test(sql));
  expect(asked.length).toBeGreaterThan(100);
  const wrong = asked
    .filter((sql) => !mayReadAll.some((start) => sql.startsWith(start)))
    .flatMap((sql) => wholePast(db, sql).map((step) => `${step}: ${sql}`));
  expect(wrong).toEqual([]);
});

test('SK4 a question that does is found', () => {
  const db = openDb(':memory:');
  expect(wholePast(db, "SELECT to_at FROM period WHERE ticket_id = ? AND state = 'serving'")).toHaveLength(1);
  expect(wholePast(db, 'SELECT number FROM ticket AS one ORDER BY issued_at')).toHaveLength(1);
});
