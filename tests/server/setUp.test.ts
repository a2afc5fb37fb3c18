import { afterEach, describe, expect, test } from 'vitest';
import { minutes, opening } from '../factories/ids.ts';
import { codeOf, postTo } from '../factories/clients.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  password,
  plainFinish,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';
import { newField, officerIdOf } from './setUpCases.ts';

afterEach(closeAll);

const logIn = (url: string, login: string) => postTo(url, '/api/login', { login, password });

describe('the manager makes the office', () => {
  test('SU1 a field that is added is offered at once, after the others, and its numbers begin with its letters', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    await manage.do('field:save', { fieldId: null, setting: { ...newField, prefix: 'PP' } });
    const { fields } = await kiosk.until((view) => view.fields.length === 11);
    const fieldId = fields.at(-1)?.id ?? 0;
    expect((await issue(kiosk, fieldId)).number).toBe('PP001');
    const counterId = manage.view().counters[0]?.id ?? 0;
    await manage.do('counter:setFields', { counterId, fieldIds: [fieldId] });
    const officer = await office.seated('canbo1', 1);
    expect((await officer.do('ticket:callNext', {})).number).toBe('PP001');
  });

  test('SU2 a field that is changed shows so at once; numbers already given keep theirs', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    const officer = await office.seated('canbo1', 1);
    const fieldId = fieldOf(officer, 1);
    const before = await issue(kiosk, fieldId);
    await manage.do('field:save', { fieldId, setting: newField });
    await kiosk.until(({ fields }) => fields.some(({ name }) => name.vi === 'Hộ chiếu'));
    expect((await issue(kiosk, fieldId)).number).toBe('P002');
    await officer.until(({ line }) => line.length === 2);
    expect(officer.view().line.map(({ number }) => number)).toEqual([before.number, 'P002']);
  });

  test('SU9 letters that another field has now go on where their numbers of the day were', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    const [a, b] = manage.view().fields;
    if (a === undefined || b === undefined) throw new Error('two fields are needed');
    await issue(kiosk, a.id);
    await issue(kiosk, a.id);
    await manage.do('field:save', { fieldId: a.id, setting: newField });
    await manage.do('field:save', { fieldId: b.id, setting: { ...newField, prefix: a.prefix } });
    expect((await issue(kiosk, b.id)).number).toBe(`${a.prefix}003`);
    expect((await issue(kiosk, b.id)).number).toBe(`${a.prefix}004`);
    expect((await issue(kiosk, a.id)).number).toBe('P003');
  });

  test('SU3 a field is removed only when nothing of it is open, of today or to come; what was done in it stays', async () => {
    const office = await staffedOffice();
    await office.edit('UPDATE session SET expires_at = 2 * expires_at');
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    const { visitorRef } = await enrol(kiosk, 1);
    const officer = await office.seated('canbo1', 1);
    const field = fieldOf(officer, 1);
    const { prefix = '' } = manage.view().fields.find(({ id }) => id === field) ?? {};
    const { ticketId } = await issue(kiosk, field, visitorRef);
    const appointment = { fieldId: 9, at: opening + minutes(60), name: null };
    await manage.do('appointment:add', appointment);
    const remove = async (fieldId: number) => codeOf(await manage.send('field:remove', { fieldId }));
    expect(await remove(9)).toBe('fieldInUse');
    expect(await remove(field)).toBe('fieldInUse');
    await officer.do('ticket:callNext', {});
    await officer.do('ticket:start', { ticketId });
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    expect(await remove(field)).toBe('fieldInUse');
    office.clock.pass(minutes(24 * 60));
    await manage.do('field:remove', { fieldId: field });
    expect(await kiosk.do('visitor:identify', sightOf(1, 9))).toMatchObject({ usualFields: [] });
    // Another field takes over the letter, and last days' numbers are still told.
    await manage.do('field:save', { fieldId: null, setting: { ...newField, prefix } });
    const fieldId = manage.view().fields.find((one) => one.prefix === prefix)?.id ?? 0;
    const again = await kiosk.do('visitor:identify', sightOf(1, 9));
    const ref = again.kind === 'recognised' ? again.visitorRef : null;
    await issue(kiosk, fieldId, ref);
    const counterId = manage.view().counters.find(({ number }) => number === 1)?.id ?? 0;
    await manage.do('counter:setFields', { counterId, fieldIds: [fieldId] });
    await officer.do('ticket:callNext', {});
    const { desk } = await officer.until((view) => view.desk?.ticket?.visitor?.past.length === 1);
    expect(desk?.ticket?.visitor?.past[0]).toMatchObject({ number: `${prefix}001`, fieldId: field });
  });

  test('SU4 kiosks offer the fields in the manager’s order; an order of an older list changes nothing', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    const ids = manage.view().fields.map(({ id }) => id);
    await manage.do('field:order', { fieldIds: ids.toReversed() });
    await kiosk.until(({ fields }) => fields[0]?.id === ids.at(-1));
    await manage.do('field:remove', { fieldId: 9 });
    for (const fieldIds of [ids, ids.slice(2), [...ids.slice(2), ids[2] ?? 0]])
      expect(codeOf(await manage.send('field:order', { fieldIds }))).toBe('fieldsChanged');
    expect(kiosk.view().fields.map(({ id }) => id)).toEqual(ids.toReversed().filter((id) => id !== 9));
  });

  test('SU5 a counter that is removed takes its displays with it; added again it is the same counter', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { id: counterId = 0, name } = manage.view().counters.find(({ number }) => number === 6) ?? {};
    const { code } = await manage.do('device:invite', { screen: 'counter', name: 'Bảng quầy 6', counterId });
    await postTo(office.url(), '/api/pair', { code });
    await manage.until(({ devices }) => devices.length === 1);
    const { code: unused } = await manage.do('device:invite', { screen: 'counter', name: 'Nữa', counterId });
    await manage.do('counter:remove', { counterId });
    await manage.until(({ devices, counters }) => devices.length === 0 && counters.length === 5);
    expect((await postTo(office.url(), '/api/pair', { code: unused })).status).not.toBe(200);
    await manage.do('counter:save', { counterId: null, number: 6, name: { vi: 'Quầy sáu', en: 'Six' } });
    const { counters } = await manage.until((view) => view.counters.length === 6);
    expect(counters.at(-1)).toEqual({
      id: counterId,
      number: 6,
      name: { vi: 'Quầy sáu', en: 'Six' },
      fieldIds: [],
    });
    expect(name?.vi).toBe('Quầy 6');
    // The number of one that is gone is free for another.
    await manage.do('counter:remove', { counterId });
    const { id: fifth = 0 } = manage.view().counters.find(({ number }) => number === 5) ?? {};
    await manage.do('counter:save', { counterId: fifth, number: 6, name: { vi: 'Quầy 6', en: 'Counter 6' } });
    await manage.until((view) => view.counters.at(-1)?.id === fifth && view.counters.at(-1)?.number === 6);
  });

  test('SU6 an officer logs in once there is a password, and is out at once when removed; the name is never given again', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    await manage.do('officer:add', { login: 'dung', name: 'Hoàng Thị Dung', role: 'officer' });
    expect((await logIn(office.url(), 'dung')).status).not.toBe(200);
    const officerId = await officerIdOf(office, 'dung');
    await manage.do('officer:setPassword', { officerId, password });
    expect((await logIn(office.url(), 'dung')).status).toBe(200);

    const officer = await office.seated('canbo2', 2);
    await manage.do('officer:remove', { officerId: await officerIdOf(office, 'canbo2') });
    await officer.ended();
    expect((await logIn(office.url(), 'canbo2')).status).not.toBe(200);
    // The desk is free for the next.
    await office.seated('canbo1', 2);
    const again = await manage.send('officer:add', { login: 'canbo2', name: 'Ai Khác', role: 'officer' });
    expect(codeOf(again)).toBe('loginTaken');
  });

  test('SU7 nobody removes themselves or changes their own role; administrators are the administrators’ own affair', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const self = await officerIdOf(office, 'quanly');
    const name = 'Nguyễn Thị Quản Lý';
    expect(codeOf(await manage.send('officer:save', { officerId: self, name, role: 'officer' }))).toBe(
      'ownAccount',
    );
    await manage.do('officer:save', { officerId: self, name: 'Nguyễn Thị Lý', role: 'manager' });
    expect(codeOf(await manage.send('officer:add', { login: 'sep', name, role: 'admin' }))).toBe(
      'notAllowed',
    );
    const canbo1 = await officerIdOf(office, 'canbo1');
    expect(codeOf(await manage.send('officer:save', { officerId: canbo1, name, role: 'admin' }))).toBe(
      'notAllowed',
    );
    await office.edit(`UPDATE officer SET role = 'admin' WHERE id = ${canbo1}`);
    const after = await office.manage();
    expect(codeOf(await after.send('officer:remove', { officerId: canbo1 }))).toBe('notAllowed');
    expect(codeOf(await after.send('officer:save', { officerId: canbo1, name, role: 'officer' }))).toBe(
      'notAllowed',
    );
  });

  test('SU8 the office’s name and time zone hold at once', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    const before = kiosk.view().businessDay;
    // 9:00 on the 23rd in Hanoi is still the 22nd in Honolulu.
    await manage.do('office:setName', {
      name: { vi: 'Trung tâm Phục vụ hành chính công', en: 'Public service centre' },
      timeZone: 'Pacific/Honolulu',
    });
    const view = await kiosk.until(({ office: { timeZone } }) => timeZone === 'Pacific/Honolulu');
    expect([before, view.businessDay]).toEqual(['2026-11-23', '2026-11-22']);
    const bad = await manage.send('office:setName', { name: view.office.name, timeZone: 'Hà Nội' });
    expect(bad).toMatchObject({ ok: false, problem: { kind: 'malformed', where: 'timeZone' } });
  });
});
