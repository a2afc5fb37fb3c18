import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { configurationTables, notConfiguration } from '../../server/db/configurationTables.ts';
import { codeOf } from '../factories/clients.ts';
import type { Client } from '../factories/clients.ts';
import { closeAll, issue, staffedOffice } from '../factories/staffedOffice.ts';
import { alteredFile } from './configurationFiles.ts';
import { backedUp } from './keepingCases.ts';
import { newField } from './setUpCases.ts';

afterEach(closeAll);

const exported = async (manage: Client<'manage'>): Promise<string> =>
  (await manage.do('configuration:export', {})).text;

/** Imports a file as the page does: a backup, what would change, then the change. */
async function importInto(manage: Client<'manage'>, text: string) {
  await backedUp(manage);
  const { digest } = await manage.do('configuration:compare', { text });
  return manage.send('configuration:import', { text, digest });
}

/** An office in which a manager has changed something of everything. */
async function changedOffice() {
  const office = await staffedOffice();
  const manage = await office.manage();
  const { fields, counters, officers } = manage.view();
  const name = { vi: 'UBND phường Kiến Hưng', en: 'Kien Hung ward' };
  await manage.do('office:setName', { name, timeZone: 'Asia/Bangkok' });
  await manage.do('office:setHours', {
    hours: {
      week: [[{ fromMinute: 450, toMinute: 690 }], [], [], [], [], [], []],
      specialDays: [{ day: '2026-12-24', name, spans: [] }],
      lastTicketMs: 900_000,
    },
  });
  await manage.do('field:save', { fieldId: null, setting: newField });
  await manage.do('field:remove', { fieldId: 9 });
  await manage.do('field:order', {
    fieldIds: manage
      .view()
      .fields.map(({ id }) => id)
      .toReversed(),
  });
  await manage.do('field:setQuota', { fieldId: 1, dailyQuota: 40 });
  const [a, b] = fields;
  // Two fields that have taken over each other's letters.
  if (a === undefined || b === undefined) throw new Error('two fields are needed');
  const { prefix: first } = a;
  const { prefix: second } = b;
  const settingOf = ({ description, icon, colour, serviceMs, name: called }: typeof a, prefix: string) => ({
    prefix,
    name: called,
    description,
    icon,
    colour,
    serviceMs,
  });
  await manage.do('field:save', { fieldId: a.id, setting: settingOf(a, 'Z') });
  await manage.do('field:save', { fieldId: b.id, setting: settingOf(b, first) });
  await manage.do('field:save', { fieldId: a.id, setting: settingOf(a, second) });
  await manage.do('counter:remove', { counterId: counters.at(-1)?.id ?? 0 });
  await manage.do('counter:save', { counterId: null, number: 12, name });
  await manage.do('counter:setFields', { counterId: counters[0]?.id ?? 0, fieldIds: [2, 3] });
  await manage.do('officer:add', { login: 'canbo9', name: 'Hoàng Thị Dung', role: 'manager' });
  await manage.do('officer:remove', { officerId: officers.at(-1)?.id ?? 0 });
  await manage.do('officer:setWork', {
    officerId: officers[1]?.id ?? 0,
    fields: [{ fieldId: 2, rank: 1 }],
    mayPick: true,
  });
  await manage.do('wall:setUp', {
    deviceId: null,
    setting: {
      fieldIds: [3, 2],
      counterIds: [counters[1]?.id ?? 0],
      notice: name,
      speaksVi: true,
      speaksEn: true,
      volumePercent: 70,
      quietFrom: 0,
      quietTo: 0,
      slides: false,
      slideSeconds: 9,
    },
  });
  await manage.do('kiosk:setUp', { population: 'general', dwellMs: 1_500 });
  const welcome = { vi: 'Kính chào Quý vị', en: '' };
  await manage.do('text:set', { text: { key: 'kioskWelcome', wording: welcome } });
  await manage.do('priority:save', { code: null, setting: { name, asked: false } });
  const [edited, retired] = (await manage.do('procedure:list', {})).rows;
  if (edited === undefined || retired === undefined) throw new Error('two procedures are needed');
  const { key, inUse: _inUse, revision, ...setting } = edited;
  await manage.do('procedure:save', {
    key,
    revision,
    setting: { ...setting, fee: '8.000 đồng', shown: false },
  });
  await manage.do('procedure:setInUse', { key: retired.key, inUse: false });
  await manage.do('floor:setLimits', {
    limits: { longLine: 5, veryLongLine: 9, longWaitMs: 600_000, veryLongWaitMs: 1_200_000 },
  });
  return { office, manage };
}

