import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { codeOf } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, issue, noLegs, plainFinish, staffedOffice } from '../factories/staffedOffice.ts';
import { faultsOf, numbersIn } from './audit.ts';

afterEach(closeAll);

const rounds = 30;

/** Three officers at three counters that all serve field 1. */
async function oneLine(office: StaffedOffice) {
  await office.edit('DELETE FROM counter_field; INSERT INTO counter_field SELECT id, 1 FROM counter');
  const kiosk = await office.kiosk();
  const officers = await Promise.all([
    office.seated('canbo1', 1),
    office.seated('canbo2', 2),
    office.seated('canbo3', 3),
  ]);
  return { kiosk, officers };
}

describe('in the same instant', () => {
  test(`TG1 officers never call the same ticket, in ${rounds} rounds`, async () => {
    const office = await staffedOffice();
    const { kiosk, officers } = await oneLine(office);
    const seen: string[] = [];
    for (let round = 0; round < rounds; round++) {
      // Now and then one visitor fewer than officers.
      const visitors = round % 3 === 0 ? 2 : 3;
      await Promise.all(Array.from({ length: visitors }, () => issue(kiosk, 1)));
      const answers = await Promise.all(officers.map((officer) => officer.send('ticket:callNext', {})));
      const called = answers.flatMap((answer) => (answer.ok ? [answer.value.number] : []));
      expect(answers.filter((answer) => !answer.ok).map(codeOf)).toEqual(
        visitors === 2 ? ['nobodyWaiting'] : [],
      );
      expect(called).toHaveLength(visitors);
      // Which of the requests arrives first is the network's business.
      seen.push(...called.toSorted());
      await Promise.all(
        answers.map(async (answer, i) => {
          if (!answer.ok) return;
          const { ticketId } = answer.value;
          await officers[i]?.do('ticket:start', { ticketId });
          await officers[i]?.do('ticket:finish', { ticketId, ...plainFinish });
        }),
      );
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(numbersIn(office.rows()));
    expect(faultsOf(office.rows())).toEqual([]);
  });

  test('TG1 an impatient officer calls one visitor, not two', async () => {
    const office = await staffedOffice();
    const { kiosk, officers } = await oneLine(office);
    const [officer] = officers;
    for (let i = 0; i < 5; i++) await issue(kiosk, 1);
    const answers = await Promise.all(Array.from({ length: 5 }, () => officer.send('ticket:callNext', {})));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok).map(codeOf)).toEqual(new Array(4).fill('deskBusy'));
  });

  test('TG2 a counter takes one officer, however many sit down', async () => {
    const office = await staffedOffice();
    const officers = await Promise.all([
      office.officer('canbo1'),
      office.officer('canbo2'),
      office.officer('canbo3'),
    ]);
    const answers = await Promise.all(officers.map((officer) => officer.send('desk:take', { counterId: 4 })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok).map(codeOf)).toEqual(['counterTaken', 'counterTaken']);
    expect(office.rows()['desk']).toHaveLength(1);
  });

  test('TG3 twenty kiosks take numbers without a gap or a double, and a retry takes none', async () => {
    const office = await staffedOffice();
    const kiosks = await Promise.all(Array.from({ length: 20 }, () => office.kiosk()));
    const acknowledged = new Map<string, string>();
    await Promise.all(
      kiosks.map(async (kiosk, k) => {
        for (let i = 0; i < 10; i++) {
          const requestId = randomUUID();
          const message = {
            fieldId: 1 + ((k + i) % 3),
            legs: noLegs,
            visitorRef: null,
            priority: null,
            channel: 'touch',
            requestId,
          } as const;
          // The line breaks, and the kiosk sends it again by another.
          const other = kiosks[(k + 1) % kiosks.length];
          const [one, two] = await Promise.all([
            kiosk.do('ticket:issue', message),
            i % 2 === 0 ? other?.do('ticket:issue', message) : undefined,
          ]);
          if (two !== undefined) expect(two).toEqual(one);
          acknowledged.set(one.ticketId, one.number);
        }
      }),
    );
    const rows = office.rows();
    expect(faultsOf(rows)).toEqual([]);
    expect(acknowledged.size).toBe(200);
    expect(new Set(acknowledged.values())).toEqual(new Set(numbersIn(rows)));
  });
});
