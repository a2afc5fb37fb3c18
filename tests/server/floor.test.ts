import { afterEach, describe, expect, test } from 'vitest';
import type { Client } from '../factories/clients.ts';
import { codeOf } from '../factories/clients.ts';
import { usualWeek } from '../factories/hours.ts';
import { minutes, opening } from '../factories/ids.ts';
import { closeAll, fieldOf, issue, plainFinish, staffedOffice } from '../factories/staffedOffice.ts';
import { pairedDevice, withCall } from './requestCase.ts';
import { wellKiosk } from './screens.ts';

afterEach(closeAll);

const counterIn = (manage: Client<'manage'>, number: number) => {
  const { counters, floor } = manage.view();
  const id = counters.find((counter) => counter.number === number)?.id;
  const counter = floor.counters.find((one) => one.id === id);
  if (counter === undefined) throw new Error(`there is no counter ${number}`);
  return counter;
};
const fieldIn = (manage: Client<'manage'>, fieldId: number) => {
  const field = manage.view().floor.fields.find(({ id }) => id === fieldId);
  if (field === undefined) throw new Error(`there is no field ${fieldId}`);
  return field;
};
const idOf = (manage: Client<'manage'>, login: string): number =>
  manage.view().officers.find((officer) => officer.login === login)?.id ?? 0;
describe('the floor', () => {
  test('FL9 shows whom each counter has, since when, and how many it has served today', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
    const officer = await office.seated('canbo1', 1);
    const fieldId = fieldOf(officer, 1);
    await manage.until(() => counterIn(manage, 1).officer?.name === officer.view().me.name);
    expect(counterIn(manage, 2)).toMatchObject({ officer: null, ticket: null, servedToday: 0 });
    const { number, ticketId } = await issue(kiosk, fieldId);
    await officer.do('ticket:callNext', {});
    office.clock.pass(minutes(1));
    await officer.do('ticket:start', { ticketId });
    await manage.until(() => counterIn(manage, 1).ticket?.state === 'serving');
    expect(counterIn(manage, 1)).toMatchObject({
      officer: { online: true },
      ticket: { id: ticketId, number, fieldId, since: office.clock.now },
    });
    const usual = counterIn(manage, 1).ticket?.usual;
    expect(usual?.longMs).toBeGreaterThan(minutes(5));
    expect(usual?.veryLongMs).toBeGreaterThan(usual?.longMs ?? Infinity);
    office.clock.pass(minutes(10));
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    await manage.until(() => counterIn(manage, 1).servedToday === 1);
    await officer.do('desk:break', { until: office.clock.now + minutes(15) });
    await manage.until(() => counterIn(manage, 1).onBreak?.since === office.clock.now);
    officer.close();
    await manage.until(() => counterIn(manage, 1).officer?.online === false);
    expect(counterIn(manage, 1).goneSince).toBe(office.clock.now);
  });

  test('FL10 shows each line, its longest wait, and that nobody serves it', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
    const since = office.clock.now;
    await issue(kiosk, 1);
    office.clock.pass(minutes(7));
    await issue(kiosk, 1);
    await manage.until(() => fieldIn(manage, 1).waiting === 2);
    const unserved = { longestSince: since, openCounters: 0, wait: null, end: { fit: 'never', at: null } };
    expect(fieldIn(manage, 1)).toMatchObject(unserved);
    const officer = await office.officer('canbo1');
    const counter = officer.view().counters.find(({ fieldIds }) => fieldIds.some((id) => Number(id) === 1));
    await officer.do('desk:take', { counterId: counter?.id ?? 0 });
    await manage.until(() => fieldIn(manage, 1).openCounters === 1);
    const { wait, end } = fieldIn(manage, 1);
    expect(wait?.p50Ms).toBeGreaterThan(minutes(5));
    // The sample office never closes, so nothing is late.
    expect(end?.fit).toBe('fits');
    expect(end?.at?.likely).toBeGreaterThan(office.clock.now + minutes(8));
    expect(end?.at?.surely).toBeGreaterThan(end?.at?.likely ?? Infinity);
  });

  test('FL10 counts the wait of who was served in another field from then on', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { officer, ticketId } = await withCall(office);
    const from = fieldOf(officer, 1);
    const to = officer.view().fields.find(({ id }) => id !== from)?.id ?? 0;
    await officer.do('ticket:start', { ticketId });
    office.clock.pass(minutes(20));
    const target = { kind: 'anyone' } as const;
    await officer.do('ticket:transfer', { ticketId, fieldId: to, target, place: 'kept' });
    await manage.until(() => fieldIn(manage, to).waiting === 1);
    expect(fieldIn(manage, to).longestSince).toBe(office.clock.now);
  });

  test('FL5 says that a line will not end before closing, and what would help', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const fieldId = fieldOf(officer, 1);
    for (let i = 0; i < 12; i++) await issue(kiosk, fieldId);
    await manage.do('office:setHours', { hours: { week: usualWeek, specialDays: [], lastTicketMs: 0 } });
    // An hour before it closes.
    office.clock.now = opening + minutes(8 * 60);
    await manage.do('kiosk:lock', { message: null });
    await manage.until(() => fieldIn(manage, fieldId).end?.fit === 'late');
    const { help, end } = fieldIn(manage, fieldId);
    expect(help?.counters).toBeGreaterThan(0);
    expect(manage.view().floor.closesAt).toBe(opening + minutes(9 * 60));
    expect(manage.view().floor.end).toEqual(end);
  });

  test('FL11 tells what is out of order, and since when', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { client: wall } = await pairedDevice(office, manage, 'wall');
    const { client: kiosk } = await pairedDevice(office, manage, 'kiosk');
    await manage.until(({ floor, devices }) => devices.length === 2 && floor.troubles.length === 0);
    const off = { ...wellKiosk, camera: 'off' as const };
    await kiosk.do('device:health', { health: off });
    const since = office.clock.now;
    await manage.until(({ floor }) => floor.troubles.some(({ kind }) => kind === 'camera'));
    office.clock.pass(minutes(5));
    await kiosk.do('device:health', { health: off });
    wall.close();
    const gone = { kind: 'screenGone', screen: 'wall', name: 'Sảnh', since: since + minutes(5) };
    await manage.until(({ floor }) => floor.troubles.length === 2);
    expect(manage.view().floor.troubles).toEqual([{ kind: 'camera', name: 'Sảnh', since }, gone]);
    await kiosk.do('device:health', { health: wellKiosk });
    await manage.until(({ floor }) => floor.troubles.length === 1);
    await manage.do('printer:setUp', { deviceId: null, address: 'tcp://127.0.0.1:9' });
    await manage.until(({ floor }) => floor.troubles.some(({ kind }) => kind === 'printer'));
    expect(manage.view().floor.troubles[0]).toMatchObject({
      name: null,
      fault: 'away',
      since: office.clock.now,
    });
  });

  test('FL12 thresholds are kept, and those that make no sense stop at the border', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { limits } = manage.view().floor;
    expect(limits).toEqual({
      longLine: 10,
      veryLongLine: 20,
      longWaitMs: minutes(30),
      veryLongWaitMs: minutes(60),
    });
    const wrong = await manage.send('floor:setLimits', { limits: { ...limits, veryLongLine: 10 } });
    expect(wrong).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
    await manage.do('floor:setLimits', { limits: { ...limits, longLine: 5 } });
    await office.restart();
    expect((await office.manage()).view().floor.limits.longLine).toBe(5);
  });
});

