import { afterEach, describe, expect, test } from 'vitest';
import { codeOf } from '../factories/clients.ts';
import { newProcedure, newWording, smallTable } from '../factories/catalogue.ts';
import { find, withDossier } from '../factories/dossiers.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, enrol, issue, sightOf, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const procedureRows = (office: StaffedOffice) => office.rows()['procedure'] as Record<string, unknown>[];
const urgent = { vi: 'Trường hợp khẩn cấp', en: 'Urgent' };

describe('the catalogue', () => {
  test('TX10 what is changed shows at once on paper and consoles; what is hidden is told to staff only', async () => {
    const office = await staffedOffice();
    const [manage, kiosk, officer] = await Promise.all([
      office.manage(),
      office.kiosk(),
      office.seated('canbo2', 2),
    ]);
    const ofField = () => kiosk.view().papers.filter(({ fieldId }) => fieldId === 1);
    expect(ofField()[0]?.procedure.vi).toBe('Chứng thực bản sao từ bản chính');
    const edited = { key: 'ct-ban-sao', setting: { ...newProcedure, papers: ['Bản chính'] } };
    await manage.do('procedure:save', { ...edited, revision: 1 });
    await kiosk.until(() => ofField()[0]?.procedure.vi === newProcedure.name.vi);
    expect(ofField()[0]?.papers).toEqual(['Bản chính']);
    await manage.do('procedure:save', { ...edited, revision: 2, setting: { ...newProcedure, shown: false } });
    await kiosk.until(() => ofField().every(({ procedure }) => procedure.vi !== newProcedure.name.vi));
    expect(officer.view().procedures.map(({ key }) => key)).toContain('ct-ban-sao');
  });

  test('TX11 what is out of use is offered nowhere, but dossiers and lists keep its name; it can be used again', async () => {
    const office = await staffedOffice();
    const { manage, kiosk, officer, dossierId } = await withDossier(office);
    const [before] = await find(manage, 'all');
    await manage.do('procedure:setInUse', { key: 'ht-xnhn', inUse: false });
    await officer.until(({ procedures }) => procedures.every(({ key }) => key !== 'ht-xnhn'));
    expect(kiosk.view().papers.map(({ procedure }) => procedure.vi)).not.toContain(before?.procedure.vi);
    expect(await find(manage, 'all')).toMatchObject([{ procedure: before?.procedure }]);
    expect((await officer.do('dossier:paper', { dossierId })).procedure).toEqual(before?.procedure);
    const { rows } = await manage.do('procedure:list', {});
    expect(rows.find(({ key }) => key === 'ht-xnhn')?.inUse).toBe(false);
    await manage.do('procedure:setInUse', { key: 'ht-xnhn', inUse: true });
    expect(procedureRows(office).every(({ removed_at: at }) => at === null)).toBe(true);
  });

  test('TX12 of two managers at one procedure the second is refused, and nothing of theirs is kept', async () => {
    const office = await staffedOffice();
    const [one, other] = await Promise.all([office.manage(), office.manage()]);
    const edited = { key: 'ct-ban-sao', revision: 1, setting: newProcedure };
    await one.do('procedure:save', edited);
    const before = office.rows();
    const late = await other.send('procedure:save', { ...edited, setting: { ...newProcedure, fee: 'khác' } });
    expect(codeOf(late)).toBe('procedureChanged');
    expect(office.rows()).toEqual(before);
  });

  test('TX13 an import writes all that was foreseen, or nothing', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const wrong = [...smallTable, ['Chứng thực', 'Chứng thực khác', 'vài ngày']];
    const draft = await manage.do('procedure:check', { rows: wrong, whole: false });
    expect(draft.wrong).toMatchObject([{ line: 3, column: 'limit', why: 'unreadable', found: 'vài ngày' }]);
    const before = procedureRows(office);
    const refused = await manage.send('procedure:import', { rows: wrong, whole: false, stamp: draft.stamp });
    expect(codeOf(refused)).toBe('badTable');
    expect(procedureRows(office)).toEqual(before);
    const whole = await manage.do('procedure:check', { rows: smallTable, whole: true });
    expect([whole.added.length, whole.retired.length]).toEqual([1, 48]);
    const done = await manage.do('procedure:import', { rows: smallTable, whole: true, stamp: whole.stamp });
    expect(done).toEqual({ added: 1, changed: 0, retired: 48 });
    const { rows } = await manage.do('procedure:list', {});
    expect(rows.filter(({ inUse }) => inUse).map(({ name }) => name.vi)).toEqual(['Chứng thực di chúc']);
  });

  test('TX14 fees are filled in once: what the office leaves empty stays so', async () => {
    const office = await staffedOffice();
    await office.edit("UPDATE procedure SET fee = NULL, official_code = ''");
    expect(procedureRows(office).find(({ key }) => key === 'ct-ban-sao')).toMatchObject({
      fee: expect.stringContaining('2.000 đ/trang') as string,
      official_code: '2.000815',
    });
    await office.edit("UPDATE procedure SET fee = '', official_code = ''");
    expect(procedureRows(office).every(({ fee, official_code: code }) => fee === '' && code === '')).toBe(
      true,
    );
  });
});

