import { afterEach, describe, expect, test } from 'vitest';
import type { Client } from '../factories/clients.ts';
import { codeOf } from '../factories/clients.ts';
import { minutes } from '../factories/ids.ts';
import { testSet } from '../factories/server.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, enrol, issue, sightOf, staffedOffice } from '../factories/staffedOffice.ts';
import { embeddingOf, faceBetween } from '../factories/visitors.ts';

afterEach(closeAll);

/** Another set, whose embeddings have nothing to do with those of the first. */
const newSet = {
  ...testSet,
  id: 'new-set',
  dimension: 128,
  population: { mean: new Float32Array(128), weight: 10 },
};
const newEyes = (person: number, from = 0) => ({
  modelId: newSet.id,
  quality: 0.8,
  embeddings: [0, 1, 2].map((i) => [...embeddingOf(1000 + person, from + i, 128)]),
});
const { modelId: oldId } = sightOf(1);
/** What a kiosk with both sets sends. */
const bothEyes = (person: number, from = 5) => {
  const { previous: _, ...previous } = sightOf(person, from);
  return { ...newEyes(person, from), previous };
};
/** Somewhat like somebody, as the old set sees it. */
const hazy = (person: number) => ({
  ...newEyes(person),
  previous: {
    modelId: oldId,
    quality: 0.8,
    embeddings: [
      faceBetween([
        [person, 1],
        [99, 1.2],
      ]),
    ],
  },
});

/** Goes on with the new set; the old one's files are there or not. */
async function change(office: StaffedOffice, { isOldThere = true } = {}): Promise<Client<'kiosk'>> {
  Object.assign(office.config, {
    faceSet: newSet,
    faceSetCalled: (id: string) => (isOldThere && id === oldId ? testSet : null),
  });
  await office.restart();
  return office.kiosk();
}

/** An office that has registered two people and changed its set since. */
async function changed(options?: { isOldThere: boolean }) {
  const office = await staffedOffice();
  const before = await office.kiosk();
  await enrol(before, 1, 'Nguyễn Thị Hồng Nhung', 1974);
  await enrol(before, 2, 'Đỗ Văn Khôi', 1985);
  const kiosk = await change(office, options);
  return { office, kiosk, manage: await office.manage() };
}

const templatesIn = (office: StaffedOffice) =>
  (office.rows()['template'] as { model_id: string }[]).map((row) => row.model_id).toSorted();

async function recognised(kiosk: Client<'kiosk'>, person: number): Promise<string> {
  const answer = await kiosk.do('visitor:identify', bothEyes(person));
  if (answer.kind !== 'recognised') throw new Error(`not recognised but ${answer.kind}`);
  return answer.visitorRef;
}

