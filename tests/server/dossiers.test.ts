import { afterEach, describe, expect, test } from 'vitest';
import { momentOf } from '../../shared/domain/localTime.ts';
import { find, marital, visit, withDossier } from '../factories/dossiers.ts';
import { usualWeek } from '../factories/hours.ts';
import { minutes, today } from '../factories/ids.ts';
import { closeAll, enrol, fieldOf, issue, sightOf, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const zone = 'Asia/Ho_Chi_Minh';
const day = 24 * 60;
/** Thursday 26 November at five. */
const due = momentOf(today, 17 * 60, zone) + minutes(3 * day);
const ready = { kind: 'ready', text: null, dueAt: null } as const;

/** An office whose officers stay logged in over the days that pass in a test. */
async function lastingOffice() {
  const it = await staffedOffice();
  await it.edit('UPDATE session SET expires_at = 9007199254740991');
  return it;
}

/** An office with hours and one known visitor, whose visits begin with the reference. */
async function office() {
  const it = await lastingOffice();
  const [kiosk, officer, manage] = await Promise.all([it.kiosk(), it.seated('canbo1', 1), it.manage()]);
  await manage.do('office:setHours', { hours: { week: usualWeek, specialDays: [], lastTicketMs: 0 } });
  const { visitorRef } = await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung');
  return { it, kiosk, officer, manage, visitorRef };
}

describe('what a service does to dossiers', () => {
  test('DS10 what is received gets a due date by the procedure’s limit, and a paper that says so', async () => {
    const { it, kiosk, officer, manage } = await office();
    const brought = { result: 'received', dossiers: [marital] } as const;
    const { papers } = await visit(kiosk, officer, { ...brought, dossiers: [...brought.dossiers] });
    expect(papers).toMatchObject([
      {
        code: 'H-2026-0123',
        procedure: { vi: 'Cấp Giấy xác nhận tình trạng hôn nhân' },
        receivedAt: it.clock.now,
        dueAt: due,
        state: 'received',
        name: null,
      },
    ]);
    expect(papers[0]?.papers.length).toBeGreaterThan(0);
    await manage.until(({ dossiers }) => dossiers.figures.open === 1);
  });

  test('DS11 without a code the server makes one by the office’s pattern, none twice', async () => {
    const { kiosk, officer, manage } = await office();
    const { setting } = manage.view().dossiers;
    await manage.do('dossier:setUp', { setting: { ...setting, codePattern: 'HD.{year}.{number}' } });
    const made = { code: null, procedureKey: 'ht-xnhn' };
    const taken = { code: 'hd.2026.0002', procedureKey: 'ht-xnhn' };
    const { papers } = await visit(kiosk, officer, { result: 'received', dossiers: [made, taken, made] });
    expect(papers.map(({ code }) => code)).toEqual(['HD.2026.0001', 'HD.2026.0002', 'HD.2026.0003']);
  });

  test('DS12 what is missing has to be said; when it comes, the limit begins anew', async () => {
    const { it, kiosk, officer } = await office();
    const lacking = { result: 'supplement', dossiers: [marital], said: 'Bản sao sổ hộ khẩu' } as const;
    const first = await visit(kiosk, officer, { ...lacking, dossiers: [marital] });
    expect(first.papers).toMatchObject([{ state: 'supplement', text: 'Bản sao sổ hộ khẩu' }]);
    expect((await find(officer, 'supplement')).map(({ code }) => code)).toEqual(['H-2026-0123']);
    it.clock.pass(minutes(day));
    const second = await visit(kiosk, officer, { result: 'received', dossiers: [marital] });
    expect(second.papers).toMatchObject([{ state: 'received', dueAt: due + minutes(day) }]);
    const kinds = it.rows()['dossier_step']?.map((row) => (row as { kind: string }).kind);
    expect(kinds).toEqual(['supplement', 'received']);
  });

  test('DS12 nothing of the visit is kept when what is missing is not said', async () => {
    const { it, kiosk, officer } = await office();
    const lacking = { result: 'supplement', dossiers: [marital] } as const;
    await expect(visit(kiosk, officer, { ...lacking, dossiers: [marital] })).rejects.toThrow(
      /dossierUnexplained/u,
    );
    expect(it.rows()['dossier']).toEqual([]);
    expect(it.rows()['service']).toEqual([]);
  });

  test('DS13 taking a finish back takes back what it did to dossiers', async () => {
    const { it, kiosk, officer, manage } = await office();
    const { ticketId } = await visit(kiosk, officer, { result: 'received', dossiers: [marital] });
    await officer.do('ticket:undoFinish', { ticketId });
    expect(it.rows()['dossier']).toEqual([]);
    const outcome = { result: 'received', procedures: [], dossierCodes: [] } as const;
    const finish = { ticketId, outcome: { ...outcome, procedures: [], dossierCodes: [] }, callNext: false };
    await officer.do('ticket:finish', { ...finish, dossiers: [marital] });
    const [received] = await find(manage, 'open');
    await manage.do('dossier:step', { dossierId: received?.id ?? '', ...ready });
    const fetched = await visit(kiosk, officer, { result: 'returned', codes: ['h-2026-0123'] });
    expect(await find(manage, 'all')).toMatchObject([{ state: 'returned', dueAt: due }]);
    await officer.do('ticket:undoFinish', { ticketId: fetched.ticketId });
    expect(await find(manage, 'all')).toMatchObject([{ state: 'ready', dueAt: due }]);
  });

  test('DS14 a code that was never received stays with the service alone', async () => {
    const { it, kiosk, officer } = await office();
    const { papers } = await visit(kiosk, officer, { result: 'returned', codes: ['CU-17'] });
    expect(papers).toEqual([]);
    expect(it.rows()['dossier']).toEqual([]);
    expect(it.rows()['service']).toMatchObject([{ dossier_codes: '["CU-17"]' }]);
  });
});

describe('lists of dossiers', () => {
  test('DS15 are found by a part of the code, and by the visitor’s name without marks', async () => {
    const { kiosk, officer, visitorRef } = await office();
    await visit(kiosk, officer, { result: 'received', dossiers: [marital] }, visitorRef);
    await visit(kiosk, officer, {
      result: 'received',
      dossiers: [{ code: null, procedureKey: 'dd-cap-doi' }],
    });
    const codes = async (query: string) => (await find(officer, 'all', query)).map(({ code }) => code);
    expect(await codes('2026-0123')).toEqual(['H-2026-0123']);
    expect(await codes('h-2026')).toEqual(['H-2026-0001', 'H-2026-0123']);
    expect(await codes('hong nhung')).toEqual(['H-2026-0123']);
    expect(await codes('Hồng  NHUNG')).toEqual(['H-2026-0123']);
    expect(await codes('nobody')).toEqual([]);
    const [row] = await find(officer, 'open', 'nhung');
    expect(row).toMatchObject({ name: 'Nguyễn Thị Hồng Nhung', steps: expect.arrayContaining(['ready']) });
  });

  test('DS16 a dossier is due soon for two working days, then late, and never while papers are missing', async () => {
    const { it, kiosk, officer, manage } = await office();
    await visit(kiosk, officer, { result: 'received', dossiers: [marital] });
    const figures = async () => {
      const [soon, late] = [await find(manage, 'dueSoon'), await find(manage, 'overdue')];
      return [soon.length, late.length];
    };
    expect(await figures()).toEqual([0, 0]);
    it.clock.now = due - minutes(day + 540);
    expect(await figures()).toEqual([1, 0]);
    it.clock.now = due;
    expect(await figures()).toEqual([1, 0]);
    it.clock.now = due + 1;
    expect(await figures()).toEqual([0, 1]);
    const [late] = await find(manage, 'overdue');
    const more = { kind: 'supplement', text: 'Thiếu ảnh', dueAt: null } as const;
    await manage.do('dossier:step', { dossierId: late?.id ?? '', ...more });
    expect(await figures()).toEqual([0, 0]);
  });

  test('DS17 more time has to be explained, and the new day is later', async () => {
    const it = await staffedOffice();
    const { officer, manage, dossierId } = await withDossier(it);
    const later = due + minutes(4 * day);
    const step = { dossierId, kind: 'extended', dueAt: later } as const;
    expect(await officer.send('dossier:step', { ...step, text: null })).toMatchObject({ ok: false });
    await officer.do('dossier:step', { ...step, text: 'Chờ cơ quan khác trả lời' });
    expect(await find(manage, 'open')).toMatchObject([
      { state: 'received', dueAt: later, text: 'Chờ cơ quan khác trả lời' },
    ]);
    const steps = it.rows()['dossier_step'] as { kind: string; actor: string; at: number }[];
    expect(steps.map(({ kind, actor }) => [kind, actor.split(':')[0]])).toEqual([
      ['received', 'officer'],
      ['extended', 'officer'],
    ]);
  });

  test('DS18 what was said of a dossier is on disk in no readable form, nor in the audit', async () => {
    const it = await staffedOffice();
    const { officer, dossierId } = await withDossier(it);
    const text = 'Bà Đặng Thuỳ Như chưa ký';
    await officer.do('dossier:step', { dossierId, kind: 'supplement', text, dueAt: null });
    const kept = JSON.stringify({ ...it.rows(), request: [] });
    expect(kept).toContain('dossier:step');
    expect(kept).not.toContain('Thuỳ');
  });
});

describe('what a visitor sees of dossiers', () => {
  test('DS20 a recognised visitor is told of three open ones at most, results first, and where to fetch them', async () => {
    const { kiosk, officer, manage, visitorRef } = await office();
    const dossiers = ['A-1', 'A-2', 'A-3', 'A-4'].map((code) => ({ code, procedureKey: 'ht-xnhn' }));
    await visit(kiosk, officer, { result: 'received', dossiers }, visitorRef);
    const greeted = await kiosk.do('visitor:identify', sightOf(1, 4));
    expect(greeted).toMatchObject({ kind: 'recognised', pickUpFieldId: null });
    expect(greeted.kind === 'recognised' && greeted.dossiers.length).toBe(3);
    const [wanted] = await find(manage, 'open', 'A-2');
    await manage.do('dossier:step', { dossierId: wanted?.id ?? '', ...ready });
    const again = await kiosk.do('visitor:identify', sightOf(1, 5));
    const pickUp = kiosk.view().fields.find(({ prefix }) => prefix === 'N')?.id;
    expect(again).toMatchObject({ pickUpFieldId: pickUp });
    expect(again.kind === 'recognised' && again.dossiers[0]).toEqual({
      code: 'A-2',
      state: 'ready',
      dueAt: due,
    });
    expect(await kiosk.do('visitor:identify', sightOf(2, 1))).toEqual({ kind: 'unknown' });
  });

  test('DS21 the officer sees them beside the past visits, open ones first', async () => {
    const { kiosk, officer, manage, visitorRef } = await office();
    const dossiers = ['A-1', 'A-2'].map((code) => ({ code, procedureKey: 'ht-xnhn' }));
    await visit(kiosk, officer, { result: 'received', dossiers }, visitorRef);
    const [first] = await find(manage, 'open', 'A-1');
    await manage.do('dossier:step', { dossierId: first?.id ?? '', ...ready, kind: 'returned' });
    await issue(kiosk, fieldOf(officer, 1), visitorRef);
    await officer.do('ticket:callNext', {});
    const { desk } = await officer.until((view) => view.desk?.ticket?.visitor?.dossiers.length === 2);
    expect(desk?.ticket?.visitor?.dossiers).toMatchObject([
      { code: 'A-2', state: 'received' },
      { code: 'A-1', state: 'returned' },
    ]);
  });

  test('DS22 the code on the paper opens a page with the state and the day, and nothing else', async () => {
    const it = await lastingOffice();
    const { manage, kiosk } = await withDossier(it);
    const { visitorRef } = await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung');
    const officer = await it.officer('canbo1');
    const { papers } = await visit(
      kiosk,
      officer,
      { result: 'received', dossiers: [{ code: 'A-9', procedureKey: 'ht-xnhn' }] },
      visitorRef,
    );
    const [paper] = papers;
    const path = new URL(paper?.statusUrl ?? '').pathname;
    const read = async () => {
      const answer = await fetch(it.url() + path);
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    };
    const page = await read();
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).toContain('Đang giải quyết');
    expect(page.text).toContain('17:00 26/11/2026');
    for (const secret of ['Nhung', 'A-9', 'hôn nhân', paper?.id ?? ''])
      expect(page.text).not.toContain(secret);
    await manage.do('dossier:step', { dossierId: paper?.id ?? '', ...ready });
    expect((await read()).text).toContain('Đã có kết quả');
    it.clock.now = due + minutes(60);
    await manage.do('dossier:step', { dossierId: paper?.id ?? '', ...ready, kind: 'reopened' });
    expect((await read()).text).toContain('đã quá ngày hẹn');
  });

  test('DS23 nobody guesses such a page: other codes open nothing, and are slowed down', async () => {
    const it = await staffedOffice();
    const { paper } = await withDossier(it);
    const path = new URL(paper.statusUrl).pathname;
    const changed = `${path.slice(0, -2)}${path.endsWith('AA') ? 'QQ' : 'AA'}`;
    const statusOf = async (at: string): Promise<number> => (await fetch(it.url() + at)).status;
    expect(await statusOf(path)).toBe(200);
    for (let i = 0; i < 5; i++) expect(await statusOf(changed)).toBe(404);
    expect(await statusOf(path)).toBe(429);
    it.clock.pass(31_000);
    expect(await statusOf(path)).toBe(200);
  });
});