describe('classes of priority', () => {
  test('TX21 a class that is not asked for is not offered at kiosks, but given by staff', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
    await manage.do('priority:save', { code: 'URGENT', setting: { name: urgent, asked: false } });
    await kiosk.until((view) => view.priorityClasses.every(({ code }) => code !== 'URGENT'));
    const officer = await office.seated('canbo1', 1);
    expect(officer.view().priorityClasses).toContainEqual({ code: 'URGENT', name: urgent });
  });

  test('TX22 a class is removed once no open number is of it, and its code is never given again', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
    const add = (vi: string) =>
      manage.do('priority:save', { code: null, setting: { name: { vi, en: vi }, asked: true } });
    await add('Cựu chiến binh');
    await manage.do('priority:remove', { code: 'OWN8' });
    await add('Nhà giáo');
    await kiosk.until((view) => view.priorityClasses.some(({ code }) => code === 'OWN9'));
    expect(codeOf(await manage.send('priority:remove', { code: 'OWN8' }))).toBe('unknownPriority');
    const saved = { code: 'OWN8', setting: { name: urgent, asked: true } };
    expect(codeOf(await manage.send('priority:save', saved))).toBe('unknownPriority');
  });
});

describe('the office’s own words', () => {
  const own = { vi: 'Kính chào Ông/Bà', en: '' };

  test('TX30 hold at once on kiosks, consoles and phones, also after a restart, until the standard ones are back', async () => {
    const office = await staffedOffice();
    const [manage, kiosk, officer] = await Promise.all([
      office.manage(),
      office.kiosk(),
      office.seated('canbo1', 1),
    ]);
    const phone = await office.phone((await issue(kiosk, 1)).trackUrl);
    for (const key of ['kioskWelcome', 'ticketHead', 'phoneNotice'] as const)
      await manage.do('text:set', { text: { key, wording: own } });
    await kiosk.until(({ texts }) => texts.kioskWelcome?.vi === own.vi);
    await officer.until(({ texts }) => texts.ticketHead?.vi === own.vi);
    await phone.until(({ notice }) => notice?.vi === own.vi);
    await office.restart();
    const again = await office.manage();
    expect(again.view().texts).toMatchObject({ kioskWelcome: own, kioskThanks: null, phoneNotice: own });
    await again.do('text:set', { text: { key: 'kioskWelcome', wording: null } });
    expect((await office.kiosk()).view().texts.kioskWelcome).toBeNull();
  });

  test('TX31 are one line without what is around it, and no longer than there is room', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const set = (vi: string) =>
      manage.sendRaw('text:set', {
        requestId: crypto.randomUUID(),
        text: { key: 'kioskWelcome', wording: { vi, en: '' } },
      });
    await set('  Kính chào\n<b>Ông/Bà</b> ');
    await manage.until(({ texts }) => texts.kioskWelcome?.vi === 'Kính chào <b>Ông/Bà</b>');
    expect(await set('x'.repeat(61))).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
    expect(await set('   ')).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
  });
});

describe('the consent', () => {
  test('TX40 a new wording asks everybody again who agreed to the one before, and that one stays readable', async () => {
    const office = await staffedOffice();
    const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
    await enrol(kiosk, 1);
    await enrol(kiosk, 2);
    await manage.until(({ privacy }) => privacy.record.consentsCurrent === 2);
    const { versions: before } = await manage.do('consent:versions', {});
    expect(before).toMatchObject([{ version: '3', agreed: 2, standing: 2 }]);
    await manage.do('consent:reword', { replaces: '3', wording: newWording });
    await manage.until(({ privacy }) => privacy.record.consentsOlder === 2);
    expect(await kiosk.do('visitor:identify', sightOf(1, 7, 2))).toMatchObject({ asksConsent: true });
    await kiosk.until(({ consent }) => consent.version === '3.1');
    await enrol(kiosk, 3);
    const { versions } = await manage.do('consent:versions', {});
    expect(versions).toMatchObject([
      { version: '3.1', madeAt: office.clock.now, agreed: 1, standing: 1, ...newWording },
      { version: '3', madeAt: null, agreed: 2, standing: 2, body: before[0]?.body },
    ]);
  });

  test('TX41 of two managers who reword it the second is refused', async () => {
    const office = await staffedOffice();
    const [one, other] = await Promise.all([office.manage(), office.manage()]);
    await one.do('consent:reword', { replaces: '3', wording: newWording });
    const late = await other.send('consent:reword', { replaces: '3', wording: newWording });
    expect(codeOf(late)).toBe('consentOutdated');
    await one.do('consent:reword', { replaces: '3.1', wording: newWording });
    expect((office.rows()['consent_text'] as { version: string }[]).map(({ version }) => version)).toEqual([
      '3',
      '3.1',
      '3.2',
    ]);
  });
});
