import { afterEach, describe, expect, test } from 'vitest';
import type { Client } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, enrol, fieldOf, issue, plainFinish, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const name = 'Nguyễn Thị Hồng Nhung';

/** Every kind of screen, and at counter 1 a called visitor the kiosk knows by name. */
async function wholeFloor(office: StaffedOffice) {
  const kiosk = await office.kiosk();
  const first = await office.seated('canbo1', 1);
  const second = await office.seated('canbo2', 2);
  const { visitorRef } = await enrol(kiosk, 1, name);
  await issue(kiosk, fieldOf(first, 1), visitorRef);
  const { ticketId, number } = await first.do('ticket:callNext', {});
  await first.until(({ desk }) => desk?.ticket?.id === ticketId);
  const others: readonly Client[] = [
    kiosk,
    second,
    await office.wall(),
    await office.counter(1),
    await office.counter(2),
    await office.manage(),
  ];
  return { kiosk, first, second, ticketId, number, others };
}

describe('views', () => {
  test('VW1 carry the life of the server, a version and its time', async () => {
    const office = await staffedOffice();
    const [wall, kiosk] = [await office.wall(), await office.kiosk()];
    expect(wall.stamped()).toMatchObject({ screen: 'wall', at: office.clock.now });
    expect(wall.stamped().epoch).toBe(kiosk.stamped().epoch);
  });

  test('VW2 grow in version with every commit, and never shrink', async () => {
    const office = await staffedOffice();
    const [wall, kiosk] = [await office.wall(), await office.kiosk()];
    const versions: number[] = [];
    wall.socket.on('view', ({ version }: { version: number }) => versions.push(version));
    const before = wall.stamped().version;
    for (let i = 1; i <= 5; i++) {
      await issue(kiosk, 1);
      await wall.until(({ fields }) => fields.some(({ waiting }) => waiting === i));
    }
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(wall.stamped().version).toBe(before + 5);
  });

  test('VW3 after a restart are of another life', async () => {
    const office = await staffedOffice();
    const { epoch } = (await office.wall()).stamped();
    await office.restart();
    expect((await office.wall()).stamped().epoch).not.toBe(epoch);
  });

  test('VW4 a screen that comes back has the present view at once, without asking', async () => {
    const office = await staffedOffice();
    const { first, number, ticketId } = await wholeFloor(office);
    const wall = await office.wall();
    expect(wall.view().calls.map((call) => [call.number, call.counterNumber])).toEqual([[number, 1]]);
    wall.close();
    await first.do('ticket:start', { ticketId });
    await first.do('ticket:finish', { ticketId, ...plainFinish });
    const back = await office.wall();
    expect(back.count()).toBeGreaterThan(0);
    expect(back.view().calls).toEqual([]);
    expect(back.view().recent).toMatchObject([{ number, counterNumber: 1 }]);
  });

  test('VW5 an officer sees the name of the visitor in their care; nobody else sees any of it', async () => {
    const office = await staffedOffice();
    const { first, others } = await wholeFloor(office);
    expect(first.view().desk?.ticket?.visitor).toMatchObject({ name, visits: 1 });
    for (const client of others)
      for (const part of ['Nhung', 'Hồng', 'Nguyễn Thị H'])
        expect(JSON.stringify(client.stamped())).not.toContain(part);
  });

  test('VW5 the name is gone from the console when the service is over', async () => {
    const office = await staffedOffice();
    const { first, ticketId } = await wholeFloor(office);
    await first.do('ticket:start', { ticketId });
    await first.until(({ desk }) => desk?.ticket?.state === 'serving' && desk.ticket.visitor?.name === name);
    await first.do('ticket:finish', { ticketId, ...plainFinish });
    await first.until(({ desk }) => desk?.ticket === null);
    expect(JSON.stringify(first.stamped())).not.toContain('Nhung');
  });

  test('VW5 who waits has a name for the officers of the field, and for nobody else', async () => {
    const office = await staffedOffice();
    const { kiosk, first, others } = await wholeFloor(office);
    const { visitorRef } = await enrol(kiosk, 2, 'Đỗ Văn Khôi');
    const { ticketId } = await issue(kiosk, fieldOf(first, 1), visitorRef);
    const { line } = await first.until((view) => view.line[0]?.id === ticketId);
    expect(line[0]?.name).toBe('Đỗ Văn Khôi');
    for (const client of others) expect(JSON.stringify(client.stamped())).not.toContain('Khôi');
  });

  test('VW6 public screens learn no ids of tickets, visitors, officers or devices', async () => {
    const office = await staffedOffice();
    const { others } = await wholeFloor(office);
    const ids = Object.values(office.rows())
      .flat()
      .flatMap((row) => Object.values(row as Record<string, unknown>))
      .filter((value) => typeof value === 'string' && /^[0-9a-f]{8}-/u.test(value));
    expect(ids.length).toBeGreaterThan(2);
    const open = others.filter(({ stamped }) => ['kiosk', 'wall', 'counter'].includes(stamped().screen));
    expect(open).toHaveLength(4);
    for (const client of open)
      for (const id of ids) expect(JSON.stringify(client.view())).not.toContain(String(id));
    for (const client of open) expect(JSON.stringify(client.view())).not.toMatch(/canbo|quanly|argon2/u);
  });

  test('VW7 a counter display is shown its own counter only', async () => {
    const office = await staffedOffice();
    const { number, second } = await wholeFloor(office);
    const [own, other] = [await office.counter(1), await office.counter(2)];
    expect(own.view()).toMatchObject({
      counter: { number: 1 },
      call: { number },
      officerName: 'Trần Văn An',
    });
    expect(other.view()).toMatchObject({
      counter: { number: 2 },
      call: null,
      officerName: second.view().me.name,
    });
    expect(JSON.stringify(other.view())).not.toContain(number);
  });

  test('VW8 an officer sees the line of their own counter, in the order of calls', async () => {
    const office = await staffedOffice();
    const { kiosk, first, second } = await wholeFloor(office);
    const numbers: string[] = [];
    for (let i = 0; i < 3; i++) numbers.push((await issue(kiosk, fieldOf(first, 1))).number);
    await issue(kiosk, fieldOf(second, 2));
    const { line } = await first.until((view) => view.line.length === 3);
    expect(line.map((ticket) => ticket.number)).toEqual(numbers);
    expect((await second.until((view) => view.line.length > 0)).line).toHaveLength(1);
  });

  test('VW9 a view that cannot be made costs the others nothing', async () => {
    const office = await staffedOffice();
    const { number } = await wholeFloor(office);
    await office.edit('UPDATE visitor SET name_sealed = zeroblob(60)');
    await expect(office.officer('canbo1')).rejects.toThrow('cut off before its first view');
    const wall = await office.wall();
    expect(wall.view().calls[0]?.number).toBe(number);
    expect(office.logged()).toContain('view of the officer');
    const kiosk = await office.kiosk();
    await issue(kiosk, 1);
    await wall.until(({ fields }) => fields.some(({ waiting }) => waiting === 1));
  });
});
