import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { codeOf } from '../factories/clients.ts';
import { closeAll, issue, staffedOffice } from '../factories/staffedOffice.ts';
import { newField } from './setUpCases.ts';

afterEach(closeAll);

test('AS40 the fields of the catalogue are chosen all at once; one that was left out comes back as it was, own ones stay', async () => {
  const office = await staffedOffice();
  const [manage, kiosk] = [await office.manage(), await office.kiosk()];
  const before = manage.view().fields;
  await manage.do('field:save', { fieldId: null, setting: newField });
  await manage.do('field:choose', { codes: ['HOTICH'] });
  const few = await kiosk.until((view) => view.fields.length === 2);
  expect(few.fields.map(({ prefix }) => prefix)).toEqual(['B', newField.prefix]);
  const { fields: catalogue } = await manage.do('field:catalogue', {});
  await manage.do('field:choose', { codes: catalogue.map(({ code }) => code) });
  const { fields } = await manage.until((view) => view.fields.length === 11);
  for (const { id, prefix, name } of before)
    expect(fields.find((field) => field.id === id)).toMatchObject({ prefix, name });
  expect(codeOf(await manage.send('field:choose', { codes: ['KHONGCO'] }))).toBe('unknownField');
});

test('AS41 of fields that are in use, or whose letters another has, none of the choice is kept', async () => {
  const office = await staffedOffice();
  const [manage, kiosk] = [await office.manage(), await office.kiosk()];
  await issue(kiosk, 1);
  const before = manage.view().fields.map(({ id }) => id);
  expect(codeOf(await manage.send('field:choose', { codes: ['HOTICH'] }))).toBe('fieldInUse');
  expect((await office.manage()).view().fields.map(({ id }) => id)).toEqual(before);
  await manage.do('field:choose', { codes: ['CHUNGTHUC'] });
  await manage.do('field:save', { fieldId: null, setting: { ...newField, prefix: 'B' } });
  expect(codeOf(await manage.send('field:choose', { codes: ['CHUNGTHUC', 'DATDAI', 'HOTICH'] }))).toBe(
    'prefixTaken',
  );
  expect((await office.manage()).view().fields.map(({ prefix }) => prefix)).toEqual(['A', 'B']);
});

test('AS42 counters are arranged all at once: those there keep their names, and none goes where somebody works', async () => {
  const office = await staffedOffice();
  const manage = await office.manage();
  const [first] = manage.view().counters;
  const name = { vi: 'Quầy hướng dẫn', en: 'Help desk' };
  await manage.do('counter:save', { counterId: first?.id ?? 0, number: 1, name });
  const arrange = (numbers: readonly number[]) =>
    manage.send('counter:arrange', { counters: numbers.map((number) => ({ number, fieldIds: [number] })) });
  expect((await arrange([1, 2, 3, 4, 5, 6, 7, 8])).ok).toBe(true);
  const { counters } = await manage.until((view) => view.counters.length === 8);
  expect(counters.map(({ fieldIds }) => fieldIds)).toEqual(counters.map(({ number }) => [number]));
  expect(counters[0]?.name).toEqual(name);
  expect(counters[7]?.name).toEqual({ vi: 'Quầy 8', en: 'Counter 8' });
  await office.seated('canbo1', 8);
  expect(codeOf(await arrange([1, 2]))).toBe('counterInUse');
  expect((await office.manage()).view().counters).toHaveLength(8);
});

test('AS43 a new office begins with nothing marked; one that has given numbers before this release has been made ready', async () => {
  const office = await staffedOffice();
  expect((await office.manage()).view().assistant).toEqual([]);
  const folder = join(import.meta.dirname, '../../server/db/migrations');
  const files = readdirSync(folder).toSorted();
  const [own = ''] = files.filter((file) => file.startsWith('013-'));
  const marks = (before: string): unknown[] => {
    const db = new Database(':memory:');
    for (const file of files.slice(0, files.indexOf(own))) db.exec(readFileSync(join(folder, file), 'utf8'));
    db.pragma('foreign_keys = OFF');
    db.exec(before);
    db.exec(readFileSync(join(folder, own), 'utf8'));
    return db.prepare('SELECT * FROM assistant_step').all();
  };
  expect(marks('')).toEqual([]);
  const ticket = `INSERT INTO ticket (id, number, business_day, issued_field_id, sequence, issued_at, channel, field_id,
    order_at, misses) VALUES ('a', 'A001', '2026-11-23', 1, 1, 0, 'touch', 1, 0, 0)`;
  expect(marks(ticket)).toEqual([{ step: 'end', outcome: 'done' }]);
});
