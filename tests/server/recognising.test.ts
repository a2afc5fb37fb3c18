import { afterEach, describe, expect, test } from 'vitest';
import { codeOf } from '../factories/clients.ts';
import type { Client } from '../factories/clients.ts';
import { minutes } from '../factories/ids.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, enrol, shotsOf, sightOf, staffedOffice } from '../factories/staffedOffice.ts';
import { faceBetween } from '../factories/visitors.ts';

afterEach(closeAll);

type Share = readonly [person: number, share: number];
/** A face that lies between those of several people. */
const between = (...shares: Share[]) => ({
  modelId: 'test-set',
  quality: 0.8,
  embeddings: [faceBetween(shares)],
  previous: null,
});
/** Somewhat like a person who is registered, and somewhat like nobody. */
const somewhatLike = (person: number) => between([person, 1], [99, 1.2]);

async function asked(kiosk: Client<'kiosk'>, face: ReturnType<typeof between>) {
  const answer = await kiosk.do('visitor:identify', face);
  if (answer.kind !== 'unsure') throw new Error(`not unsure but ${answer.kind}`);
  return answer.question;
}
async function questionOf(kiosk: Client<'kiosk'>, face: ReturnType<typeof between>) {
  const question = await asked(kiosk, face);
  if (question === null) throw new Error('nothing was asked');
  return question;
}

const enrolAgain = (
  kiosk: Client<'kiosk'>,
  person: number,
  name: string | null,
  birthYear: number,
  shot = 3,
) =>
  kiosk.do('visitor:enrol', {
    ...shotsOf(person, shot),
    card: null,
    name,
    birthYear,
    consent: { version: kiosk.view().consent.version, language: 'vi' },
  });
const rowsIn = (office: StaffedOffice, table: string) => office.rows()[table] as Record<string, unknown>[];

