import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { minutes } from '../factories/ids.ts';
import { closeAll, fieldOf, issue, noLegs, staffedOffice } from '../factories/staffedOffice.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { manager } from '../factories/context.ts';
import { codeOf } from '../factories/clients.ts';
import { faultsOf } from './audit.ts';
import { bareOffice, kiosk as local, staff } from './bareOffice.ts';
import { pairedDevice } from './requestCase.ts';
import { givenAt, takenBy } from './requestsOfReserves.ts';

afterEach(closeAll);

/** In the order of the alphabet. */
const whysIn = (office: StaffedOffice): string[] =>
  (office.rows()['reserve_kept'] as { why: string }[])
    .map(({ why }) => why)
    .toSorted((a, b) => (a < b ? -1 : 1));
const numbersInLine = (office: StaffedOffice): unknown[] =>
  (office.rows()['ticket'] as { number: string; order_at: number }[])
    .toSorted((a, b) => a.order_at - b.order_at)
    .map(({ number }) => number);

describe('what is set aside', () => {
  test('RN4 a memory has one lane a day, another memory another, and there is none when all are given', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    const keeper = randomUUID();
    const first = await takenBy(kiosk, keeper);
    expect(await takenBy(kiosk, keeper)).toEqual(first);
    for (let lane = 2; lane <= 14; lane++) expect((await takenBy(kiosk)).lane).toBe(lane);
    expect(await kiosk.do('reserve:take', { keeper: randomUUID(), held: null })).toEqual({ grant: null });
    // On the next day it has the same lane again, whoever asks first.
    office.clock.pass(24 * 3_600_000);
    expect((await takenBy(kiosk)).lane).toBe(1);
    expect((await takenBy(kiosk, keeper)).lane).toBe(2);
    office.clock.pass(24 * 3_600_000);
    expect([(await takenBy(kiosk)).lane, (await takenBy(kiosk, keeper)).lane]).toEqual([1, 2]);
  });

  test('RN10 the server counts past what is set aside, and a quota counts what kiosks gave', async () => {
    const office = await staffedOffice();
    await office.edit('UPDATE field SET daily_quota = 3 WHERE id = 1');
    const kiosk = await office.kiosk();
    const grant = await takenBy(kiosk);
    const tickets = [givenAt(office.clock.now, 1, 900), givenAt(office.clock.now, 1, 901)];
    await kiosk.do('reserve:handIn', { grant, tickets });
    await kiosk.until(({ fields }) => fields[0]?.left === 1);
    expect((await issue(kiosk, 1)).number).toMatch(/001$/u);
    const asked = { fieldId: 1, legs: noLegs, visitorRef: null, priority: null, channel: 'touch' } as const;
    expect(codeOf(await kiosk.send('ticket:issue', asked))).toBe('quotaReached');
    expect(faultsOf(office.rows())).toEqual([]);
  });
});

