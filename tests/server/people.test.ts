import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { codeOf } from '../factories/clients.ts';
import { minutes } from '../factories/ids.ts';
import { faceBetween } from '../factories/visitors.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  plainFinish,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';
import { pairedDevice } from './requestCase.ts';

afterEach(closeAll);

describe('a visitor', () => {
  test('PE1 is offered the three fields used last, each once, latest first', async () => {
    const office = await staffedOffice();
    await office.edit('UPDATE office SET open_per_visitor = NULL');
    const kiosk = await office.kiosk();
    const { visitorRef } = await enrol(kiosk, 1);
    const { visitorRef: another } = await enrol(kiosk, 2);
    for (const fieldId of [1, 2, 3, 4, 2]) {
      office.clock.pass(minutes(1));
      await issue(kiosk, fieldId, visitorRef);
      await issue(kiosk, 5, another);
      await issue(kiosk, 6);
    }
    expect(await kiosk.do('visitor:identify', sightOf(1, 9))).toMatchObject({ usualFields: [2, 4, 3] });
  });

  test('PE2 who is only somewhat alike is told nothing about anybody, and is asked a second fact if that settles it', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung', 1975);
    await enrol(kiosk, 2, 'Đỗ Văn Khôi', 1975);
    await enrol(kiosk, 3, 'Lê Hoàng', 1990);
    const seen = (...shares: [number, number][]) =>
      kiosk.do('visitor:identify', {
        modelId: 'test-set',
        quality: 0.8,
        embeddings: [faceBetween(shares)],
        previous: null,
      });
    expect(await seen([1, 1], [2, 1])).toEqual({ kind: 'unsure', question: null });
    expect(await seen([3, 1], [99, 1.2])).toEqual({
      kind: 'unsure',
      question: { questionRef: expect.any(String) as unknown, birthYears: expect.any(Array) as unknown },
    });
    expect(await seen([99, 1])).toEqual({ kind: 'unknown' });
  });

  test('PE3 agrees to a wording that is kept by version, language, hash, device and time', async () => {
    const office = await staffedOffice();
    const { client: kiosk } = await pairedDevice(office, await office.manage(), 'kiosk');
    await enrol(kiosk, 1);
    const { version, title, body } = kiosk.view().consent;
    const wording = [title.vi, ...body.vi].join('\n');
    expect(office.rows()['consent']).toMatchObject([
      {
        version,
        language: 'vi',
        wording_hash: createHash('sha256').update(wording).digest(),
        device_id: 1,
        agreed_at: office.clock.now,
      },
    ]);
  });
});

describe('a counter', () => {
  test('PE4 of somebody who has gone is free, and taking it gives up the one before', async () => {
    const office = await staffedOffice();
    const gone = await office.seated('canbo1', 1);
    gone.close();
    const manage = await office.manage();
    const officer = await office.seated('canbo2', 2);
    await expect.poll(async () => codeOf(await officer.send('desk:take', { counterId: 1 }))).toBeNull();
    const { officers } = await manage.until((view) =>
      view.officers.some((o) => o.login === 'canbo2' && o.counterNumber === 1),
    );
    expect(officers.map(({ login, counterNumber }) => [login, counterNumber])).toContainEqual([
      'canbo1',
      null,
    ]);
    expect(office.rows()['desk']).toHaveLength(1);
  });

  test('PE5 of somebody who has gone but has a visitor is not, and is found again at the next log-in', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    await issue(kiosk, fieldOf(officer, 1));
    const { ticketId, number } = await officer.do('ticket:callNext', {});
    officer.close();
    await office.restart();
    const colleague = await office.officer('canbo2');
    expect(codeOf(await colleague.send('desk:take', { counterId: 1 }))).toBe('counterTaken');
    const back = await office.officer('canbo1');
    expect(back.view().desk).toMatchObject({
      counterId: 1,
      ticket: { id: ticketId, number, state: 'called' },
    });
    await back.do('ticket:start', { ticketId });
    expect(codeOf(await back.send('desk:take', { counterId: 2 }))).toBe('visitorHeld');
    await back.do('ticket:finish', { ticketId, ...plainFinish });
    await back.do('desk:take', { counterId: 2 });
    await back.until(({ desk }) => desk?.counterId === 2);
  });
});

