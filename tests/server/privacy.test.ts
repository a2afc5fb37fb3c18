import { afterEach, describe, expect, test } from 'vitest';
import { codeOf } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, enrol, issue, shotsOf, sightOf, staffedOffice } from '../factories/staffedOffice.ts';
import {
  birthDate,
  dayOf,
  nhung,
  personRefOf,
  proven,
  registered,
  requestIn,
  withRequest,
} from './privacyOffice.ts';

afterEach(closeAll);

const minute = 60_000;
const consentRows = (office: StaffedOffice) => office.rows()['consent'] as Record<string, unknown>[];
const newWording = (office: StaffedOffice): Promise<void> =>
  office.edit(`UPDATE consent_text SET current = 0;
    INSERT INTO consent_text SELECT '9', title_vi, title_en, body_vi, body_en, 1, NULL FROM consent_text`);

describe('one’s own data', () => {
  test('DP20 a wrong birth date shows nothing, and nothing can be tried for ten minutes', async () => {
    const office = await staffedOffice();
    const { kiosk, visitorRef } = await registered(office);
    const prove = (day: string) => kiosk.send('mine:prove', { visitorRef, birthDate: day });
    expect(await prove('1981-09-02')).toMatchObject({ ok: true, value: { kind: 'wrong' } });
    expect(codeOf(await prove(birthDate))).toBe('questionExpired');
    office.clock.pass(9 * minute);
    expect(codeOf(await prove(birthDate))).toBe('questionExpired');
    office.clock.pass(minute + 1);
    // By now the reference to the face is too old, so the visitor stands before the camera again.
    const seen = await kiosk.do('visitor:identify', sightOf(1, 7, 2));
    const again = seen.kind === 'recognised' ? seen.visitorRef : '';
    expect(await kiosk.do('mine:prove', { visitorRef: again, birthDate })).toMatchObject({ kind: 'proven' });
  });

  test('DP20 of a whole birth date every part has to be right, of a year only the year', async () => {
    const office = await staffedOffice();
    const { kiosk, mineRef, visitorRef } = await proven(office);
    // Only the year was said at registration, so any day of it opens what is kept; the correction brings the date.
    await kiosk.do('mine:correct', { mineRef, name: null, birthDate });
    expect(await kiosk.do('mine:prove', { visitorRef, birthDate: '1980-09-03' })).toEqual({ kind: 'wrong' });
  });

  test('DP21 what was opened is closed after five minutes, and a face alone opens nothing', async () => {
    const office = await staffedOffice();
    const { kiosk, visitorRef, mineRef } = await proven(office);
    expect(codeOf(await kiosk.send('mine:show', { mineRef: visitorRef }))).toBe('visitorRefExpired');
    expect(codeOf(await kiosk.send('mine:erase', { mineRef: visitorRef }))).toBe('visitorRefExpired');
    office.clock.pass(5 * minute + 1);
    for (const name of ['mine:show', 'mine:withdraw', 'mine:erase'] as const)
      expect(codeOf(await kiosk.send(name, { mineRef }))).toBe('visitorRefExpired');
  });

  test('DP22 withdrawn, the face is unknown at once and after a restart; the rest stays, the consent as withdrawn', async () => {
    const office = await staffedOffice();
    const { kiosk, visitorRef, mineRef } = await proven(office);
    await issue(kiosk, 1, visitorRef);
    office.clock.pass(minute);
    await kiosk.do('mine:withdraw', { mineRef });
    expect(await kiosk.do('visitor:identify', sightOf(1, 7, 2))).toEqual({ kind: 'unknown' });
    expect(await kiosk.do('mine:show', { mineRef })).toMatchObject({
      name: nhung,
      templates: [],
      visitCount: 1,
      consents: [{ withdrawnAt: office.clock.now }],
    });
    expect(consentRows(office)).toMatchObject([{ withdrawn_at: office.clock.now, withdrawn_by: 'local' }]);
    await office.restart();
    const again = await office.kiosk();
    expect(await again.do('visitor:identify', sightOf(1, 7, 2))).toEqual({ kind: 'unknown' });
  });

  test('DP23 erased, only the bare fact of a consent and tickets without a person are left', async () => {
    const office = await staffedOffice();
    const { kiosk, visitorRef, mineRef } = await proven(office);
    await issue(kiosk, 1, visitorRef);
    await kiosk.do('mine:erase', { mineRef });
    const rows = office.rows();
    expect(rows['visitor']).toEqual([]);
    expect(rows['template']).toEqual([]);
    expect(rows['ticket']).toMatchObject([{ visitor_id: null }]);
    expect(consentRows(office)).toMatchObject([{ visitor_id: null, withdrawn_at: office.clock.now }]);
    expect(codeOf(await kiosk.send('mine:show', { mineRef }))).toBe('visitorRefExpired');
    expect(await kiosk.do('visitor:identify', sightOf(1, 7, 2))).toEqual({ kind: 'unknown' });
  });

  test('DP24 said facts are corrected at once; nobody becomes under 16 by a correction', async () => {
    const office = await staffedOffice();
    const { kiosk, mineRef } = await proven(office);
    const correct = (day: string) => kiosk.send('mine:correct', { mineRef, name: null, birthDate: day });
    expect(codeOf(await correct('2015-01-01'))).toBe('tooYoung');
    expect(await correct('1981-01-01')).toMatchObject({ ok: true, value: { kind: 'corrected' } });
    expect(await kiosk.do('mine:show', { mineRef })).toMatchObject({ name: nhung, birthDate: '1981-01-01' });
  });

  test('DP24 what a card said is not changed by the visitor: staff are asked, in the time of the law', async () => {
    const office = await staffedOffice();
    const first = await registered(office);
    first.kiosk.close();
    await office.edit("UPDATE visitor SET facts_from = 'card'");
    const [kiosk, manage] = [await office.kiosk(), await office.manage()];
    const seen = await kiosk.do('visitor:identify', sightOf(1, 7, 2));
    const visitorRef = seen.kind === 'recognised' ? seen.visitorRef : '';
    const proof = await kiosk.do('mine:prove', { visitorRef, birthDate });
    const mineRef = proof.kind === 'proven' ? proof.mineRef : '';
    const asked = await kiosk.do('mine:correct', { mineRef, name: 'Nguyễn Thị Hồng', birthDate });
    const { privacy } = await manage.until((view) => view.privacy.requests.length === 1);
    const [request] = privacy.requests;
    expect(request).toMatchObject({
      kind: 'correct',
      channel: 'kiosk',
      receivedOn: dayOf(office),
      correction: { name: 'Nguyễn Thị Hồng', birthDate },
      person: { factsFrom: 'card' },
    });
    expect(asked).toEqual({ kind: 'asked', dueOn: request?.dueOn });
    expect(await kiosk.do('mine:show', { mineRef })).toMatchObject({
      name: nhung,
      requests: [{ kind: 'correct' }],
    });
    await manage.do('dataRequest:carryOut', { dataRequestId: request?.id ?? 0 });
    expect(await kiosk.do('mine:show', { mineRef })).toMatchObject({ name: 'Nguyễn Thị Hồng', birthDate });
  });
});

