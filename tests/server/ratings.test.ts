import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault } from '../../server/vault.ts';
import { codeOf } from '../factories/clients.ts';
import { minutes } from '../factories/ids.ts';
import { closeAll, fieldOf, issue, plainFinish, staffedOffice } from '../factories/staffedOffice.ts';
import { withQuestion, withService } from './requestCase.ts';

// The server looks at the clock every second; here that is when a test says so.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

const lookAtClock = () => vi.advanceTimersByTime(1_000);
const satisfied = { level: 4, reasons: [], remark: null };
const asking = async () => {
  const office = await staffedOffice();
  return { office, ...(await withQuestion(office)) };
};
type Asking = Awaited<ReturnType<typeof asking>>;

describe('a counter display', () => {
  test('RA1 asks for 45 seconds after a visit, with the catalogue’s words, and stops by itself', async () => {
    const { office, display, ticketId, number } = await asking();
    const { rating } = display.view();
    expect(rating).toMatchObject({ ticketId, number, until: office.clock.now + 45_000, askReasonsBelow: 3 });
    expect(rating?.levels.map(({ level, name }) => `${level} ${name.vi}`)).toEqual([
      '4 Rất hài lòng',
      '3 Hài lòng',
      '2 Bình thường',
      '1 Không hài lòng',
    ]);
    expect(rating?.reasons).toHaveLength(10);
    expect(rating?.reasons[0]).toEqual({
      code: 'TIME',
      name: { vi: 'Thời gian chờ, giải quyết lâu', en: 'Long wait or slow handling' },
    });
    const other = await office.counter(2);
    expect(other.view().rating).toBeNull();
    office.clock.pass(44_999);
    lookAtClock();
    expect((await office.counter(1)).view().rating).not.toBeNull();
    office.clock.pass(1);
    lookAtClock();
    await display.until((view) => view.rating === null);
  });

  test('RA2 does not ask while somebody is called or served there, and not about an earlier visit', async () => {
    const office = await staffedOffice();
    const { kiosk, officer, display, ticketId } = await withService(office);
    for (let i = 0; i < 2; i++) await issue(kiosk, fieldOf(officer, 1));
    await officer.do('ticket:finish', { ticketId, ...plainFinish, callNext: true });
    await display.until(({ call }) => call?.state === 'called');
    expect(display.view().rating).toBeNull();
    const next = await officer.until(({ desk }) => desk?.ticket?.state === 'called');
    const nextId = next.desk?.ticket?.id ?? '';
    // The visit goes on in another field: there is nothing to be rated yet.
    await officer.do('ticket:setLegs', { ticketId: nextId, legs: [9] });
    await officer.do('ticket:start', { ticketId: nextId });
    await officer.do('ticket:finish', { ticketId: nextId, ...plainFinish });
    await display.until(({ call }) => call === null);
    expect(display.view().rating).toBeNull();
  });

  test('RA3 takes an answer that was begun in time, within two minutes, and only about that visit', async () => {
    const { office, kiosk, officer, display, ticketId } = await asking();
    const elsewhere = await office.counter(2);
    expect(codeOf(await elsewhere.send('rating:give', { ticketId, ...satisfied }))).toBe('notRateable');
    expect(codeOf(await elsewhere.send('rating:skip', { ticketId }))).toBe('notRateable');
    await issue(kiosk, fieldOf(officer, 1));
    const next = await officer.do('ticket:callNext', {});
    expect(codeOf(await display.send('rating:skip', { ticketId: next.ticketId }))).toBe('notRateable');
    office.clock.pass(minutes(2) - 1);
    await display.do('rating:give', { ticketId, ...satisfied });
    const late = await asking();
    late.office.clock.pass(minutes(2));
    const answer = await late.display.send('rating:give', { ticketId: late.ticketId, ...satisfied });
    expect(codeOf(answer)).toBe('notRateable');
  });
});

