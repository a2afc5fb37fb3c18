import { afterEach, describe, expect, test } from 'vitest';
import { minutes } from '../factories/ids.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  noLegs,
  plainFinish,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';

afterEach(closeAll);

const name = 'Lê Hoàng';

describe('what the console shows', () => {
  test('EN15 the visitor at the desk: notes, earlier service, and visits before this one with what came of them', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    await enrol(kiosk, 1, name);
    const come = async () => {
      const seen = await kiosk.do('visitor:identify', sightOf(1, 5));
      if (seen.kind !== 'recognised') throw new Error('nobody was recognised');
      const issued = await issue(kiosk, fieldOf(officer, 1), seen.visitorRef);
      await officer.do('ticket:callNext', {});
      await officer.do('ticket:start', { ticketId: issued.ticketId });
      return issued;
    };
    const earlier = await come();
    await officer.do('ticket:finish', {
      ticketId: earlier.ticketId,
      outcome: { result: 'supplement', procedures: [{ key: 'tk-dvc', count: 1 }], dossierCodes: [] },
      callNext: false,
    });
    office.clock.pass(minutes(9));
    const { ticketId } = await come();
    await officer.do('ticket:note', { ticketId, text: 'Thiếu giấy khai sinh' });
    office.clock.pass(minutes(4));
    await officer.do('ticket:park', { ticketId });
    office.clock.pass(minutes(2));
    await officer.do('ticket:resume', { ticketId });
    const { desk } = await officer.until((view) => view.desk?.ticket?.servedMs === minutes(4));
    expect(desk?.ticket).toMatchObject({
      name,
      since: office.clock.now,
      notes: [{ officerName: 'Trần Văn An', text: 'Thiếu giấy khai sinh' }],
      visitor: {
        visits: 2,
        past: [
          {
            number: earlier.number,
            result: 'supplement',
            procedures: [{ vi: 'Hỗ trợ nộp hồ sơ trực tuyến, kích hoạt VNeID' }],
          },
        ],
      },
    });
  });

  test('EN16 who is parked, missed, cancelled or at other counters, and who can be called later', async () => {
    const office = await staffedOffice();
    await office.edit(
      'UPDATE office SET max_calls = 1; DELETE FROM counter_field; INSERT INTO counter_field SELECT id, 1 FROM counter',
    );
    const [kiosk, first, second] = [
      await office.kiosk(),
      await office.seated('canbo1', 1),
      await office.seated('canbo2', 2),
    ];
    const [parked, missed, cancelled, held, waits] = [
      await issue(kiosk, 1),
      await issue(kiosk, 1),
      await issue(kiosk, 1),
      await issue(kiosk, 1),
      await issue(kiosk, 1),
    ];
    office.clock.pass(minutes(1));
    for (const [{ ticketId }, how] of [
      [parked, 'ticket:park'],
      [missed, 'ticket:miss'],
      [cancelled, 'ticket:cancel'],
    ] as const) {
      await first.do('ticket:callNext', {});
      if (how === 'ticket:park') await first.do('ticket:start', { ticketId });
      await first.do(how, { ticketId });
    }
    await first.do('ticket:callNext', {});
    const view = await second.until(({ elsewhere }) => elsewhere.length === 1);
    expect(view.parked).toMatchObject([
      { id: parked.ticketId, counterNumber: 1, officerName: 'Trần Văn An' },
    ]);
    expect(view.missed).toMatchObject([{ id: missed.ticketId, since: office.clock.now }]);
    expect(view.ended).toMatchObject([{ id: cancelled.ticketId, state: 'cancelled', counterNumber: null }]);
    expect(view.elsewhere).toMatchObject([
      { id: held.ticketId, state: 'called', counterNumber: 1, officerOnline: true },
    ]);
    expect(view.line).toMatchObject([{ id: waits.ticketId, notBefore: null }]);
    expect(view.colleagues.find(({ counterNumber }) => counterNumber === 1)?.name).toBe('Trần Văn An');
    expect(view.procedures.every(({ fieldId }) => fieldId === 1)).toBe(true);
    expect(view.priorityClasses.length).toBeGreaterThan(3);
    first.close();
    await second.until(({ elsewhere }) => elsewhere[0]?.officerOnline === false);
  });

  test('EN17 a finish can be taken back as long as the console says so', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const { ticketId, number } = await issue(kiosk, fieldOf(officer, 1));
    await officer.do('ticket:callNext', {});
    await officer.do('ticket:start', { ticketId });
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    const { desk } = await officer.until((view) => view.desk?.undo !== null);
    expect(desk?.undo).toEqual({ ticketId, number, until: office.clock.now + 5_000 });
    // Whoever is called next takes the place.
    await issue(kiosk, fieldOf(officer, 1));
    await officer.do('ticket:callNext', {});
    await officer.until((view) => view.desk?.ticket !== null && view.desk?.undo === null);
    office.clock.pass(5_001);
    expect((await officer.send('ticket:undoFinish', { ticketId })).ok).toBe(false);
  });

  test('EN18 the class a visitor declared is unconfirmed until staff set it', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const { ticketId } = await kiosk.do('ticket:issue', {
      fieldId: fieldOf(officer, 1),
      legs: noLegs,
      visitorRef: null,
      priority: 'ELDERLY80',
      channel: 'touch',
    });
    const { line } = await officer.until((view) => view.line.length === 1);
    expect(line[0]?.priority).toEqual({ code: 'ELDERLY80', confirmed: false });
    await officer.do('ticket:setPriority', { ticketId, priority: 'ELDERLY80', reason: 'đã xem căn cước' });
    await officer.until((view) => view.line[0]?.priority?.confirmed === true);
  });

  test('EN19 the mixing goes on where it was after a restart', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    const before = await office.seated('canbo1', 1);
    const fieldId = fieldOf(before, 1);
    const take = (priority: string | null) =>
      kiosk.do('ticket:issue', { fieldId, legs: noLegs, visitorRef: null, priority, channel: 'touch' });
    const people = [await take(null), await take(null), await take('ELDERLY80'), await take('MERIT')];
    const next = async (officer: typeof before) => {
      const { ticketId, number } = await officer.do('ticket:callNext', {});
      await officer.do('ticket:start', { ticketId });
      await officer.do('ticket:finish', { ticketId, ...plainFinish });
      return number;
    };
    const called = [await next(before)];
    await office.restart();
    const officer = await office.officer('canbo1');
    for (let i = 0; i < 3; i++) called.push(await next(officer));
    expect(called).toEqual([2, 0, 1, 3].map((i) => people[i]?.number));
  });
});