describe('consent', () => {
  test('DP25 a new wording is asked of who agreed to an older one, who is greeted all the same', async () => {
    const office = await staffedOffice();
    const before = (await registered(office)).kiosk;
    const { version: old } = before.view().consent;
    before.close();
    await newWording(office);
    const kiosk = await office.kiosk();
    const see = () => kiosk.do('visitor:identify', sightOf(1, 7, 2));
    const seen = await see();
    expect(seen).toMatchObject({ kind: 'recognised', maskedName: 'Nguyễn T. H. N***', asksConsent: true });
    const visitorRef = seen.kind === 'recognised' ? seen.visitorRef : '';
    await issue(kiosk, 1, visitorRef);
    const answer = (version: string, agrees: boolean) =>
      kiosk.send('visitor:answerConsent', { visitorRef, agrees, consent: { version, language: 'vi' } });
    expect(codeOf(await answer(old, true))).toBe('consentOutdated');
    expect((await answer('9', true)).ok).toBe(true);
    expect(await see()).toMatchObject({ asksConsent: false });
    expect(consentRows(office).map(({ version }) => version)).toEqual([old, '9']);
  });

  test('DP25 who says no to it is unknown at once, and keeps the rest', async () => {
    const office = await staffedOffice();
    const before = (await registered(office)).kiosk;
    const { version: old } = before.view().consent;
    before.close();
    await newWording(office);
    const kiosk = await office.kiosk();
    const seen = await kiosk.do('visitor:identify', sightOf(1, 7, 2));
    const visitorRef = seen.kind === 'recognised' ? seen.visitorRef : '';
    const consent = { version: '9', language: 'vi' } as const;
    await kiosk.do('visitor:answerConsent', { visitorRef, agrees: false, consent });
    expect(await kiosk.do('visitor:identify', sightOf(1, 7, 2))).toEqual({ kind: 'unknown' });
    expect(consentRows(office)).toMatchObject([{ version: old, withdrawn_at: office.clock.now }]);
    expect(office.rows()['visitor']).toHaveLength(1);
  });

  test('DP25 the record counts who agreed to what, each person once', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    for (const person of [1, 2, 3]) await enrol(kiosk, person, null, 1980);
    kiosk.close();
    await newWording(office);
    const [again, manage] = [await office.kiosk(), await office.manage()];
    const seen = await again.do('visitor:identify', sightOf(1, 7, 2));
    const visitorRef = seen.kind === 'recognised' ? seen.visitorRef : '';
    const consent = { version: '9', language: 'en' } as const;
    await again.do('visitor:answerConsent', { visitorRef, agrees: true, consent });
    const { privacy } = await manage.until((view) => view.privacy.record.consentsCurrent === 1);
    expect(privacy.record).toMatchObject({ consentVersion: '9', consentsOlder: 2, withdrawn: 0 });
  });
});

