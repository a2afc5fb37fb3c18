import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Client } from '../factories/clients.ts';
import { codeOf, problemOf } from '../factories/clients.ts';
import { usualWeek } from '../factories/hours.ts';
import { minutes, opening, today } from '../factories/ids.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, enrol, fieldOf, issue, sightOf, staffedOffice } from '../factories/staffedOffice.ts';
import { faultsOf } from './audit.ts';

// The server looks at the clock every second; here that is when a test says so.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

const hour = 60;
const timeOf = (minutesAfterOpening: number): number => opening + minutes(minutesAfterOpening);
const byCode = (code: string) => ({ by: { kind: 'code', code } as const });

/** Counter 1, and somebody expected there two hours after opening. It is one hour after opening. */
async function withAppointment(name: string | null = null) {
  const office = await staffedOffice();
  const [kiosk, officer, manage] = [
    await office.kiosk(),
    await office.seated('canbo1', 1),
    await office.manage(),
  ];
  const fieldId = fieldOf(officer, 1);
  const { code } = await officer.do('appointment:add', { fieldId, at: timeOf(2 * hour), name });
  return { office, kiosk, officer, manage, fieldId, code };
}

const appointmentsIn = (office: StaffedOffice) =>
  office.rows()['appointment'] as { code: string; visitor_id: string | null; at: number; actor: string }[];

describe('entering appointments', () => {
  test('AP1 each gets six digits of its own that follow no order', async () => {
    const { office, officer, fieldId } = await withAppointment();
    for (let i = 0; i < 40; i++)
      await officer.do('appointment:add', { fieldId, at: timeOf(3 * hour), name: null });
    const codes = appointmentsIn(office).map(({ code }) => code);
    expect(new Set(codes).size).toBe(41);
    for (const code of codes) expect(code).toMatch(/^\d{6}$/u);
    const steps = codes.slice(1).map((code, i) => Number(code) - Number(codes[i]));
    expect(new Set(steps).size).toBeGreaterThan(35);
  });

  test('AP1 the day may have begun, but not be over', async () => {
    const { officer, fieldId } = await withAppointment();
    const add = async (at: number) =>
      codeOf(await officer.send('appointment:add', { fieldId, at, name: null })) ?? 'added';
    const midnight = timeOf(-8 * hour);
    expect([await add(midnight), await add(midnight - 1), await add(timeOf(365 * 24 * hour))]).toEqual([
      'added',
      'timePassed',
      'added',
    ]);
    expect(codeOf(await officer.send('appointment:add', { fieldId: 99, at: timeOf(90), name: null }))).toBe(
      'unknownField',
    );
  });

  test('AP2 officers see who is still expected today, managers who is to come, kiosks only whether anybody is', async () => {
    const { kiosk, officer, manage, fieldId, code } = await withAppointment('Lê Hoàng');
    await officer.do('appointment:add', { fieldId, at: timeOf(30), name: null });
    await officer.do('appointment:add', { fieldId, at: timeOf(26 * hour), name: null });
    const expected = await officer.until((view) => view.appointments.length === 2);
    expect(expected.appointments.map(({ at }) => at)).toEqual([timeOf(30), timeOf(2 * hour)]);
    expect(expected.appointments[1]).toMatchObject({ name: 'Lê Hoàng', code, fieldId });
    const coming = await manage.until((view) => view.appointments.length === 2);
    expect(coming.appointments.map(({ at }) => at)).toEqual([timeOf(2 * hour), timeOf(26 * hour)]);
    await kiosk.until((view) => view.hasAppointments);
    expect(JSON.stringify(kiosk.view())).not.toContain(code);
    await kiosk.do('appointment:checkIn', byCode(code));
    await manage.until((view) => view.appointments[0]?.checkedIn === true);
    await officer.until((view) => view.appointments.length === 1);
  });

  test('AP3 one that is cancelled is expected no more; one that was used stays', async () => {
    const { kiosk, officer, manage, code } = await withAppointment();
    const { appointments } = await officer.until((view) => view.appointments.length === 1);
    const appointmentId = appointments[0]?.id ?? 0;
    const cancel = async () => codeOf(await manage.send('appointment:cancel', { appointmentId }));
    expect([await cancel(), await cancel()]).toEqual([null, 'unknownAppointment']);
    expect(codeOf(await kiosk.send('appointment:checkIn', byCode(code)))).toBe('unknownAppointment');
    const { fieldId } = appointments[0] ?? { fieldId: 0 };
    const other = await officer.do('appointment:add', { fieldId, at: timeOf(2 * hour), name: null });
    const next = await officer.until((view) => view.appointments[0]?.code === other.code);
    const { number } = await kiosk.do('appointment:checkIn', byCode(other.code));
    const used = await manage.send('appointment:cancel', { appointmentId: next.appointments[0]?.id ?? 0 });
    expect(problemOf(used)).toMatchObject({ code: 'appointmentUsed', detail: { number } });
  });

  test('AP4 names are on disk and in the log in no readable form', async () => {
    const { office, manage } = await withAppointment('Đặng Thuỳ Ý Như');
    await manage.do('appointment:import', { csv: 'Ngày,Giờ,Lĩnh vực,Họ tên\n23/11/2026,9:00,A,Y Moan' });
    await office.stop();
    const bytes = Buffer.concat(
      readdirSync(office.data).map((file) => readFileSync(join(office.data, file))),
    );
    for (const name of ['Đặng Thuỳ', 'Y Moan']) {
      expect(bytes.includes(name)).toBe(false);
      expect(office.logged()).not.toContain(name);
    }
  });
});

