import { withDossier } from '../factories/dossiers.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { codeOf } from '../factories/clients.ts';
import { khoi, nhung } from '../factories/cards.ts';
import { consentOf, enrolWithCard, registerCard, showCard } from '../factories/cardVisitors.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  noLegs,
  shotsOf,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';
import { faceBetween } from '../factories/visitors.ts';

afterEach(closeAll);

const hazy = (person: number) => ({
  modelId: 'test-set',
  quality: 0.8,
  embeddings: [
    faceBetween([
      [person, 1],
      [99, 1.2],
    ]),
  ],
  previous: null,
});
async function questioned(kiosk: Awaited<ReturnType<Awaited<ReturnType<typeof staffedOffice>>['kiosk']>>) {
  const answer = await kiosk.do('visitor:identify', hazy(1));
  return (answer.kind === 'unsure' && answer.question?.questionRef) || '';
}

describe('a citizen card', () => {
  test('ID9 greets its owner as a face would, also after a restart, and the number says how', async () => {
    const office = await staffedOffice();
    const first = await office.kiosk();
    const { visitorRef, maskedName } = await registerCard(first);
    expect(maskedName).toBe('Nguyễn T. H. N***');
    await issue(first, 3, visitorRef);
    await office.restart();
    const kiosk = await office.kiosk();
    const known = await showCard(kiosk);
    expect(known).toMatchObject({ kind: 'recognised', maskedName, usualFields: [3], appointment: null });
    if (known.kind !== 'recognised') return;
    const ticket = { fieldId: 1, legs: noLegs, visitorRef: known.visitorRef, priority: null };
    await kiosk.do('ticket:issue', { ...ticket, channel: 'card' });
    const channels = (office.rows()['ticket'] as { channel: string }[]).map((row) => row.channel);
    expect(channels.toSorted()).toEqual(['card', 'touch']);
  });

  test('ID9 of nobody, or with another date of birth, is unknown', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await registerCard(kiosk);
    expect(await showCard(kiosk, khoi)).toEqual({ kind: 'unknown' });
    expect(await showCard(kiosk, { ...nhung, birthDate: '1990-09-03' })).toEqual({ kind: 'unknown' });
    expect(office.rows()['visitor']).toHaveLength(1);
  });

  test('ID10 registers without a face, with consent, and nobody under sixteen', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    const consent = consentOf(kiosk);
    const year = Number(kiosk.view().businessDay.slice(0, 4)) - 16;
    const rest = kiosk.view().businessDay.slice(5);
    const young = { idNumber: '001210012345', birthDate: `${year}-12-31`, saysName: true };
    const register = (card: typeof young, version = consent.version) =>
      kiosk.send('visitor:register', { name: 'Lê Hoàng', card, consent: { ...consent, version } });
    expect(codeOf(await register(young))).toBe('tooYoung');
    expect(codeOf(await register(young, 'của năm ngoái'))).toBe('consentOutdated');
    expect(office.rows()['visitor']).toHaveLength(0);
    expect((await register({ ...young, birthDate: `${year}-${rest}` })).ok).toBe(true);
    expect(office.rows()['template']).toHaveLength(0);
    expect(office.rows()['consent']).toMatchObject([{ version: consent.version }]);
  });

  test('ID10 the whole date decides on the age of who registers a face, too', async () => {
    const kiosk = await (await staffedOffice()).kiosk();
    const year = Number(kiosk.view().businessDay.slice(0, 4)) - 16;
    const card = { idNumber: '001210012345', birthDate: `${year}-12-31`, saysName: false };
    const faces = { ...shotsOf(1), name: null, birthYear: 1980, consent: consentOf(kiosk) };
    expect(codeOf(await kiosk.send('visitor:enrol', { ...faces, card }))).toBe('tooYoung');
  });

  test('ID11 shown again registers nobody twice, and says better what was said before', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, null, 1990);
    await enrolWithCard(kiosk, 1, nhung, 'Nguyễn Thị Hồng Nhung');
    expect((await registerCard(kiosk, nhung, null)).maskedName).toBe('Nguyễn T. H. N***');
    expect(office.rows()['visitor']).toHaveLength(1);
    expect(office.rows()['consent']).toHaveLength(3);
    const officer = await office.seated('canbo1', 1);
    const known = await showCard(kiosk);
    const visitorRef = known.kind === 'recognised' ? known.visitorRef : null;
    await issue(kiosk, fieldOf(officer, 1), visitorRef);
    await officer.do('ticket:callNext', {});
    const { desk } = await officer.until((view) => view.desk?.ticket?.visitor !== undefined);
    expect(desk?.ticket?.visitor).toMatchObject({ name: 'Nguyễn Thị Hồng Nhung', factsFrom: 'said' });
  });

  test('ID12 settles who is there for whom the camera is unsure: its owner, or the only one of its year', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung', 1990);
    await registerCard(kiosk, khoi, 'Đỗ Văn Khôi');
    expect(await showCard(kiosk, nhung, await questioned(kiosk))).toMatchObject({
      kind: 'recognised',
      maskedName: 'Nguyễn T. H. N***',
    });
    expect(await showCard(kiosk, khoi, await questioned(kiosk))).toMatchObject({ maskedName: 'Đỗ V. K***' });
  });

  test('ID12 a card that fits nobody ends the question, and nobody is asked about them for a while', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung', 1990);
    const questionRef = await questioned(kiosk);
    expect(await showCard(kiosk, khoi, questionRef)).toEqual({ kind: 'unknown' });
    expect(await showCard(kiosk, nhung, questionRef)).toEqual({ kind: 'unknown' });
    expect(await questioned(kiosk)).toBe('');
  });

  test('ID12 nobody’s own card is another’s, though the year is the same', async () => {
    const kiosk = await (await staffedOffice()).kiosk();
    await enrolWithCard(kiosk, 1);
    const twin = { idNumber: '001190054321', birthDate: nhung.birthDate };
    expect(await showCard(kiosk, twin, await questioned(kiosk))).toEqual({ kind: 'unknown' });
  });

  test('ID13 neither its number nor its date is in the answers, the audit or the requests kept', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await registerCard(kiosk);
    const known = await showCard(kiosk);
    await enrolWithCard(kiosk, 1);
    const told = JSON.stringify([known, office.rows(), await kiosk.do('visitor:identify', sightOf(1, 9))]);
    for (const secret of [nhung.idNumber, nhung.idNumber.slice(-8), nhung.birthDate, 'Hồng Nhung'])
      expect(told).not.toContain(secret);
  });

  test('ID33 who only shows a card is told of no dossiers and cannot open what is kept', async () => {
    const office = await staffedOffice();
    const first = await office.kiosk();
    const { visitorRef } = await registerCard(first);
    await withDossier(office, visitorRef);
    const kiosk = await office.kiosk();
    const known = await showCard(kiosk);
    expect(known).toMatchObject({ kind: 'recognised', maskedName: 'Nguyễn T. H. N***', dossiers: [] });
    if (known.kind !== 'recognised') return;
    for (const ref of [visitorRef, known.visitorRef]) {
      const asked = await kiosk.send('mine:prove', { visitorRef: ref, birthDate: nhung.birthDate });
      expect(codeOf(asked)).toBe('visitorRefExpired');
    }
    await enrolWithCard(kiosk, 1);
    const seen = await kiosk.do('visitor:identify', sightOf(1, 9));
    expect(seen).toMatchObject({ dossiers: [{ code: 'H-2026-0123' }] });
    const ref = seen.kind === 'recognised' ? seen.visitorRef : '';
    const proven = await kiosk.do('mine:prove', { visitorRef: ref, birthDate: nhung.birthDate });
    expect(proven.kind).toBe('proven');
  });
});
