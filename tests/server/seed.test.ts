import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { fillFolder } from '../../server/seed/fill.ts';
import type { PastKind } from '../../server/seed/past/days.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import { rowsOf, startServer, temporaryFolder } from '../factories/server.ts';
import { staffedOffice } from '../factories/staffedOffice.ts';
import { faultsOf } from './audit.ts';

const now = Date.UTC(2026, 10, 22, 3);
const day = (busyness: 'quiet' | 'normal' | 'busy'): PastKind => ({ kind: 'day', busyness });
const folder = (): string => mkdtempSync(join(temporaryFolder(), 'office-'));

async function filled(past: PastKind, { seed = 7, last = '2026-11-20', data = folder() } = {}) {
  const done = await fillFolder(data, { past, seed, last: last as BusinessDay | null }, now);
  return { ...done, data, rows: rowsOf(join(data, 'luot.db')) };
}

/** Everything but what is sealed, or salted, with chances of its own. */
const plain = (rows: Awaited<ReturnType<typeof filled>>['rows']): string =>
  JSON.stringify(rows, (key, value: unknown) =>
    /_sealed$|^(password_hash|key_digest|chain)$/u.test(key) ? null : value,
  );

describe('an invented past', () => {
  test('R1 the same seed and last day give the same rows, another seed others', async () => {
    const [one, same, other] = [
      await filled(day('busy')),
      await filled(day('busy')),
      await filled(day('busy'), { seed: 8 }),
    ];
    expect(plain(same.rows)).toBe(plain(one.rows));
    expect(plain(other.rows)).not.toBe(plain(one.rows));
  });

  test('R2 it holds no history that could not have happened', async () => {
    const { rows, tickets, days } = await filled({ kind: 'week' });
    expect(faultsOf(rows)).toEqual([]);
    expect(rows['ticket']).toHaveLength(tickets);
    expect(days).toBe(6);
    const of = (table: string, column: string): Set<unknown> =>
      new Set((rows[table] as Record<string, unknown>[]).map((row) => row[column]));
    // All that happens in an office has happened.
    expect(of('period', 'state')).toEqual(
      new Set(['waiting', 'called', 'serving', 'parked', 'missed', 'done', 'cancelled', 'expired']),
    );
    expect(of('ticket', 'channel')).toEqual(new Set(['touch', 'usual', 'head', 'staff', 'appointment']));
    expect(of('service', 'result')).toEqual(
      new Set(['completed', 'received', 'supplement', 'refused', 'returned']),
    );
    expect(of('rating', 'level')).toEqual(new Set([null, 1, 2, 3, 4]));
    expect([...of('recognition', 'outcome')]).toEqual(expect.arrayContaining(['recognised', 'denied']));
    expect(rows['template']).toEqual([]);
    // No counter serves two visitors at once, nor does anybody work at night.
    const stays = (rows['period'] as { state: string; counter_id: number; from_at: number; to_at: number }[])
      .filter(({ state }) => state === 'called' || state === 'serving')
      .toSorted((a, b) => a.counter_id - b.counter_id || a.from_at - b.from_at);
    const overlapping = stays.filter((stay, i) => {
      const before = stays[i - 1];
      return before?.counter_id === stay.counter_id && before.to_at > stay.from_at;
    });
    expect(overlapping).toEqual([]);
    // 7:30 to 19:00 in Hà Nội.
    const hour = (at: number): number => (at / 3_600_000 + 7) % 24;
    expect(stays.filter(({ from_at: at }) => hour(at) < 7.5 || hour(at) > 19)).toEqual([]);
  });

  test('R3 busier days have more visitors, who wait longer', async () => {
    const [quiet, normal, busy] = [
      await filled(day('quiet')),
      await filled(day('normal')),
      await filled(day('busy')),
    ];
    expect(quiet.tickets).toBeLessThan(normal.tickets);
    expect(normal.tickets).toBeLessThan(busy.tickets);
    const waited = ({ data }: { readonly data: string }): number => {
      const db = new Database(join(data, 'luot.db'));
      const mean = db.prepare<[], number>('SELECT avg(wait_ms) FROM visit').pluck().get() ?? 0;
      db.close();
      return mean;
    };
    expect(waited(quiet)).toBeLessThan(waited(busy));
  });

  test('R4 a day off becomes the last open day before it; without a day it is yesterday', async () => {
    expect((await filled(day('quiet'), { last: '2026-11-15' })).last).toBe('2026-11-14');
    const done = await fillFolder(folder(), { past: day('quiet'), seed: 1, last: null }, now);
    expect(done.last).toBe('2026-11-21');
  });

  test('R5 an office that somebody has used is refused and stays as it is', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await kiosk.do('ticket:issue', {
      fieldId: 1,
      legs: [],
      visitorRef: null,
      priority: null,
      channel: 'touch',
    });
    await office.stop();
    const file = join(office.data, 'luot.db');
    const before = rowsOf(file);
    await expect(filled(day('quiet'), { data: office.data })).rejects.toThrow('is in use');
    expect(rowsOf(file)).toEqual(before);
  });

  test('R6 an unused office keeps its set-up, and a server runs on what came of it', async () => {
    const office = await staffedOffice();
    await office.stop();
    const { firstManager, rows } = await filled(day('normal'), { data: office.data });
    expect(firstManager).toBeNull();
    expect(rows['officer']).toHaveLength(7);
    const server = await startServer({ from: office.data });
    expect(await (await fetch(`${server.url()}/healthz`)).json()).toEqual({ ok: true });
    expect(server.logged()).toBe('');
  });
});