describe('checking in', () => {
  test('AP5 early: a number that is called at its time, before those who came first, and shown so by itself', async () => {
    const { office, kiosk, officer, fieldId, code } = await withAppointment();
    const walkIns = [await issue(kiosk, fieldId), await issue(kiosk, fieldId)];
    const ticket = await kiosk.do('appointment:checkIn', byCode(code));
    expect(ticket).toMatchObject({ appointmentAt: timeOf(2 * hour), peopleAhead: 0, wait: null, fieldId });
    const order = (...numbers: (string | undefined)[]) =>
      officer.until(({ line }) => line.map(({ number }) => number).join() === numbers.join());
    await order(walkIns[0]?.number, walkIns[1]?.number, ticket.number);
    office.clock.now = timeOf(2 * hour) - 1;
    vi.advanceTimersByTime(1_000);
    office.clock.now = timeOf(2 * hour);
    vi.advanceTimersByTime(1_000);
    await order(ticket.number, walkIns[0]?.number, walkIns[1]?.number);
    expect((await officer.do('ticket:callNext', {})).number).toBe(ticket.number);
    const [row] = (office.rows()['ticket'] as { channel: string; number: string }[]).slice(-1);
    expect(row).toMatchObject({ channel: 'appointment', number: ticket.number });
  });

  test.each([
    ['at the time', 0, timeOf(2 * hour)],
    ['as late as is tolerated', 15, timeOf(2 * hour)],
    ['later than that', 15 + 1 / 60_000, null],
  ])('AP6 %s', async (_, late, appointmentAt) => {
    const { office, kiosk, officer, fieldId, code } = await withAppointment();
    const first = await issue(kiosk, fieldId);
    office.clock.now = timeOf(2 * hour + late);
    const ticket = await kiosk.do('appointment:checkIn', byCode(code));
    expect([ticket.appointmentAt, ticket.peopleAhead]).toEqual([
      appointmentAt,
      appointmentAt === null ? 1 : 0,
    ]);
    const { number } = await officer.do('ticket:callNext', {});
    expect(number).toBe(appointmentAt === null ? first.number : ticket.number);
  });

  test('AP7 hours, quotas and limits do not bind who has an appointment, but who is too late for it', async () => {
    const { office, kiosk, officer, manage, fieldId, code } = await withAppointment();
    const later = await officer.do('appointment:add', { fieldId, at: timeOf(3 * hour), name: null });
    await manage.do('field:setQuota', { fieldId, dailyQuota: 0 });
    office.clock.now = timeOf(2 * hour);
    await kiosk.do('appointment:checkIn', byCode(code));
    office.clock.now = timeOf(3 * hour + 20);
    expect(codeOf(await kiosk.send('appointment:checkIn', byCode(later.code)))).toBe('quotaReached');
    const hours = { week: usualWeek, specialDays: [], lastTicketMs: 0 };
    await manage.do('office:setHours', { hours });
    const evening = await officer.do('appointment:add', { fieldId, at: timeOf(10 * hour), name: null });
    office.clock.now = timeOf(9 * hour + 50);
    const message = { vi: 'Máy tạm dừng.', en: 'Paused.' };
    await manage.do('kiosk:lock', { message });
    expect(codeOf(await kiosk.send('appointment:checkIn', byCode(evening.code)))).toBe('locked');
    await manage.do('kiosk:lock', { message: null });
    expect(codeOf(await kiosk.send('appointment:checkIn', byCode(later.code)))).toBe('closed');
    expect((await kiosk.do('appointment:checkIn', byCode(evening.code))).appointmentAt).toBe(
      timeOf(10 * hour),
    );
  });

  test('AP8 a code is good once and on its day only', async () => {
    const { office, kiosk, officer, fieldId, code } = await withAppointment();
    const tomorrow = await officer.do('appointment:add', { fieldId, at: timeOf(26 * hour), name: null });
    expect(codeOf(await kiosk.send('appointment:checkIn', byCode(tomorrow.code)))).toBe('unknownAppointment');
    const { number } = await kiosk.do('appointment:checkIn', byCode(code));
    const again = await kiosk.send('appointment:checkIn', byCode(code));
    expect(problemOf(again)).toMatchObject({ code: 'appointmentUsed', detail: { number } });
    office.clock.now = timeOf(24 * hour);
    await kiosk.do('appointment:checkIn', byCode(tomorrow.code));
    expect(faultsOf(office.rows())).toEqual([]);
  });

  test('AP9 ten wrong codes in five minutes, then a kiosk has to wait; right ones do not count', async () => {
    const { office, kiosk, code } = await withAppointment();
    const wrong = code === '111111' ? '222222' : '111111';
    const guess = async (tried: string) =>
      problemOf(await kiosk.send('appointment:checkIn', byCode(tried))) as { code?: string; detail?: object };
    for (let i = 0; i < 10; i++) {
      expect((await guess(wrong)).code).toBe('unknownAppointment');
      office.clock.pass(10_000);
    }
    expect(await guess(code)).toMatchObject({ code: 'tooManyAttempts', detail: { seconds: 200 } });
    office.clock.pass(200_000 - 1);
    expect(await guess(code)).toMatchObject({ code: 'tooManyAttempts', detail: { seconds: 1 } });
    office.clock.pass(1);
    expect((await guess(wrong)).code).toBe('unknownAppointment');
    expect((await guess(wrong)).code).toBe('tooManyAttempts');
    // A clock that is set back does not lock the kiosk for hours.
    office.clock.pass(-2 * 3600_000);
    await kiosk.do('appointment:checkIn', byCode(code));
  });

  test('AP10 nobody came: it stays as it is, and the next day begins without it', async () => {
    const { office, kiosk } = await withAppointment();
    const before = office.rows()['appointment'];
    office.clock.now = timeOf(24 * hour);
    vi.advanceTimersByTime(30_000);
    await kiosk.until((view) => view.businessDay !== today && !view.hasAppointments);
    expect(office.rows()['appointment']).toEqual(before);
    await office.restart();
    expect(office.rows()['appointment']).toEqual(before);
  });

  test('AP11 the officer who has the visitor sees the name of the appointment', async () => {
    const { office, kiosk, officer, code } = await withAppointment('Lê Hoàng');
    await kiosk.do('appointment:checkIn', byCode(code));
    office.clock.now = timeOf(2 * hour);
    await officer.do('ticket:callNext', {});
    const { desk } = await officer.until((view) => (view.desk?.ticket ?? null) !== null);
    expect(desk?.ticket).toMatchObject({ name: 'Lê Hoàng', visitor: null, appointmentAt: timeOf(2 * hour) });
  });
});

