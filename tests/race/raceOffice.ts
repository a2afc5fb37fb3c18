import { join } from 'node:path';
import { hashSync } from '@node-rs/argon2';
import Database from 'better-sqlite3';
import type { Office } from '../e2e/office.ts';
import { openOffice } from '../e2e/office.ts';
import { logIn } from '../factories/clients.ts';

const password = 'mat-khau-dai-du';
const fields = 4;

export type RaceOffice = Office & {
  /** Of the manager and then of each officer, by their ids. */
  readonly cookies: ReadonlyMap<number, string>;
};

/** A large office: so many counters, all for the same fields, each with an officer, and cool-downs short enough to race. */
function enlarge(file: string, officers: number): void {
  const db = new Database(file);
  const officer = db.prepare('INSERT OR IGNORE INTO officer (id, login, name, role) VALUES (?, ?, ?, ?)');
  const counter = db.prepare(
    'INSERT OR IGNORE INTO counter (id, number, name_vi, name_en) VALUES (?, ?, ?, ?)',
  );
  for (let i = 1; i <= officers; i++) {
    officer.run(i + 1, `canbo${i}`, `Cán bộ ${i}`, 'officer');
    counter.run(i, i, `Quầy ${i}`, `Counter ${i}`);
  }
  db.prepare('UPDATE officer SET password_hash = ?').run(hashSync(password));
  db.exec(`
    DELETE FROM counter_field;
    INSERT INTO counter_field SELECT counter.id, field.id FROM counter, field WHERE field.id <= ${fields};
    INSERT INTO officer_field SELECT officer.id, field.id, 1 + (officer.id + field.id) % 2 FROM officer, field
      WHERE officer.id % 3 = 0 AND field.id <= ${fields};
    UPDATE officer SET may_pick = id % 4 = 0;
    UPDATE office SET cool_down_ms = 300, max_calls = 2;
    -- At whatever hour the race is run.
    DELETE FROM special_day;
    DELETE FROM opening;
    INSERT INTO opening SELECT value, 0, 1440 FROM json_each('[1, 2, 3, 4, 5, 6, 7]');`);
  db.close();
}

/** Opens a real server on a large office whose officers are logged in. */
export async function openRaceOffice(officers: number): Promise<RaceOffice> {
  const office = await openOffice();
  await office.kill();
  enlarge(join(office.data, 'luot.db'), officers);
  await office.restart();
  const cookies = new Map<number, string>();
  for (let id = 1; id <= officers + 1; id++)
    cookies.set(id, await logIn(office.url, id === 1 ? 'quanly' : `canbo${id - 1}`, password));
  return { ...office, cookies };
}
