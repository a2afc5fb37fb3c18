import { afterEach, describe, expect, test } from 'vitest';
import type { Client } from '../factories/clients.ts';
import { codeOf } from '../factories/clients.ts';
import { khoi, nhung } from '../factories/cards.ts';
import { consentOf, enrolWithCard, registerCard, showCard } from '../factories/cardVisitors.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, enrol, issue, sightOf, staffedOffice } from '../factories/staffedOffice.ts';
import { embeddingOf } from '../factories/visitors.ts';
import { withDuplicates } from './requestsOfCards.ts';

afterEach(closeAll);

/** A face turned by so many degrees from that of person 1 towards that of person 2. */
function turnedBy(degrees: number) {
  const from = embeddingOf(1, 0, 64);
  const towards = embeddingOf(2, 0, 64);
  const along = from.reduce((sum, x, i) => sum + x * (towards[i] ?? 0), 0);
  const across = towards.map((x, i) => x - along * (from[i] ?? 0));
  const length = Math.hypot(...across);
  const angle = (degrees / 180) * Math.PI;
  const vector = [...from].map((x, i) => x * Math.cos(angle) + ((across[i] ?? 0) / length) * Math.sin(angle));
  return { modelId: 'test-set', quality: 0.8, embeddings: [vector, vector, vector] };
}

const register = (kiosk: Client<'kiosk'>, degrees: number, name: string | null, birthYear = 1980) =>
  kiosk.do('visitor:enrol', {
    ...turnedBy(degrees),
    name,
    birthYear,
    card: null,
    consent: consentOf(kiosk),
  });

/** Somebody comes as the camera sees them at this angle, and takes a number. */
async function visit(kiosk: Client<'kiosk'>, degrees: number): Promise<void> {
  const known = await kiosk.do('visitor:identify', { ...turnedBy(degrees), previous: null });
  if (known.kind !== 'recognised') throw new Error(known.kind);
  await issue(kiosk, 1, known.visitorRef);
}

const count = (office: StaffedOffice, table: string): number => office.rows()[table]?.length ?? 0;

describe('one person registered twice', () => {
  test('ID14 is found by a face that is known for both, and facts that agree', async () => {
    const office = await staffedOffice();
    const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
    await register(kiosk, 0, 'Nguyễn Thị Hồng Nhung');
    await register(kiosk, 50, null);
    expect(count(office, 'visitor')).toBe(2);
    expect(manage.view().duplicates).toEqual([]);
    await visit(kiosk, 16);
    const { duplicates } = await manage.until((view) => view.duplicates.length === 1);
    expect(duplicates).toMatchObject([
      {
        why: 'face',
        kept: { maskedName: 'Nguyễn T. H. N***', birthYear: 1980, idLast4: null, visits: 1 },
        gone: { maskedName: null, birthYear: 1980, visits: 0, templates: 1 },
      },
    ]);
    await visit(kiosk, 16);
    expect(count(office, 'duplicate')).toBe(1);
  });

  test.for([
    ['another name', 'Trần Thị Nhung', 1980],
    ['another year', null, 1981],
  ] as const)('ID14 is not somebody of %s', async ([, name, year]) => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await register(kiosk, 0, 'Nguyễn Thị Hồng Nhung');
    await register(kiosk, 50, name, year);
    await visit(kiosk, 16);
    expect(count(office, 'duplicate')).toBe(0);
  });

  test('ID14 is found by a card that comes with a face that is another’s; not by two cards', async () => {
    const office = await staffedOffice();
    const { kiosk, manage } = await withDuplicates(office);
    expect(manage.view().duplicates).toMatchObject([
      {
        why: 'card',
        kept: { maskedName: 'Nguyễn T. H. N***', birthDate: nhung.birthDate, idLast4: '2345' },
        gone: { maskedName: 'Nguyễn H. N***', birthDate: null, idLast4: null },
      },
    ]);
    await registerCard(kiosk, khoi, 'Đỗ Văn Khôi');
    await enrolWithCard(kiosk, 1, khoi);
    expect(count(office, 'duplicate')).toBe(1);
  });

  test('ID32 a card does not bring another’s face into its owner’s place; staff look at the two', async () => {
    const office = await staffedOffice();
    const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
    await enrolWithCard(kiosk, 1, nhung, 'Nguyễn Thị Hồng Nhung');
    const copied = await enrolWithCard(kiosk, 2, nhung, 'Kẻ Gian');
    expect(copied.maskedName).toBe('Kẻ G***');
    const { duplicates } = await manage.until((view) => view.duplicates.length === 1);
    expect(duplicates).toMatchObject([{ why: 'card', kept: { idLast4: '2345' }, gone: { idLast4: null } }]);
    expect(await kiosk.do('visitor:identify', sightOf(2, 9))).toMatchObject({ maskedName: 'Kẻ G***' });
    expect(await showCard(kiosk)).toMatchObject({ maskedName: 'Nguyễn T. H. N***' });
    // The owner's own face goes on to be learnt.
    await enrolWithCard(kiosk, 1, nhung, null, 20);
    expect(count(office, 'visitor')).toBe(2);
  });

  test('ID15 becomes one, with all visits, consents, appointments and at most five faces, also after a restart', async () => {
    const office = await staffedOffice();
    const { kiosk, duplicateId, visitorRef } = await withDuplicates(office);
    const before = { consents: count(office, 'consent') };
    await issue(kiosk, 2, visitorRef);
    for (let time = 1; time < 5; time++) await enrolWithCard(kiosk, 1, nhung, null, 20 * time);
    const gone = (office.rows()['visitor'] as { id: string; id_hash: unknown }[]).find(
      ({ id_hash: hash }) => hash === null,
    )?.id;
    await office.edit(`INSERT INTO appointment (code, business_day, at, field_id, visitor_id, actor)
      VALUES ('777777', '${kiosk.view().businessDay}', ${office.clock.now + 3_600_000}, 1, '${gone}', 'local')`);
    const [manage, after] = await Promise.all([office.manage(), office.kiosk()]);
    await manage.do('visitor:merge', { duplicateId });

    expect(office.rows()['visitor']).toHaveLength(1);
    expect(count(office, 'consent')).toBe(before.consents + 4);
    expect(count(office, 'template')).toBe(5);
    const [{ id }] = office.rows()['visitor'] as [{ id: string }];
    const owners = (['ticket', 'consent', 'template', 'appointment'] as const).flatMap((table) =>
      (office.rows()[table] as { visitor_id: string }[]).map((row) => row.visitor_id),
    );
    expect(new Set(owners)).toEqual(new Set([id]));
    expect(office.rows()['audit']).toContainEqual(
      expect.objectContaining({ request: 'visitor:merge', detail: JSON.stringify({ duplicateId }) }),
    );
    // What the kiosk holds of the one that is gone holds no more.
    const ticket = { fieldId: 3, legs: [], priority: null, channel: 'usual' } as const;
    const late = { ...ticket, legs: [] as number[], visitorRef };
    expect(codeOf(await after.send('ticket:issue', late))).toBe('visitorRefExpired');
    const again = async (): Promise<void> => {
      const at = await office.kiosk();
      expect(await at.do('visitor:identify', sightOf(1, 12))).toMatchObject({ usualFields: [2] });
      expect(await showCard(at)).toMatchObject({ usualFields: [2], maskedName: 'Nguyễn T. H. N***' });
    };
    await again();
    await office.restart();
    await again();
  });

  test('ID15 fills in what only the other has said, and is decided once', async () => {
    const office = await staffedOffice();
    const [kiosk, manage] = await Promise.all([office.kiosk(), office.manage()]);
    await register(kiosk, 0, null);
    await register(kiosk, 50, 'Nguyễn Thị Hồng Nhung');
    await visit(kiosk, 16);
    const [duplicate] = (await manage.until((view) => view.duplicates.length === 1)).duplicates;
    const duplicateId = duplicate?.id ?? 0;
    await manage.do('visitor:merge', { duplicateId });
    const known = await kiosk.do('visitor:identify', { ...turnedBy(50), previous: null });
    expect(known).toMatchObject({ maskedName: 'Nguyễn T. H. N***', usualFields: [1] });
    expect(codeOf(await manage.send('visitor:merge', { duplicateId }))).toBe('unknownDuplicate');
    expect(codeOf(await manage.send('visitor:notSame', { duplicateId }))).toBe('unknownDuplicate');
  });

  test('ID16 who was said to be two people is never asked about again', async () => {
    const office = await staffedOffice();
    const { kiosk, manage, duplicateId } = await withDuplicates(office);
    await manage.do('visitor:notSame', { duplicateId });
    await manage.until((view) => view.duplicates.length === 0);
    await enrolWithCard(kiosk, 1);
    expect(manage.view().duplicates).toEqual([]);
    expect(count(office, 'visitor')).toBe(2);
    expect(codeOf(await manage.send('visitor:merge', { duplicateId }))).toBe('unknownDuplicate');
  });
});