describe('calls', () => {
  test('PE6 who does not come is called three times, five minutes apart, and then no more', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    await issue(kiosk, fieldOf(officer, 1));
    for (const state of ['waiting', 'waiting', 'missed']) {
      const { ticketId } = await officer.do('ticket:callNext', {});
      expect(await officer.do('ticket:miss', { ticketId })).toEqual({ state });
      office.clock.pass(minutes(5) - 1);
      expect(codeOf(await officer.send('ticket:callNext', {}))).toBe('nobodyWaiting');
      office.clock.pass(1);
    }
    expect(codeOf(await officer.send('ticket:callNext', {}))).toBe('nobodyWaiting');
  });

  test('PE7 the wall shows open calls, newest announcement first, and the last eight that are over, each once', async () => {
    const office = await staffedOffice();
    const [kiosk, wall] = [await office.kiosk(), await office.wall()];
    const [one, two] = [await office.seated('canbo1', 1), await office.seated('canbo2', 2)];
    const over: string[] = [];
    for (let i = 0; i < 10; i++) {
      await issue(kiosk, fieldOf(one, 1));
      const { ticketId, number } = await one.do('ticket:callNext', {});
      await one.do('ticket:recall', { ticketId });
      await one.do('ticket:start', { ticketId });
      await one.do('ticket:finish', { ticketId, ...plainFinish });
      over.unshift(number);
    }
    await issue(kiosk, fieldOf(one, 1));
    await issue(kiosk, fieldOf(two, 2));
    const first = await one.do('ticket:callNext', {});
    const second = await two.do('ticket:callNext', {});
    const shown = (...numbers: string[]) =>
      wall.until(({ calls }) => calls.map(({ number }) => number).join() === numbers.join());
    const { recent } = await shown(second.number, first.number);
    expect(recent.map(({ number }) => number)).toEqual(over.slice(0, 8));
    await one.do('ticket:recall', { ticketId: first.ticketId });
    const { calls } = await shown(first.number, second.number);
    expect(calls.map(({ announcements }) => announcements)).toEqual([2, 1]);
    await one.do('ticket:start', { ticketId: first.ticketId });
    await wall.until((view) => view.calls[0]?.state === 'serving' && view.calls[0].announcements === 2);
  });
});

describe('expected waits', () => {
  test('PE8 are those of the counters that serve the field, whoever waits elsewhere', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 4)];
    const counters = new Map(officer.view().counters.map(({ number, fieldIds }) => [number, fieldIds]));
    const [first = 0, second = 0] = counters.get(4) ?? [];
    const elsewhere = counters.get(1)?.[0] ?? 0;
    const waitOf = (id: number) => kiosk.view().fields.find((field) => field.id === id)?.wait;
    // A free officer notices a newcomer within the minute.
    expect(waitOf(first)?.p90Ms).toBeLessThan(minutes(1));
    for (let i = 0; i < 3; i++) await issue(kiosk, first);
    await kiosk.until(({ fields }) => fields.some(({ waiting }) => waiting === 3));
    const wait = waitOf(first);
    expect(wait?.p50Ms).toBeGreaterThan(minutes(10));
    expect(wait?.p90Ms).toBeGreaterThan(wait?.p50Ms ?? Infinity);
    expect(waitOf(second)).toEqual(wait);
    expect(waitOf(elsewhere)?.p90Ms).toBeLessThan(minutes(1));
    for (let i = 0; i < 4; i++) await issue(kiosk, elsewhere);
    await kiosk.until(({ fields }) => fields.some(({ waiting }) => waiting === 4));
    expect(waitOf(first)).toEqual(wait);
    expect(waitOf(elsewhere)?.p50Ms).toBeGreaterThan(minutes(10));
  });

  test('PE8 a field that no counter serves has none', async () => {
    const office = await staffedOffice();
    await office.edit('DELETE FROM counter_field WHERE field_id = 3');
    const kiosk = await office.kiosk();
    expect(kiosk.view().fields.find(({ id }) => id === 3)?.wait).toBeNull();
    expect((await issue(kiosk, 3)).wait).toBeNull();
  });

  test('PE8 counters that share a field share their lines', async () => {
    const office = await staffedOffice();
    await office.edit(`DELETE FROM counter_field;
      INSERT INTO counter_field VALUES (1, 1), (2, 1), (2, 2), (3, 2), (3, 3), (4, 4)`);
    const [kiosk, wall] = [await office.kiosk(), await office.wall()];
    const waits = () => new Map(wall.view().fields.map(({ id, wait }) => [Number(id), wait?.p50Ms]));
    for (const login of ['canbo1', 'canbo2', 'canbo3'] as const)
      await office.seated(login, Number(login.slice(-1)));
    for (let i = 0; i < 9; i++) await issue(kiosk, 1);
    await wall.until(({ fields }) => fields.some(({ waiting }) => waiting === 9));
    // Counter 2 is busy with the long line of field 1, counter 3 is free for field 2.
    expect(waits().get(1)).toBeGreaterThan(minutes(10));
    for (const field of [2, 3, 4]) expect(waits().get(field)).toBeLessThan(minutes(1));
    for (let i = 0; i < 9; i++) await issue(kiosk, 3);
    await wall.until(({ fields }) => fields.filter(({ waiting }) => waiting === 9).length === 2);
    // Now the way out by counter 3 is long, too.
    expect(waits().get(2)).toBeGreaterThan(minutes(10));
    expect(waits().get(4)).toBeLessThan(minutes(1));
  });
});