describe('a second fact', () => {
  test('RV5 is asked for with the same four years each time, also after a restart, and found right', async () => {
    const office = await staffedOffice();
    const first = await office.kiosk();
    await enrol(first, 1, 'Nguyễn Thị Hồng Nhung', 1974);
    const { birthYears } = await questionOf(first, somewhatLike(1));
    expect(birthYears).toHaveLength(4);
    expect(birthYears).toContain(1974);
    await office.restart();
    office.clock.pass(minutes(60 * 24 * 400));
    const kiosk = await office.kiosk();
    const again = await questionOf(kiosk, somewhatLike(1));
    expect(again.birthYears).toEqual(birthYears);
    const answer = { questionRef: again.questionRef, birthYear: 1974 };
    const found = await kiosk.do('visitor:answer', answer);
    expect(found).toMatchObject({ kind: 'recognised', maskedName: 'Nguyễn T. H. N***' });
    // Once only.
    expect(codeOf(await kiosk.send('visitor:answer', answer))).toBe('questionExpired');
  });

  test('RV7 a wrong answer ends it: nobody is asked about this visitor for ten minutes, at any kiosk', async () => {
    const office = await staffedOffice();
    const [kiosk, second] = [await office.kiosk(), await office.kiosk()];
    await enrol(kiosk, 1, null, 1974);
    await enrol(kiosk, 2, null, 1960);
    const one = await questionOf(kiosk, somewhatLike(1));
    const two = await questionOf(second, somewhatLike(1));
    const wrong = one.birthYears.find((year) => year !== 1974) ?? 0;
    expect(await kiosk.do('visitor:answer', { questionRef: one.questionRef, birthYear: wrong })).toEqual({
      kind: 'wrong',
    });
    for (const { questionRef } of [one, two])
      expect(codeOf(await second.send('visitor:answer', { questionRef, birthYear: 1974 }))).toBe(
        'questionExpired',
      );
    expect(await asked(second, somewhatLike(1))).toBeNull();
    expect(await asked(second, somewhatLike(2))).not.toBeNull();
    office.clock.pass(minutes(10));
    expect(await asked(kiosk, somewhatLike(1))).toBeNull();
    office.clock.pass(1);
    expect(await asked(kiosk, somewhatLike(1))).not.toBeNull();
    // Who shows the whole face is recognised all the same.
    expect(await kiosk.do('visitor:identify', sightOf(1, 7))).toMatchObject({ kind: 'recognised' });
  });

  test('RV7 can be given for two minutes', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, null, 1974);
    const { questionRef } = await questionOf(kiosk, somewhatLike(1));
    office.clock.pass(minutes(2) + 1);
    expect(codeOf(await kiosk.send('visitor:answer', { questionRef, birthYear: 1974 }))).toBe(
      'questionExpired',
    );
  });

  test.each([
    [1, 1950, 'Nguyễn T. H***'],
    [2, 1981, 'Đỗ V. K***'],
  ])('RV6 tells two look-alikes apart: number %i', async (_, birthYear, maskedName) => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, 'Nguyễn Thị Hồng', 1950);
    await enrol(kiosk, 2, 'Đỗ Văn Khôi', 1981);
    const { questionRef, birthYears } = await questionOf(kiosk, between([1, 1], [2, 1]));
    expect(birthYears).toHaveLength(4);
    expect(birthYears).toEqual(expect.arrayContaining([1950, 1981]));
    expect(await kiosk.do('visitor:answer', { questionRef, birthYear })).toMatchObject({ maskedName });
  });

  test('RV6 is not asked for where it would settle nothing', async () => {
    const office = await staffedOffice();
    const first = await office.kiosk();
    for (const [person, year] of [
      [1, 1950],
      [2, 1950],
      [3, 1960],
      [4, 1970],
    ] as const)
      await enrol(first, person, null, year);
    expect(await asked(first, between([1, 1], [2, 1]))).toBeNull();
    await office.edit('UPDATE visitor SET birth_year_sealed = NULL WHERE rowid = 3');
    const kiosk = await office.kiosk();
    expect(await asked(kiosk, somewhatLike(3))).toBeNull();
    expect(await asked(kiosk, between([3, 1], [4, 1]))).toBeNull();
  });

  test('RV8 before it nothing tells a name or an id', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung', 1974);
    const [{ id = '' } = {}] = rowsIn(office, 'visitor');
    const unsure = await kiosk.send('visitor:identify', somewhatLike(1));
    const question = await questionOf(kiosk, somewhatLike(1));
    const { questionRef } = question;
    const told = [
      unsure,
      question,
      await kiosk.send('visitor:answer', { questionRef, birthYear: 1900 }),
      await kiosk.send('visitor:answer', { questionRef, birthYear: 1974 }),
      await kiosk.send('visitor:identify', somewhatLike(1)),
    ];
    const spelled = JSON.stringify([told, Buffer.from(questionRef, 'base64url').toString('latin1')]);
    for (const secret of ['Nhung', 'Nguy', 'N***', String(id), 'maskedName', 'visitorRef', 'visitorId'])
      expect(spelled).not.toContain(secret);
    // Nor does a question stand for a visitor where one is asked for.
    const asVisitor = await kiosk.send('visitor:deny', { visitorRef: questionRef });
    expect(codeOf(asVisitor)).toBe('visitorRefExpired');
  });
});