describe('templates', () => {
  const templates = (office: StaffedOffice) => office.rows()['template'] as { quality: number }[];
  const see = async (kiosk: Client<'kiosk'>, shot: number, quality: number, take = true): Promise<void> => {
    const known = await kiosk.do('visitor:identify', { ...sightOf(1, shot, 1), quality });
    if (known.kind !== 'recognised') throw new Error(known.kind);
    if (take) await issue(kiosk, 1, known.visitorRef);
    else await kiosk.do('visitor:deny', { visitorRef: known.visitorRef });
  };

  test('ID17 are learnt from visits that were not denied, and only from clear pictures', async () => {
    const office = await staffedOffice();
    await office.edit('UPDATE office SET open_per_visitor = NULL');
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1);
    await see(kiosk, 20, 0.9, false);
    await see(kiosk, 21, 0.3);
    expect(templates(office)).toHaveLength(1);
    await see(kiosk, 22, 0.9);
    expect(templates(office).map(({ quality }) => quality)).toEqual([0.8, 0.9]);
  });

  test('ID18 are five at most, of which the worst of those most alike goes', async () => {
    const office = await staffedOffice();
    await office.edit('UPDATE office SET open_per_visitor = NULL');
    const kiosk = await office.kiosk();
    await enrol(kiosk, 1);
    for (let shot = 20; shot < 30; shot++) await see(kiosk, shot, shot % 2 === 0 ? 0.6 : 0.95);
    expect(templates(office)).toHaveLength(5);
    expect(Math.min(...templates(office).map(({ quality }) => quality))).toBeGreaterThan(0.5);
    await office.restart();
    const after = await office.kiosk();
    expect(await after.do('visitor:identify', sightOf(1, 40))).toMatchObject({ kind: 'recognised' });
  });

  test('ID17 no guessed birth year makes a stranger’s face the visitor’s', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    await register(kiosk, 0, 'Nguyễn Thị Hồng Nhung');
    const unsure = await kiosk.do('visitor:identify', { ...turnedBy(60), previous: null });
    const questionRef = (unsure.kind === 'unsure' && unsure.question?.questionRef) || '';
    const known = await kiosk.do('visitor:answer', { questionRef, birthYear: 1980 });
    await issue(kiosk, 1, known.kind === 'recognised' ? known.visitorRef : null);
    expect(templates(office)).toHaveLength(1);
  });
});