describe('by face', () => {
  const seen = async (kiosk: Client<'kiosk'>, person: number) => {
    const answer = await kiosk.do('visitor:identify', sightOf(person, 9));
    if (answer.kind !== 'recognised') throw new Error('the visitor was not recognised');
    return answer;
  };

  test('AP12 the only registered visitor of that name is told of the appointment and checks in without a code', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.officer()];
    await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung');
    await enrol(kiosk, 2, 'Đỗ Văn Khôi');
    const name = 'nguyễn  thị HỒNG nhung'.normalize('NFD');
    await officer.do('appointment:add', { fieldId: 3, at: timeOf(2 * hour), name });
    const { appointment, visitorRef } = await seen(kiosk, 1);
    expect(appointment).toMatchObject({ fieldId: 3, at: timeOf(2 * hour) });
    const stranger = await seen(kiosk, 2);
    expect(stranger.appointment).toBeNull();
    const appointmentId = appointment?.id ?? 0;
    const by = (ref: string) => ({ by: { kind: 'visitor', visitorRef: ref, appointmentId } as const });
    expect(codeOf(await kiosk.send('appointment:checkIn', by(stranger.visitorRef)))).toBe(
      'unknownAppointment',
    );
    await kiosk.do('appointment:checkIn', by(visitorRef));
    const [row] = office.rows()['ticket'] as { visitor_id: string; appointment_at: number }[];
    expect(row?.appointment_at).toBe(timeOf(2 * hour));
    expect(row?.visitor_id).toBe(appointmentsIn(office)[0]?.visitor_id);
    expect((await seen(kiosk, 1)).appointment).toBeNull();
    office.clock.pass(minutes(11));
    expect(codeOf(await kiosk.send('appointment:checkIn', by(visitorRef)))).toBe('visitorRefExpired');
  });

  test('AP13 of two of the same name nobody is told, nor is somebody of a name that only looks alike', async () => {
    const office = await staffedOffice();
    const [kiosk, officer, manage] = [await office.kiosk(), await office.officer(), await office.manage()];
    await enrol(kiosk, 1, 'Nguyễn Văn Nam');
    await enrol(kiosk, 2, 'Nguyễn Văn Nam');
    await enrol(kiosk, 3, 'Trần Thị Lan');
    const at = timeOf(2 * hour);
    for (const name of ['Nguyễn Văn Nam', 'Trần Thị Lân', null])
      await officer.do('appointment:add', { fieldId: 1, at, name });
    await manage.do('appointment:import', { csv: 'date,time,field,name\n23/11/2026,10:30,A,Trần Thị Lan' });
    expect(appointmentsIn(office).map(({ visitor_id: id }) => id !== null)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect((await seen(kiosk, 1)).appointment).toBeNull();
    expect((await seen(kiosk, 3)).appointment).toMatchObject({ at: timeOf(150) });
  });
});