describe('people’s requests', () => {
  test('DP30 people are found by any part of the name, without marks, by year, and by the card', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, nhung, 1980);
    await enrol(kiosk, 2, 'Đặng Thuỳ Ý Như', 1975);
    await enrol(kiosk, 3, null, 1980);
    const manage = await office.manage();
    const find = async (name: string, birthYear: number | null = null) => {
      const { people } = await manage.do('person:find', {
        by: { kind: 'name', name, birthYear },
        why: 'request',
      });
      return people.map((person) => person.name);
    };
    expect(await find('dang thuy')).toEqual(['Đặng Thuỳ Ý Như']);
    expect(await find('NHU')).toHaveLength(2);
    expect(await find('nhu', 1980)).toEqual([nhung]);
    expect(await find('khong co')).toEqual([]);
    const byCard = await manage.do('person:find', {
      by: { kind: 'card', idNumber: '001190012345' },
      why: 'request',
    });
    expect(byCard).toEqual({ people: [], more: 0 });
  });

  test('DP30 the audit keeps why somebody was looked for, not whom', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    await manage.do('person:find', { by: { kind: 'name', name: nhung, birthYear: 1980 }, why: 'authority' });
    const kept = office.rows()['audit'] as { request: string; detail: string }[];
    expect(kept.at(-1)).toMatchObject({ request: 'person:find', detail: '{"why":"authority"}' });
  });

  test.each(['withdraw', 'erase', 'correct', 'see'] as const)('DP31 carried out: %s', async (kind) => {
    const office = await staffedOffice();
    const correction = { name: 'Nguyễn Thị Hồng', birthDate: null };
    const { kiosk, manage, dataRequestId } = await withRequest(office, kind, { correction });
    await manage.do('dataRequest:carryOut', { dataRequestId });
    await manage.until(({ privacy }) => privacy.requests[0]?.closedAt === office.clock.now);
    expect(requestIn(manage, dataRequestId)?.outcome).toBe('done');
    const seen = await kiosk.do('visitor:identify', sightOf(1, 7, 2));
    const names = {
      withdraw: undefined,
      erase: undefined,
      correct: 'Nguyễn T. H***',
      see: 'Nguyễn T. H. N***',
    };
    expect(seen.kind === 'recognised' ? seen.maskedName : undefined).toBe(names[kind]);
    expect(office.rows()['visitor']).toHaveLength(kind === 'erase' ? 0 : 1);
  });

  test('DP31 refused, nothing is done, and the reason is kept for who asks', async () => {
    const office = await staffedOffice();
    const { kiosk, manage, dataRequestId } = await withRequest(office, 'erase');
    await manage.do('dataRequest:refuse', { dataRequestId, reason: 'Không đúng người' });
    await manage.until(({ privacy }) => privacy.requests[0]?.outcome === 'refused');
    expect(requestIn(manage, dataRequestId)?.refusal).toBe('Không đúng người');
    expect(await kiosk.do('visitor:identify', sightOf(1, 7, 2))).toMatchObject({ kind: 'recognised' });
    expect(JSON.stringify(office.rows())).not.toContain('Không đúng người');
  });

  test('DP32 the request of somebody of whom nothing is kept is answered all the same', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { dataRequestId } = await manage.do('dataRequest:add', {
      kind: 'erase',
      channel: 'post',
      receivedOn: dayOf(office),
      personRef: null,
      correction: null,
      note: null,
    });
    expect(codeOf(await manage.send('dataRequest:sheet', { dataRequestId }))).toBe('unknownPerson');
    await manage.do('dataRequest:carryOut', { dataRequestId });
    await manage.until(({ privacy }) => privacy.requests[0]?.outcome === 'done');
  });

  test('DP32 nothing has come tomorrow, and who was found half an hour ago is looked for again', async () => {
    const office = await staffedOffice();
    await registered(office);
    const manage = await office.manage();
    const personRef = await personRefOf(manage);
    const add = (receivedOn: string) =>
      manage.send('dataRequest:add', {
        kind: 'see',
        channel: 'desk',
        receivedOn,
        personRef,
        correction: null,
        note: null,
      });
    expect(codeOf(await add('2099-01-01'))).toBe('notYet');
    office.clock.pass(30 * minute + 1);
    expect(codeOf(await add(dayOf(office)))).toBe('unknownPerson');
  });

  test('DP33 deadlines follow the office’s holidays, also those entered later', async () => {
    const office = await staffedOffice();
    const { manage, dataRequestId } = await withRequest(office, 'see');
    const before = requestIn(manage, dataRequestId);
    const hours = manage.view().hours;
    const name = { vi: 'Nghỉ lễ', en: 'Holiday' };
    await manage.do('office:setHours', {
      hours: { ...hours, specialDays: [{ day: before?.acknowledgeBy ?? '', name, spans: [] }] },
    });
    await manage.until(
      ({ privacy }) => (privacy.requests[0]?.acknowledgeBy ?? '') > (before?.acknowledgeBy ?? ''),
    );
  });

  test('DP34 after an erasure nothing of what was written about the person is left, nor in the audit', async () => {
    const office = await staffedOffice();
    const correction = { name: 'Nguyễn Thị Hồng', birthDate: null };
    const { kiosk, manage, dataRequestId } = await withRequest(office, 'correct', { correction });
    const seen = await kiosk.do('visitor:identify', { ...shotsOf(1, 7, 2), previous: null });
    const visitorRef = seen.kind === 'recognised' ? seen.visitorRef : '';
    const proof = await kiosk.do('mine:prove', { visitorRef, birthDate });
    await kiosk.do('mine:erase', { mineRef: proof.kind === 'proven' ? proof.mineRef : '' });
    await manage.until(({ privacy }) => privacy.requests[0]?.person === null);
    expect(requestIn(manage, dataRequestId)).toMatchObject({ correction: null, note: null });
    const [row] = office.rows()['data_request'] as Record<string, unknown>[];
    expect(row).toMatchObject({ visitor_id: null, correction_sealed: null, note_sealed: null });
    const audit = JSON.stringify(office.rows()['audit']);
    for (const word of [nhung, 'Hồng', visitorRef, birthDate]) expect(audit).not.toContain(word);
  });
});