describe('registering', () => {
  test.each([
    [2009, null],
    [2010, 'tooYoung'],
    [2026, 'tooYoung'],
    [2027, 'tooYoung'],
    [2100, 'tooYoung'],
  ])('RV10 who was born in %i is of age for certain, or is refused (2026)', async (birthYear, code) => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    const answer = await kiosk.send('visitor:enrol', {
      ...shotsOf(1),
      card: null,
      name: null,
      birthYear,
      consent: { version: kiosk.view().consent.version, language: 'vi' },
    });
    expect(codeOf(answer)).toBe(code);
    expect(rowsIn(office, 'visitor')).toHaveLength(code === null ? 1 : 0);
  });

  test('RV10 the year is kept sealed', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, null, 1974);
    const sealed = rowsIn(office, 'visitor')[0]?.['birth_year_sealed'] as Buffer;
    expect(sealed.includes('1974')).toBe(false);
    expect(sealed.length).toBeGreaterThan(28);
  });

  test.each<readonly [string, string | null, number, string | null, number]>([
    ['the same facts', 'Đỗ Văn Khôi', 1974, 'Đỗ V. K***', 1],
    ['the name typed otherwise', 'DO VAN KHOI', 1974, 'Đỗ V. K***', 1],
    ['no name', null, 1974, 'Đỗ V. K***', 1],
    ['another year', 'Đỗ Văn Khôi', 1975, 'Đỗ V. K***', 2],
    ['another name', 'Lê Hoàng', 1974, 'Lê H***', 2],
  ])('RV9 again with %s', async (_, name, birthYear, shown, visitors) => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, 'Đỗ Văn Khôi', 1974);
    expect(await enrolAgain(kiosk, 1, name, birthYear)).toMatchObject({ maskedName: shown });
    expect(rowsIn(office, 'visitor')).toHaveLength(visitors);
    expect(rowsIn(office, 'template')).toHaveLength(2);
    expect(rowsIn(office, 'consent')).toHaveLength(2);
  });

  test('RV9 again completes what was not known: a name, a year', async () => {
    const office = await staffedOffice();
    const first = await office.kiosk();
    await enrol(first, 1, null, 1974);
    expect(await enrolAgain(first, 1, 'Đỗ Văn Khôi', 1974)).toMatchObject({ maskedName: 'Đỗ V. K***' });
    await office.edit('UPDATE visitor SET birth_year_sealed = NULL');
    const kiosk = await office.kiosk();
    await enrolAgain(kiosk, 1, 'Đỗ Văn Khôi', 1975, 6);
    expect(rowsIn(office, 'visitor')).toHaveLength(1);
    expect((await questionOf(kiosk, somewhatLike(1))).birthYears).toContain(1975);
  });

  test('RV9 keeps the newest five templates of a visitor, on disk and in memory', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1, null, 1974);
    for (let again = 1; again <= 6; again++) await enrolAgain(kiosk, 1, null, 1974, again * 3);
    const ids = rowsIn(office, 'template').map(({ id }) => id);
    expect(ids).toEqual([3, 4, 5, 6, 7]);
    expect(await kiosk.do('visitor:identify', sightOf(1, 30))).toMatchObject({ kind: 'recognised' });
  });
});

describe('what the manager sees', () => {
  test('RV11 is counted by the day of the office', async () => {
    const office = await staffedOffice();
    const [kiosk, manage] = [await office.kiosk(), await office.manage()];
    const { visitorRef } = await enrol(kiosk, 1, null, 1974);
    await kiosk.do('visitor:identify', sightOf(1, 5));
    await kiosk.do('visitor:identify', sightOf(2, 5));
    await kiosk.do('visitor:deny', { visitorRef });
    await kiosk.do('visitor:unproven', { why: 'replay' });
    await kiosk.do('visitor:unproven', { why: 'noTurn' });
    const { questionRef } = await questionOf(kiosk, somewhatLike(1));
    await kiosk.do('visitor:answer', { questionRef, birthYear: 1900 });
    const counted = {
      recognised: 1,
      unsure: 1,
      unknown: 1,
      denied: 1,
      enrolled: 1,
      answered: 0,
      wrongAnswer: 1,
      suspected: 2,
      limited: 0,
    };
    const { faces } = await manage.until((view) => view.faces.today.wrongAnswer === 1);
    expect(faces).toMatchObject({ today: counted, visitors: 1, templates: 1, toRelearn: 0 });
    // In Hà Nội the day begins at 17:00 UTC: its first millisecond, and the last of the day before.
    const midnight = Date.UTC(2026, 10, 22, 17);
    await office.edit(`
      UPDATE recognition SET at = ${midnight} WHERE outcome IN ('unknown', 'replay');
      UPDATE recognition SET at = ${midnight - 1} WHERE outcome IN ('recognised', 'noTurn')`);
    const later = await office.manage();
    expect(later.view().faces.today).toEqual({ ...counted, recognised: 0, suspected: 1 });
  });

  test('RV12 whose faces are expected decides which thresholds count', async () => {
    const office = await staffedOffice();
    const { faceSet } = office.config;
    const strict = { ...faceSet.thresholds.asian, accept: 0.99, unsure: 0.98 };
    Object.assign(office.config, {
      faceSet: { ...faceSet, thresholds: { ...faceSet.thresholds, general: strict } },
    });
    await office.restart();
    const [kiosk, manage] = [await office.kiosk(), await office.manage()];
    await enrol(kiosk, 1);
    expect(await kiosk.do('visitor:identify', sightOf(1, 7))).toMatchObject({ kind: 'recognised' });
    await manage.do('kiosk:setUp', { population: 'general', dwellMs: 900 });
    expect(await kiosk.do('visitor:identify', sightOf(1, 7))).toEqual({ kind: 'unknown' });
    await office.restart();
    expect((await office.kiosk()).view().dwellMs).toBe(900);
  });
});