describe('what is handed in', () => {
  test('RN5 stands where it was given, among those given meanwhile; who was passed over is next', async () => {
    const office = await staffedOffice();
    const [kiosk, second, officer] = await Promise.all([
      office.kiosk(),
      office.kiosk(),
      office.seated('canbo1', 1),
    ]);
    const fieldId = fieldOf(officer, 1);
    const grant = await takenBy(kiosk);
    const start = office.clock.now;
    const after = (n: number): number => start + minutes(n);
    await issue(second, fieldId);
    office.clock.pass(minutes(2));
    await issue(second, fieldId);
    office.clock.pass(minutes(2));
    await issue(second, fieldId);
    // Two are called while the kiosk is away.
    await officer.do('ticket:callNext', {});
    office.clock.pass(minutes(2));
    const tickets = [
      givenAt(after(3), fieldId, 901),
      givenAt(after(1), fieldId, 900),
      givenAt(after(5), fieldId, 902),
    ];
    await kiosk.do('reserve:handIn', { grant, tickets });
    await officer.until(({ line }) => line.length === 5);
    expect(officer.view().line.map(({ number }) => number.slice(1))).toEqual([
      '900',
      '002',
      '901',
      '003',
      '902',
    ]);
    // Counted as waiting since then, and by its own way.
    const rows = office.rows() as {
      period: { from_at: number; state: string }[];
      ticket: { channel: string }[];
    };
    expect(rows.period.filter(({ state }) => state === 'waiting').map(({ from_at: at }) => at)).toContain(
      after(1),
    );
    expect(rows.ticket.filter(({ channel }) => channel === 'offline')).toHaveLength(3);
    expect(faultsOf(office.rows())).toEqual([]);
  });

  test('RN6 a number that comes again changes nothing, also under another request, in part, and after a restart', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    const grant = await takenBy(kiosk);
    const [one, two] = [givenAt(office.clock.now, 1, 900), givenAt(office.clock.now, 2, 900)];
    await kiosk.do('reserve:handIn', { grant, tickets: [one] });
    const before = office.rows()['ticket'];
    expect(await kiosk.do('reserve:handIn', { grant, tickets: [one, one] })).toEqual({
      taken: [one.ticketId, one.ticketId],
      kept: [],
    });
    expect(office.rows()['ticket']).toEqual(before);
    await office.restart();
    const again = await office.kiosk();
    const { taken } = await again.do('reserve:handIn', { grant, tickets: [one, two] });
    expect([taken.length, office.rows()['ticket']?.length]).toEqual([2, 2]);
    expect(faultsOf(office.rows())).toEqual([]);
  });

  test('RN7 what cannot be taken in is kept with the reason, once, and is in no line', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    const grant = await takenBy(kiosk);
    const { now } = office.clock;
    const forged = { ...grant, lane: 2 };
    const wrong = [
      [grant, givenAt(now, 1, 899)],
      [grant, givenAt(now, 99, 900)],
      [forged, givenAt(now, 1, 800)],
    ] as const;
    for (const [by, given] of wrong) await kiosk.do('reserve:handIn', { grant: by, tickets: [given] });
    await kiosk.do('reserve:handIn', { grant, tickets: [givenAt(now, 1, 900)] });
    const twice = givenAt(now, 1, 900);
    for (let i = 0; i < 2; i++)
      expect(await kiosk.do('reserve:handIn', { grant, tickets: [twice] })).toEqual({
        taken: [],
        kept: [twice.ticketId],
      });
    expect(whysIn(office)).toEqual(['notGiven', 'notGiven', 'notGiven', 'numberTaken']);
    expect(numbersInLine(office)).toHaveLength(1);
    await office.edit('UPDATE field SET removed_at = 1 WHERE id = 3');
    const [late, manage] = await Promise.all([office.kiosk(), office.manage()]);
    await late.do('reserve:handIn', { grant, tickets: [givenAt(now, 3, 900)] });
    await manage.until(({ keptNumbers }) => keptNumbers === 5);
    office.clock.pass(24 * 3_600_000);
    await late.do('reserve:handIn', { grant, tickets: [givenAt(now, 1, 901)] });
    expect(whysIn(office).slice(0, 2)).toEqual(['dayOver', 'fieldGone']);
    office.clock.pass(31 * 24 * 3_600_000);
    await office.restart();
    expect(office.rows()['reserve_kept']).toEqual([]);
  });

  test('RN7 what a kiosk was given before it was removed is not taken in, and not lost', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { client, deviceId } = await pairedDevice(office, manage, 'kiosk');
    const keeper = randomUUID();
    const grant = await takenBy(client, keeper);
    await manage.do('device:remove', { deviceId });
    await client.ended();
    const again = await pairedDevice(office, manage, 'kiosk');
    await again.client.do('reserve:handIn', { grant, tickets: [givenAt(office.clock.now, 1, 900)] });
    expect([whysIn(office), numbersInLine(office)]).toEqual([['otherKiosk'], []]);
    // Paired anew it gives on in its old lane, since its memory knows what it has given.
    const renewed = await takenBy(again.client, keeper);
    expect([renewed.lane, renewed.deviceId]).toEqual([grant.lane, again.deviceId]);
    await again.client.do('reserve:handIn', { grant: renewed, tickets: [givenAt(office.clock.now, 1, 901)] });
    expect(numbersInLine(office)).toHaveLength(1);
  });

  test('RN8 a time outside of the reserve and of now is brought back into it; what is no more is left out', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    const grant = await takenBy(kiosk);
    office.clock.pass(minutes(10));
    const { now } = office.clock;
    const [early, late] = [givenAt(0, 1, 900), givenAt(now + minutes(60), 1, 901)];
    const strange = { ...givenAt(now, 1, 902), priority: 'NOBODY', legs: [2, 2, 1, 77] };
    await kiosk.do('reserve:handIn', { grant, tickets: [early, late, strange] });
    expect(office.rows()['ticket']).toMatchObject([
      { issued_at: grant.grantedAt },
      { issued_at: now },
      { priority: null, legs: '[2]' },
    ]);
  });

  test('RN9 a number that the server had given for the same wish is cancelled; a wish that comes later is refused', async () => {
    const office = await staffedOffice();
    const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
    const grant = await takenBy(kiosk);
    const officer = await office.seated('canbo1', 1);
    const fieldId = fieldOf(officer, 1);
    const asked = { fieldId, legs: noLegs, visitorRef: null, priority: null, channel: 'touch' } as const;
    const [carriedOut, called, lost] = [randomUUID(), randomUUID(), randomUUID()];
    await kiosk.send('ticket:issue', { ...asked, requestId: called });
    await officer.do('ticket:callNext', {});
    await kiosk.send('ticket:issue', { ...asked, requestId: carriedOut });
    const given = [carriedOut, called, lost].map((instead, i) => ({
      ...givenAt(office.clock.now, fieldId, 900 + i),
      instead,
    }));
    await kiosk.do('reserve:handIn', { grant, tickets: given });
    const states = (office.rows()['period'] as { state: string; to_at: number | null }[])
      .filter(({ to_at: to }) => to === null)
      .map(({ state }) => state);
    // Whoever is at a desk already is left there.
    expect(states.toSorted()).toEqual(['called', 'cancelled', 'waiting', 'waiting', 'waiting']);
    expect(codeOf(await kiosk.send('ticket:issue', { ...asked, requestId: lost }))).toBe('requestIdReused');
    expect(faultsOf(office.rows())).toEqual([]);
    // Its own id does no harm.
    const requestId = randomUUID();
    const own = { ...givenAt(office.clock.now, fieldId, 910), instead: requestId };
    expect((await kiosk.send('reserve:handIn', { requestId, grant, tickets: [own] })).ok).toBe(true);
    expect(manage.view().keptNumbers).toBe(0);
  });

  test('RN11 it is in the audit, and counted among the numbers of the day', async () => {
    const office = await staffedOffice();
    const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
    const grant = await takenBy(kiosk);
    const given = givenAt(office.clock.now, 1, 900);
    await kiosk.do('reserve:handIn', { grant, tickets: [given] });
    const audited = office.rows()['audit'] as { request: string; detail: string }[];
    expect(audited.find(({ request }) => request === 'reserve:handIn')?.detail).toContain(given.ticketId);
    await manage.until(({ fields }) => fields.find(({ id }) => id === 1)?.issuedToday === 1);
  });
});

describe('without its doors', () => {
  test('RN11 a visit that began offline is reported with its true wait', async () => {
    const { send, clock } = await bareOffice();
    const { now: start } = clock;
    const taken = send(local, 'reserve:take', { keeper: randomUUID(), held: null });
    const grant = taken.ok ? taken.value.grant : null;
    if (grant === null) throw new Error('no numbers were set aside');
    clock.now += minutes(12);
    const given = givenAt(start + minutes(2), 1, 900);
    send(local, 'reserve:handIn', { grant, tickets: [given] });
    expect(send(staff(2), 'ticket:callNext', {})).toMatchObject({ value: { ticketId: given.ticketId } });
    send(staff(2), 'ticket:cancel', { ticketId: given.ticketId });
    const report = send(manager, 'report:read', { from: grant.day, to: grant.day });
    expect(report).toMatchObject({
      value: { groups: { channel: [{ key: 'offline', figures: { issued: 1 } }] } },
    });
  });
});
