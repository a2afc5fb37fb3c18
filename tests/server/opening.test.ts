import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rules } from '../../shared/contract/settings.ts';
import type { Client, Input } from '../factories/clients.ts';
import { codeOf, problemOf } from '../factories/clients.ts';
import { spans, usualWeek } from '../factories/hours.ts';
import { minutes, opening, today } from '../factories/ids.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  plainFinish,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';
import { faultsOf } from './audit.ts';

// The server looks at the clock every second; here that is when a test says so.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

/** Moves the clock of the office to so long after opening, and lets the server notice. */
function at(office: StaffedOffice, minutesAfterOpening: number): void {
  office.clock.now = opening + minutes(minutesAfterOpening);
  vi.advanceTimersByTime(1_000);
}

const plain: Omit<Input<'ticket:issue'>, 'fieldId'> = {
  legs: [],
  visitorRef: null,
  priority: null,
  channel: 'touch',
};
const ask = async (kiosk: Client<'kiosk'>, fieldId: number, more: Partial<typeof plain> = {}) =>
  codeOf(await kiosk.send('ticket:issue', { ...plain, ...more, fieldId })) ?? 'given';

const setRules = (manage: Client<'manage'>, more: Partial<Rules>) =>
  manage.do('office:setRules', { rules: { ...manage.view().rules, ...more } });

/** An office with ordinary hours, the last number half an hour before the end of the day. */
async function withHours(more: Partial<Input<'office:setHours'>['hours']> = {}) {
  const office = await staffedOffice();
  const [manage, kiosk] = [await office.manage(), await office.kiosk()];
  await manage.do('office:setHours', {
    hours: { week: usualWeek, specialDays: [], lastTicketMs: minutes(30), ...more },
  });
  return { office, manage, kiosk };
}

describe('opening hours', () => {
  test('OP1 kiosks give numbers exactly in the hours, up to the last number', async () => {
    const { office, kiosk } = await withHours();
    const answers: unknown[] = [];
    for (const minute of [-1 / 60_000, 0, 210 - 1 / 60_000, 210, 330, 510 - 1 / 60_000, 510]) {
      at(office, minute);
      answers.push(await ask(kiosk, 1));
    }
    expect(answers).toEqual(['closed', 'given', 'given', 'closed', 'given', 'given', 'closed']);
  });

  test('OP2 on a holiday they are closed, and say which it is and when they open again', async () => {
    const name = { vi: 'Ngày nghỉ bù', en: 'Day in lieu' };
    const { manage, kiosk } = await withHours({ specialDays: [{ day: today, name, spans: [] }] });
    expect(await ask(kiosk, 1)).toBe('closed');
    const closed = { kind: 'closed', opensAt: opening + minutes(24 * 60), holiday: name };
    expect((await kiosk.until((view) => view.opening.kind === 'closed')).opening).toEqual(closed);
    expect((await manage.until((view) => view.opening.kind === 'closed')).opening).toEqual(closed);
    expect(manage.view().hours.specialDays).toEqual([{ day: today, name, spans: [] }]);
  });

  test('OP3 opening, the break, the last number and closing are shown by themselves, within a second', async () => {
    const { office, kiosk } = await withHours();
    const officer = await office.officer();
    const seen: unknown[] = [];
    for (const [minute, kind] of [
      [-10, 'closed'],
      [0, 'open'],
      [210, 'closed'],
      [330, 'open'],
      [510, 'closed'],
    ] as const) {
      at(office, minute);
      const view = await kiosk.until((now) => now.opening.kind === kind);
      await officer.until((now) => now.opening.kind === kind);
      seen.push(view.opening.kind === 'closed' ? view.opening.opensAt : undefined);
    }
    expect(seen).toEqual([opening, undefined, opening + minutes(330), undefined, opening + minutes(24 * 60)]);
  });

  test('OP3 also after the machine slept over an opening, or its clock was set back over one', async () => {
    const { office, kiosk } = await withHours();
    at(office, -600);
    await kiosk.until((view) => view.opening.kind === 'closed');
    at(office, 24 * 60 + 5);
    await kiosk.until((view) => view.opening.kind === 'open' && view.businessDay !== today);
    at(office, -5);
    await kiosk.until((view) => view.opening.kind === 'closed' && view.businessDay === today);
    at(office, 5);
    await kiosk.until((view) => view.opening.kind === 'open');
  });

  test('OP4 new hours hold at once, and are there after a restart', async () => {
    const { office, manage } = await withHours();
    const hours = { week: usualWeek.map(() => spans('10:00-10:30')), specialDays: [], lastTicketMs: 0 };
    await manage.do('office:setHours', { hours });
    await office.restart();
    const kiosk = await office.kiosk();
    expect(kiosk.view().opening).toEqual({ kind: 'closed', opensAt: opening + minutes(120), holiday: null });
    const again = await office.manage();
    expect(again.view().hours).toEqual(hours);
    await again.do('office:setHours', { hours: { ...hours, week: null } });
    expect(await ask(kiosk, 1)).toBe('given');
  });

  test('OP4 an office that is never open is not taken for one that always is', async () => {
    const { office, kiosk } = await withHours({ week: usualWeek.map(() => []) });
    expect(await ask(kiosk, 1)).toBe('closed');
    expect((await office.kiosk()).view().opening).toEqual({ kind: 'closed', opensAt: null, holiday: null });
  });

  test('OP5 a new office is open day and night', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    for (const minute of [-360, 60, 900]) {
      at(office, minute);
      expect(await ask(kiosk, 1)).toBe('given');
    }
    expect(kiosk.view().opening).toEqual({ kind: 'open', until: null });
  });
});

