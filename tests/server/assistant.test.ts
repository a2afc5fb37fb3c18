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
  await issue(await office.kiosk(), 1);
  // As the release before this one left it.
  await office.edit(`DROP TABLE given_before; DROP TABLE assistant_step; DROP TABLE device_wish;
    PRAGMA user_version = 11`);
  expect((await office.manage()).view().assistant).toEqual([{ step: 'end', outcome: 'done' }]);
});
