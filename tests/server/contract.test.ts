import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { requestNames } from '../../shared/contract/requests.ts';
import { closeAll, noLegs, staffedOffice } from '../factories/staffedOffice.ts';
import { testRequests } from './contractSuite.ts';
import { cases } from './requestTable.ts';

afterEach(closeAll);

test('CT1 every request of the contract has its case here', () => {
  expect(Object.keys(cases).toSorted()).toEqual(requestNames.toSorted());
});

/** A wish for a number, with an id that can be used again. */
const wish = () =>
  ({
    fieldId: 1,
    legs: noLegs,
    visitorRef: null,
    priority: null,
    channel: 'touch',
    requestId: randomUUID(),
  }) as const;

/** A number taken, and the wish it was taken with. */
async function issued() {
  const office = await staffedOffice();
  const again = wish();
  const first = await (await office.kiosk()).send('ticket:issue', again);
  return { office, again, first };
}

test('CT8 a fault is answered with an id that finds it in the log, and nothing else; the server goes on', async () => {
  const { office, again } = await issued();
  await office.edit('UPDATE request SET answer_sealed = zeroblob(80)');
  const kiosk = await office.kiosk();
  const answer = await kiosk.sendRaw('ticket:issue', again);
  expect(answer).toEqual({
    ok: false,
    problem: { kind: 'bug', id: expect.stringMatching(/^[0-9a-f]{8}$/u) as unknown },
  });
  const { id } = (answer as { problem: { id: string } }).problem;
  expect(office.logged()).toContain(`"id":"${id}"`);
  expect((await kiosk.send('ticket:issue', { ...again, requestId: randomUUID() })).ok).toBe(true);
});

test('CT5 a request sent again, by another line too, while the first is on its way to the disk, is answered as that', async () => {
  const office = await staffedOffice();
  const [kiosk, again] = [await office.kiosk(), await office.kiosk()];
  const input = wish();
  const answers = await Promise.all(
    [kiosk, kiosk, again, kiosk].map((one) => one.send('ticket:issue', input)),
  );
  expect(answers[0]).toMatchObject({ ok: true, value: { number: 'A001' } });
  expect(answers).toEqual(answers.map(() => answers[0]));
  expect(office.rows()['ticket']).toHaveLength(1);
});

test('CT9 answers are remembered for two days', async () => {
  const { office, again, first } = await issued();
  office.clock.pass(48 * 3600_000);
  await office.restart();
  expect(await (await office.kiosk()).send('ticket:issue', again)).toEqual(first);
  office.clock.pass(1);
  await office.restart();
  expect(office.rows()['request']).toEqual([]);
});

testRequests(requestNames.filter((_, i) => i % 4 === 0));