describe('the lock', () => {
  test('OP6 a locked kiosk shows the message and gives no number until it is opened again', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    const message = { vi: 'Máy tạm dừng để thay giấy.', en: 'Changing the paper.' };
    await manage.do('kiosk:lock', { message });
    expect((await kiosk.until(({ opening: now }) => now.kind === 'locked')).opening).toEqual({
      kind: 'locked',
      message,
    });
    expect(await ask(kiosk, 1)).toBe('locked');
    await office.restart();
    const again = await office.kiosk();
    expect(again.view().opening.kind).toBe('locked');
    await (await office.manage()).do('kiosk:lock', { message: null });
    await again.until(({ opening: now }) => now.kind === 'open');
    expect(await ask(again, 1)).toBe('given');
  });
});

describe('how many numbers', () => {
  test('OP7 a field gives as many numbers a day as its quota, and the kiosk shows how many are left', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    await manage.do('field:setQuota', { fieldId: 1, dailyQuota: 2 });
    const left = (count: number | null) =>
      kiosk.until(({ fields }) => fields.find(({ id }) => id === 1)?.left === count);
    await left(2);
    expect([await ask(kiosk, 1), await ask(kiosk, 1), await ask(kiosk, 1), await ask(kiosk, 2)]).toEqual([
      'given',
      'given',
      'quotaReached',
      'given',
    ]);
    await left(0);
    await manage.until(({ fields }) => fields.find(({ id }) => id === 1)?.issuedToday === 2);
    at(office, 24 * 60);
    await left(2);
    expect(await ask(kiosk, 1)).toBe('given');
  });

  test('OP7 a quota below what was given already leaves none, and no number less than none', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    for (let i = 0; i < 3; i++) await issue(kiosk, 1);
    await manage.do('field:setQuota', { fieldId: 1, dailyQuota: 1 });
    await kiosk.until(({ fields }) => fields.find(({ id }) => id === 1)?.left === 0);
    await manage.do('field:setQuota', { fieldId: 1, dailyQuota: null });
    await kiosk.until(({ fields }) => fields.find(({ id }) => id === 1)?.left === null);
    expect(await ask(kiosk, 1)).toBe('given');
    expect(codeOf(await manage.send('field:setQuota', { fieldId: 99, dailyQuota: 1 }))).toBe('unknownField');
  });

  test('OP8 a recognised visitor has at most so many open numbers, of which the refusal names the first', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const { visitorRef } = await enrol(kiosk, 1);
    const first = await issue(kiosk, fieldOf(officer, 1), visitorRef);
    await issue(kiosk, 2, visitorRef);
    const refused = await kiosk.send('ticket:issue', { ...plain, fieldId: 3, visitorRef });
    expect(problemOf(refused)).toEqual({
      kind: 'refused',
      code: 'visitorLimit',
      detail: { number: first.number },
    });
    expect(await ask(kiosk, 3)).toBe('given');
    // Called and served it is still open; finished it is not.
    const { ticketId } = await officer.do('ticket:callNext', {});
    await officer.do('ticket:start', { ticketId });
    expect(await ask(kiosk, 3, { visitorRef })).toBe('visitorLimit');
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    expect(await ask(kiosk, 3, { visitorRef })).toBe('given');
  });

  test('OP8 whoever missed the calls may take a new number', async () => {
    const office = await staffedOffice();
    const [manage, kiosk, officer] = [
      await office.manage(),
      await office.kiosk(),
      await office.seated('canbo1', 1),
    ];
    await setRules(manage, { openPerVisitor: 1, maxCalls: 1 });
    const { visitorRef } = await enrol(kiosk, 1);
    await issue(kiosk, fieldOf(officer, 1), visitorRef);
    expect(await ask(kiosk, 1, { visitorRef })).toBe('visitorLimit');
    const { ticketId } = await officer.do('ticket:callNext', {});
    await officer.do('ticket:miss', { ticketId });
    expect(await ask(kiosk, 1, { visitorRef })).toBe('given');
  });

  test('OP9 and at most so many in a day, whatever became of them', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = [await office.manage(), await office.kiosk()];
    await setRules(manage, { openPerVisitor: null, dailyPerVisitor: 2 });
    const { visitorRef } = await enrol(kiosk, 1);
    const { visitorRef: other } = await enrol(kiosk, 2);
    await issue(kiosk, 1, visitorRef);
    const last = await issue(kiosk, 2, visitorRef);
    const refused = problemOf(await kiosk.send('ticket:issue', { ...plain, fieldId: 3, visitorRef }));
    expect(refused).toMatchObject({ code: 'visitorLimit', detail: { number: last.number } });
    expect(await ask(kiosk, 3, { visitorRef: other })).toBe('given');
    at(office, 24 * 60);
    const again = await kiosk.do('visitor:identify', sightOf(1, 9));
    if (again.kind !== 'recognised') throw new Error('the visitor was not recognised');
    expect(await ask(kiosk, 3, { visitorRef: again.visitorRef })).toBe('given');
  });

  test('OP10 staff give numbers whatever hours, lock, quota and limits say', async () => {
    const { office, manage, kiosk } = await withHours();
    const officer = await office.officer();
    await manage.do('field:setQuota', { fieldId: 1, dailyQuota: 0 });
    await manage.do('kiosk:lock', { message: { vi: 'Máy tạm dừng.', en: 'Paused.' } });
    at(office, -30);
    expect(await ask(kiosk, 1)).toBe('locked');
    const { number } = await officer.do('ticket:add', { fieldId: 1, legs: [2], priority: null });
    expect(number).toBe('A001');
    const [row] = office.rows()['ticket'] as { channel: string; legs: string }[];
    expect(row).toMatchObject({ channel: 'staff', legs: '[2]' });
    expect(faultsOf(office.rows())).toEqual([]);
  });
});