describe('the configuration as one file', () => {
  test('AS20 goes into another office, and comes out of it as the same bytes', async () => {
    const { office, manage } = await changedOffice();
    const text = await exported(manage);
    const other = await staffedOffice();
    const there = await other.manage();
    const before = there.view();
    const { changes } = await there.do('configuration:compare', { text });
    expect(changes.find(({ part }) => part === 'fields')).toMatchObject({ added: [newField.name.vi] });
    expect((await importInto(there, text)).ok).toBe(true);
    expect(await exported(there)).toBe(text);
    const {
      fields,
      officers,
      office: called,
    } = await there.until((now) => now.office.name.vi !== before.office.name.vi);
    expect(called).toEqual(manage.view().office);
    expect(fields.map(({ prefix, name }) => [prefix, name.vi])).toEqual(
      manage.view().fields.map(({ prefix, name }) => [prefix, name.vi]),
    );
    // Accounts come without anybody's name, and cannot log in until the manager gives them a password.
    expect(officers.find(({ login }) => login === 'canbo9')).toMatchObject({
      name: 'canbo9',
      role: 'manager',
      hasPassword: false,
    });
    expect(officers.find(({ login }) => login === 'canbo1')).toMatchObject({
      hasPassword: true,
      mayPick: true,
    });
    expect((await issue(await other.kiosk(), fields[0]?.id ?? 0)).number).toMatch(/001$/u);
    await office.stop();
  });

  test('AS21 holds nobody’s name, no password, no key and no number', async () => {
    const { manage } = await changedOffice();
    const text = await exported(manage);
    for (const secret of ['Hoàng Thị Dung', 'Trần Văn An', '$argon2', 'key_digest', 'private_sealed'])
      expect(text).not.toContain(secret);
  });

  test('AS22 says of every table of the database whether it is configuration', async () => {
    const office = await staffedOffice();
    const tables = Object.keys(office.rows());
    const said = [...configurationTables.map(({ table }) => table), ...notConfiguration];
    expect(said.toSorted()).toEqual(tables.toSorted());
  });

  test('AS23 that is cut off, changed, or not sound changes nothing at all', async () => {
    const { manage } = await changedOffice();
    const text = await exported(manage);
    const other = await staffedOffice();
    const there = await other.manage();
    const unreadable = [text.slice(0, -40), text.replace('Kiến Hưng', 'Kiến Hung'), '[]', '{', 'x'];
    for (const bad of unreadable)
      expect(codeOf(await there.send('configuration:compare', { text: bad }))).toBe(
        'configurationUnreadable',
      );
    const before = await exported(there);
    const altered = (table: string, change: Record<string, string | number | null>): string =>
      alteredFile(text, (file) => ({
        ...file,
        tables: { ...file.tables, [table]: file.tables[table]?.map((row) => ({ ...row, ...change })) ?? [] },
      }));
    const unsound = [
      altered('office', { name_vi: '' }),
      altered('office', { max_calls: 0 }),
      altered('office', { max_calls: 'ba' }),
      altered('field', { prefix: 'A' }),
      altered('field', { icon: 'bom' }),
      altered('field', { surprise: 1 }),
      altered('counter_field', { field_id: 'KHONGCO' }),
      altered('opening', { to_minute: 10 }),
      altered('officer', { may_pick: 7 }),
      alteredFile(text, (file) => ({ ...file, tables: { session: [{ officer_id: 1 }] } })),
    ];
    for (const bad of unsound) {
      const answer = await importInto(there, bad);
      expect([bad.length, codeOf(answer)]).toEqual([bad.length, 'configurationInvalid']);
      expect(await exported(there)).toBe(before);
    }
  });

  test('AS24 makes nobody an administrator, and takes nothing away that is in use', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    const text = await exported(manage);
    const roles = (login: string): string =>
      alteredFile(text, (file) => ({
        ...file,
        tables: {
          ...file.tables,
          officer:
            file.tables['officer']?.map((row) =>
              row['login'] === login ? { ...row, role: 'admin' } : row,
            ) ?? [],
        },
      }));
    expect(codeOf(await importInto(manage, roles('canbo1')))).toBe('notAllowed');
    expect(codeOf(await importInto(manage, roles('quanly')))).toBe('ownAccount');
    await issue(kiosk, 1);
    const code = (JSON.parse(text) as { tables: { field: { code: string }[] } }).tables.field.find(
      ({ code: one }) => one === office.rows()['field']?.map((row) => (row as { code: string }).code)[0],
    )?.code;
    const without = alteredFile(text, (file) => ({
      ...file,
      tables: {
        ...file.tables,
        field: file.tables['field']?.filter((row) => row['code'] !== code) ?? [],
        counter_field: file.tables['counter_field']?.filter((row) => row['field_id'] !== code) ?? [],
        procedure: file.tables['procedure']?.filter((row) => row['field_id'] !== code) ?? [],
      },
    }));
    expect(codeOf(await importInto(manage, without))).toBe('fieldInUse');
    expect(await exported(manage)).toBe(text);
  });

  test('AS25 a wording of the consent that was agreed to stays as it is, under its version', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const text = await exported(manage);
    const reworded = alteredFile(text, (file) => ({
      ...file,
      tables: {
        ...file.tables,
        consent_text:
          file.tables['consent_text']?.map((row) => ({ ...row, title_vi: 'Một cách nói khác' })) ?? [],
      },
    }));
    const kiosk = await office.kiosk();
    const { version, title } = kiosk.view().consent;
    expect((await importInto(manage, reworded)).ok).toBe(true);
    const { consent } = await kiosk.until((view) => view.consent.version !== version);
    expect(consent.title.vi).toBe('Một cách nói khác');
    expect((await importInto(manage, text)).ok).toBe(true);
    expect((await kiosk.until((view) => view.consent.version === version)).consent.title).toEqual(title);
  });

  test('AS26 without a column that is new, it leaves that as it is', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    await manage.do('kiosk:setUp', { population: 'general', dwellMs: 2_222 });
    const older = alteredFile(await exported(manage), (file) => ({
      ...file,
      schema: 11,
      tables: { office: file.tables['office']?.map(({ dwell_ms: _dwell, ...row }) => row) ?? [] },
    }));
    await manage.do('kiosk:setUp', { population: 'asian', dwellMs: 3_333 });
    expect((await importInto(manage, older)).ok).toBe(true);
    const { faces, fields } = await manage.until((view) => view.faces.population === 'general');
    expect(faces.dwellMs).toBe(3_333);
    expect(fields).toHaveLength(10);
  });
});

test('AS27 the backup made before an import is of the office as it was', async () => {
  const { manage } = await changedOffice();
  const text = await exported(manage);
  const other = await staffedOffice();
  const there = await other.manage();
  await importInto(there, text);
  const { backups, folder } = await there.do('backup:list', {});
  const db = new Database(`${folder}/${backups[0]?.name ?? ''}`, { readonly: true });
  const name = db.prepare('SELECT name_vi FROM office').pluck().get();
  db.close();
  expect(name).not.toBe('UBND phường Kiến Hưng');
});