describe('after a change of the model set', () => {
  test('RV1 a visitor is recognised by the set used before, and learnt anew with the number', async () => {
    const { office, kiosk, manage } = await changed();
    expect(kiosk.view()).toMatchObject({ modelId: 'new-set', previousModelId: oldId });
    expect(manage.view().faces).toMatchObject({
      modelId: 'new-set',
      visitors: 2,
      templates: 2,
      toRelearn: 2,
    });
    await issue(kiosk, 1, await recognised(kiosk, 1));
    await manage.until(({ faces }) => faces.toRelearn === 1 && faces.templates === 2);
    expect(templatesIn(office)).toEqual(['new-set', oldId]);
    // By the new set alone, also after a restart; and no more by the old one.
    const alone = { ...newEyes(1, 20), previous: null };
    expect(await kiosk.do('visitor:identify', alone)).toMatchObject({ maskedName: 'Nguyễn T. H. N***' });
    await office.restart();
    const later = await office.kiosk();
    expect(await later.do('visitor:identify', alone)).toMatchObject({ kind: 'recognised' });
    expect(await later.do('visitor:identify', { ...bothEyes(1), embeddings: newEyes(7).embeddings })).toEqual(
      {
        kind: 'unknown',
      },
    );
    await issue(later, 1, await recognised(later, 2));
    await later.until(({ previousModelId }) => previousModelId === null);
    const outcomes = (office.rows()['recognition'] as { outcome: string }[]).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'relearned')).toHaveLength(2);
  });

  test('RV1 also when it took a second fact', async () => {
    const { office, kiosk } = await changed();
    const unsure = await kiosk.do('visitor:identify', hazy(1));
    if (unsure.kind !== 'unsure' || unsure.question === null) throw new Error('nothing was asked');
    const { questionRef } = unsure.question;
    const found = await kiosk.do('visitor:answer', { questionRef, birthYear: 1974 });
    if (found.kind !== 'recognised') throw new Error('not recognised');
    await issue(kiosk, 1, found.visitorRef);
    expect(templatesIn(office)).toEqual(['new-set', oldId]);
  });

  test('RV2 nobody is learnt anew who says that it is somebody else, or who takes no number', async () => {
    const { office, kiosk } = await changed();
    const visitorRef = await recognised(kiosk, 1);
    await kiosk.do('visitor:deny', { visitorRef });
    await issue(kiosk, 1, visitorRef);
    await recognised(kiosk, 2);
    await issue(kiosk, 1);
    expect(templatesIn(office)).toEqual([oldId, oldId]);
  });

  test('RV2 nobody is learnt anew whose face the new set takes for another’s', async () => {
    const { office, kiosk } = await changed();
    const consent = { version: kiosk.view().consent.version, language: 'vi' } as const;
    await kiosk.do('visitor:enrol', { ...newEyes(3), card: null, name: null, birthYear: 1990, consent });
    const doubtful = [
      faceBetween(
        [
          [1003, 1],
          [99, 1.2],
        ],
        128,
      ),
    ];
    const found = await kiosk.do('visitor:identify', { ...bothEyes(1), embeddings: doubtful });
    if (found.kind !== 'recognised') throw new Error('not recognised');
    await issue(kiosk, 1, found.visitorRef);
    expect(templatesIn(office)).toEqual(['new-set', oldId, oldId]);
  });

  test('RV2 a restart in between, or too long a wait, costs no more than the learning', async () => {
    const { office, kiosk } = await changed();
    const first = await recognised(kiosk, 1);
    await office.restart();
    const later = await office.kiosk();
    await issue(later, 1, first);
    expect(templatesIn(office)).toEqual([oldId, oldId]);
    const second = await recognised(later, 1);
    office.clock.pass(minutes(10) + 1);
    expect(codeOf(await later.send('visitor:deny', { visitorRef: second }))).toBe('visitorRefExpired');
    await issue(later, 1, await recognised(later, 1));
    expect(templatesIn(office)).toEqual(['new-set', oldId]);
  });

  test('RV3 what one set made is never compared with what another did', async () => {
    const { kiosk } = await changed();
    const { previous } = bothEyes(1);
    const send = (input: object) => kiosk.send('visitor:identify', { ...bothEyes(1), ...input });
    expect(codeOf(await send({ modelId: oldId }))).toBe('modelMismatch');
    expect(codeOf(await send({ embeddings: previous.embeddings }))).toBe('modelMismatch');
    expect(codeOf(await send({ previous: { ...previous, embeddings: newEyes(1).embeddings } }))).toBe(
      'modelMismatch',
    );
    // A set that is not asked for any more is not looked at.
    for (const other of [null, { ...previous, modelId: 'new-set' }, { ...previous, modelId: 'older-set' }])
      expect(await send({ previous: other })).toEqual({ ok: true, value: { kind: 'unknown' } });
  });

  test('RV4 without its files the set used before is not asked for; its visitors stay, and are found again with it', async () => {
    const { office, kiosk, manage } = await changed({ isOldThere: false });
    expect(kiosk.view().previousModelId).toBeNull();
    expect(await kiosk.do('visitor:identify', bothEyes(1))).toEqual({ kind: 'unknown' });
    expect(manage.view().faces).toMatchObject({ visitors: 2, templates: 2, toRelearn: 2 });
    Object.assign(office.config, { faceSet: testSet });
    await office.restart();
    const back = await office.kiosk();
    expect(await back.do('visitor:identify', sightOf(2, 8))).toMatchObject({ maskedName: 'Đỗ V. K***' });
  });

  test('RV4 an older make of a set, of another dimension, is not taken for it', async () => {
    const office = await staffedOffice();
    await enrol(await office.kiosk(), 1);
    const remade = { ...newSet, id: oldId };
    Object.assign(office.config, { faceSet: remade, faceSetCalled: () => remade });
    await office.restart();
    const kiosk = await office.kiosk();
    expect(kiosk.view()).toMatchObject({ modelId: oldId, previousModelId: null });
    Object.assign(office.config, { faceSet: { ...newSet, id: 'newest-set' } });
    await office.restart();
    expect((await office.kiosk()).view().previousModelId).toBeNull();
  });
});