describe('what is asked for', () => {
  test.each([
    ['a field that is not there', { fieldId: 99 }, 'unknownField'],
    ['a field to go on to that is not there', { fieldId: 1, legs: [2, 99] }, 'unknownField'],
    ['the same field twice', { fieldId: 1, legs: [2, 1] }, 'unknownField'],
    ['the same further field twice', { fieldId: 1, legs: [2, 2] }, 'unknownField'],
    ['a class of priority that is not there', { fieldId: 1, priority: 'VIP' }, 'unknownPriority'],
    ['several fields and a class', { fieldId: 1, legs: [2, 3], priority: 'ELDERLY80' }, null],
  ] as const)('OP11 %s', async (_, asked, code) => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.officer()];
    const wanted = { legs: [], priority: null, ...asked };
    const input = { ...wanted, legs: [...wanted.legs] };
    expect(codeOf(await kiosk.send('ticket:issue', { ...plain, ...input }))).toBe(code);
    expect(codeOf(await officer.send('ticket:add', input))).toBe(code);
    expect(office.rows()['ticket']).toHaveLength(code === null ? 2 : 0);
  });

  test('OP12 a declared class is unconfirmed, one that staff give is not; both are told who is ahead of them', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const fieldId = fieldOf(officer, 1);
    for (let i = 0; i < 4; i++) expect((await issue(kiosk, fieldId)).peopleAhead).toBe(i);
    const declared = await kiosk.do('ticket:issue', { ...plain, fieldId, priority: 'PREGNANT' });
    const given = await officer.do('ticket:add', { fieldId, legs: [], priority: 'SICK' });
    expect([declared.peopleAhead, given.peopleAhead]).toEqual([0, 3]);
    const { line } = await officer.until((view) => view.line.length === 6);
    expect(line.map(({ number }) => number).indexOf(given.number)).toBe(3);
    expect(line.flatMap(({ priority }) => (priority === null ? [] : [priority.confirmed]))).toEqual([
      false,
      true,
    ]);
    expect(kiosk.view().priorityClasses.map(({ code }) => code)).toContain('PREGNANT');
  });
});