describe('a visit', () => {
  test.each<[string, (at: Asking) => Promise<unknown>]>([
    [
      'rated at the counter',
      ({ display, ticketId }) => display.do('rating:give', { ticketId, ...satisfied }),
    ],
    ['left unanswered there', ({ display, ticketId }) => display.do('rating:skip', { ticketId })],
    [
      'rated on the phone',
      async ({ office, trackUrl, ticketId }) =>
        (await office.phone(trackUrl)).do('rating:give', { ticketId, ...satisfied }),
    ],
  ])('RA4 %s is asked about nowhere any more, and not rated twice', async (_, answer) => {
    const at = await asking();
    const { office, display, ticketId, trackUrl } = at;
    await answer(at);
    await display.until(({ rating }) => rating === null);
    const phone = await office.phone(trackUrl);
    expect(phone.view().state).toEqual({ kind: 'done', rating: null });
    for (const screen of [display, phone])
      expect(codeOf(await screen.send('rating:give', { ticketId, ...satisfied }))).toBe('alreadyRated');
    expect(codeOf(await display.send('rating:skip', { ticketId }))).toBe('alreadyRated');
    expect(office.rows()['rating']).toHaveLength(1);
  });

  test('RA5 is rated for the counter and the officer where it ended; what the visitor wrote is sealed', async () => {
    const { office, display, officer, ticketId } = await asking();
    const remark = 'Cô Bình rất nhiệt tình.';
    await display.do('rating:give', { ticketId, level: 1, reasons: ['OTHER', 'TIME', 'OTHER'], remark });
    const [row] = office.rows()['rating'] as { remark_sealed: Buffer }[];
    expect(row).toMatchObject({
      counter_id: display.view().counter.id,
      officer_id: officer.view().me.id,
      level: 1,
      reasons: '["OTHER","TIME"]',
    });
    expect(JSON.stringify(office.rows())).not.toContain('nhiệt tình');
    const key = Buffer.from(readFileSync(join(office.data, 'luot.key'), 'utf8'), 'base64');
    const sealed = row?.remark_sealed ?? Buffer.alloc(0);
    const vault = makeVault(key);
    expect(vault.open('remark', `remark on ${ticketId}`, sealed)?.toString('utf8')).toBe(remark);
    expect(vault.open('remark', `remark on ${crypto.randomUUID()}`, sealed)).toBeNull();
  });

  test('RA6 is not rated for a reason that was not offered', async () => {
    const { display, ticketId } = await asking();
    const answer = await display.send('rating:give', {
      ...satisfied,
      ticketId,
      level: 1,
      reasons: ['NOISE'],
    });
    expect(codeOf(answer)).toBe('notRateable');
  });

  test('RA7 that was not over after all loses its rating, and is rated when it is', async () => {
    const { office, display, officer, ticketId } = await asking();
    await display.do('rating:give', { ticketId, ...satisfied });
    await officer.do('ticket:undoFinish', { ticketId });
    expect(office.rows()['rating']).toEqual([]);
    await display.until(({ call }) => call?.state === 'serving');
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    await display.until(({ rating }) => rating?.ticketId === ticketId);
    await display.do('rating:give', { ticketId, ...satisfied, level: 2 });
    expect(office.rows()['rating']).toMatchObject([{ level: 2 }]);
  });

  test('RA8 is rated on the phone within a day, by the holder of its ticket only', async () => {
    const { office, ticketId, trackUrl, kiosk } = await asking();
    const stranger = await office.phone((await issue(kiosk, 9)).trackUrl);
    expect(codeOf(await stranger.send('rating:give', { ticketId, ...satisfied }))).toBe('notRateable');
    const phone = await office.phone(trackUrl);
    expect(phone.view().state).toMatchObject({ kind: 'done', rating: { askReasonsBelow: 3 } });
    office.clock.pass(24 * 3600_000 + 1);
    expect(codeOf(await phone.send('rating:give', { ticketId, ...satisfied }))).toBe('notRateable');
    expect((await office.phone(trackUrl)).view().state).toEqual({ kind: 'done', rating: null });
    office.clock.pass(-1);
    await phone.do('rating:give', { ticketId, ...satisfied });
    expect(office.rows()['rating']).toMatchObject([{ screen: 'track', level: 4 }]);
  });
});

test('RA9 an office made before visitors were asked has the reasons to choose from, too; its own are kept', async () => {
  const office = await staffedOffice();
  await office.edit('DELETE FROM rating_reason');
  expect(office.rows()['rating_reason']).toHaveLength(10);
  await office.edit("DELETE FROM rating_reason WHERE code <> 'OTHER'");
  expect(office.rows()['rating_reason']).toHaveLength(1);
});
