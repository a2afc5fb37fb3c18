import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { closeAll, enrol, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

/** Types one of the commands. @returns what it says and ends with. */
function typed(data: string, tool: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const script = join(import.meta.dirname, '../../server', tool, 'cli.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args, '--data', data], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, said: stdout.trim(), wrong: stderr.trim() };
}

test('KD23 the commands do what they say, one line for what is wrong, and end with 1 then', async () => {
  const office = await staffedOffice();
  await enrol(await office.kiosk(), 1, 'Nguyễn Thị Hồng Nhung');
  await (await office.manage()).do('kiosk:lock', { message: null });
  const { data } = office;
  expect(typed(data, 'keys', ['status']).wrong).toContain('in use by another program');
  await office.stop();

  const backup = typed(data, 'backup', ['run']);
  expect([backup.status, backup.wrong]).toEqual([0, '']);
  expect(typed(data, 'backup', ['list']).said).toContain(backup.said);
  expect(typed(data, 'backup', ['verify', backup.said])).toMatchObject({ status: 0, wrong: '' });
  expect(typed(data, 'backup', ['verify']).wrong).toContain('npm run backup');

  const passphrase = 'bốn từ tiếng Việt';
  const short = typed(data, 'keys', ['passphrase'], { LUOT_NEW_PASSPHRASE: 'ngắn' });
  expect([short.status, short.wrong.split('\n')]).toMatchObject([1, { length: 1 }]);
  expect(typed(data, 'keys', ['passphrase'], { LUOT_NEW_PASSPHRASE: passphrase }).status).toBe(0);
  expect(typed(data, 'keys', ['verify'])).toMatchObject({ status: 1, said: '' });
  const opened = typed(data, 'keys', ['verify'], { LUOT_PASSPHRASE: passphrase });
  expect([opened.status, opened.said]).toEqual([0, expect.stringContaining('visitor.name_sealed: 1')]);
  expect(typed(data, 'keys', ['rotate'], { LUOT_PASSPHRASE: passphrase }).said).toContain(
    'The old key is gone',
  );
  expect(typed(data, 'keys', ['passphrase', '--remove'], { LUOT_PASSPHRASE: passphrase }).status).toBe(0);

  expect(typed(data, 'audit', ['verify'])).toMatchObject({ status: 0, wrong: '' });
  expect(typed(data, 'audit', ['export']).said).toContain('"request":"kiosk:lock"');
  const db = new Database(join(data, 'luot.db'));
  db.exec(
    "DROP TRIGGER audit_is_not_changed; UPDATE audit SET actor = 'officer:9' WHERE request = 'kiosk:lock'",
  );
  const { id } = db
    .prepare<[], { id: number }>("SELECT id FROM audit WHERE request = 'kiosk:lock'")
    .get() ?? { id: 0 };
  db.close();
  expect(typed(data, 'audit', ['verify'])).toMatchObject({ status: 1, said: `row ${id} changed` });
  expect(typed(data, 'backup', ['restore', backup.said])).toMatchObject({ status: 0, wrong: '' });
  expect(typed(data, 'audit', ['verify']).status).toBe(0);
  expect(typed(join(data, 'nowhere'), 'audit', ['verify']).wrong).toContain('There is no office in');
}, 60_000);