describe('a manager acts from the floor', () => {
  test('FL13 places an officer at a counter, who is there at once on every screen', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const [officer, from, to] = [
      await office.seated('canbo1', 1),
      await office.counter(1),
      await office.counter(2),
    ];
    const officerId = idOf(manage, 'canbo1');
    const counterId = counterIn(manage, 2).id;
    await manage.do('desk:take', { counterId, officerId });
    await officer.until(({ desk }) => desk?.counterId === counterId);
    await from.until(({ officerName }) => officerName === null);
    await to.until(({ officerName }) => officerName === officer.view().me.name);
    await manage.do('desk:leave', { officerId });
    await officer.until(({ desk }) => desk === null);
    // Whoever has no counter has none to leave.
    await manage.do('desk:leave', { officerId });
  });

  test('FL13 not over somebody who works there, nor away from a visitor; officers only themselves', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { officer, ticketId } = await withCall(office);
    const colleague = await office.seated('canbo2', 2);
    const [one, two] = [idOf(manage, 'canbo1'), idOf(manage, 'canbo2')];
    const at = (number: number) => counterIn(manage, number).id;
    const codes = [
      await manage.send('desk:take', { counterId: at(2), officerId: idOf(manage, 'canbo3') }),
      await manage.send('desk:take', { counterId: at(3), officerId: one }),
      await manage.send('desk:leave', { officerId: one }),
      await manage.send('desk:take', { counterId: at(3), officerId: 999 }),
      await manage.send('desk:take', { counterId: 999, officerId: two }),
      await officer.send('desk:leave', { officerId: two }),
      await colleague.send('desk:take', { counterId: at(3), officerId: one }),
    ].map(codeOf);
    expect(codes).toEqual([
      'counterTaken',
      'visitorHeld',
      'visitorHeld',
      'unknownOfficer',
      'unknownCounter',
      'notAllowed',
      'notAllowed',
    ]);
    expect(officer.view().desk?.ticket?.id).toBe(ticketId);
  });

  test('FL14 calls again, takes back and marks as absent what another desk called', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { officer, display, ticketId, onTicket } = await withCall(office);
    await manage.do('ticket:recall', onTicket);
    await display.until(({ call }) => call?.announcements === 2);
    await manage.do('ticket:return', onTicket);
    await officer.until(({ desk }) => desk?.ticket === null);
    expect(codeOf(await manage.send('ticket:recall', onTicket))).toBe('noDesk');
    await officer.do('ticket:callNext', {});
    expect(await manage.do('ticket:miss', onTicket)).toEqual({ state: 'waiting' });
    await officer.until(({ line }) => line.some(({ id, misses }) => id === ticketId && misses === 1));
    // Another officer cannot.
    const colleague = await office.seated('canbo2', 2);
    office.clock.pass(minutes(6));
    await officer.do('ticket:callNext', {});
    expect(codeOf(await colleague.send('ticket:miss', onTicket))).toBe('otherDesk');
  });

  test('FL15 sends on who waits, with the same number and place; officers cannot', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
    const officer = await office.seated('canbo1', 1);
    const colleague = await office.seated('canbo2', 2);
    const [from, to] = [fieldOf(officer, 1), fieldOf(officer, 2)];
    const { ticketId, number } = await issue(kiosk, from);
    office.clock.pass(minutes(3));
    await issue(kiosk, to);
    const input = { ticketId, fieldId: to, target: { kind: 'anyone' }, place: 'kept' } as const;
    expect(codeOf(await officer.send('ticket:transfer', input))).toBe('wrongState');
    expect(codeOf(await manage.send('ticket:transfer', { ...input, fieldId: 999 }))).toBe('unknownField');
    await manage.do('ticket:transfer', input);
    await colleague.until(({ line }) => line[0]?.number === number && line.length === 2);
    await officer.until(({ line }) => line.length === 0);
    const stays = office.rows()['period'] ?? [];
    expect(stays.filter((stay) => (stay as { ticket_id: string }).ticket_id === ticketId)).toMatchObject([
      { state: 'waiting', field_id: from, to_at: office.clock.now },
      { state: 'waiting', field_id: to, to_at: null },
    ]);
    expect((await manage.do('floor:line', { fieldId: to })).line[0]).toMatchObject({ id: ticketId, number });
  });

  test('FL16 puts somebody first, who is called next; only who waits', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
    const officer = await office.seated('canbo1', 1);
    const fieldId = fieldOf(officer, 1);
    const tickets = [await issue(kiosk, fieldId), await issue(kiosk, fieldId), await issue(kiosk, fieldId)];
    const last = tickets[2]?.ticketId ?? '';
    await manage.do('ticket:putFirst', { ticketId: last, reason: 'Người đau yếu' });
    expect((await officer.do('ticket:callNext', {})).ticketId).toBe(last);
    expect(codeOf(await manage.send('ticket:putFirst', { ticketId: last, reason: 'lần nữa' }))).toBe(
      'wrongState',
    );
    const before = office.rows()['audit'] ?? [];
    expect(before.some((row) => (row as { detail: string }).detail.includes('Người đau yếu'))).toBe(true);
    expect(await officer.send('ticket:putFirst', { ticketId: last, reason: 'x' })).toMatchObject({
      problem: { code: 'notAllowed' },
    });
  });

  test('FL17 a counter takes one more field at once', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const officer = await office.seated('canbo1', 1);
    const more = officer.view().fields.find(({ id }) => !officer.view().desk?.fieldIds.includes(id))?.id ?? 0;
    const open = fieldIn(manage, more).openCounters;
    const counter = manage.view().counters.find(({ number }) => number === 1);
    const fieldIds = [...(counter?.fieldIds ?? []), more];
    await manage.do('counter:setFields', { counterId: counter?.id ?? 0, fieldIds });
    await manage.until(() => fieldIn(manage, more).openCounters === open + 1);
    await officer.until(({ desk }) => desk?.fieldIds.some((id) => id === more) === true);
  });
});
