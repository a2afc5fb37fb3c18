import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { openDb } from '../../server/db/open.ts';
import { sqliteStore } from '../../server/db/store.ts';
import { knownFaces } from '../../server/loadFaces.ts';
import { nobodyYet } from '../../server/usecases/records.ts';
import { makeVault } from '../../server/vault.ts';
import { codeOf } from '../factories/clients.ts';
import { opening, visitorId } from '../factories/ids.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  shotsOf,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';
import { testSet } from '../factories/testSet.ts';
import { embeddingOf } from '../factories/visitors.ts';

afterEach(closeAll);

/** Work that is put off until a test lets it be done, one piece after another. */
function heldWork() {
  const held: (() => void)[] = [];
  return {
    loading: { atOnceMs: 0, turnMs: 0, later: (work: () => void) => void held.push(work) },
    /** Does so many pieces, or as many as there are. @returns how many were done. */
    do: (most = Infinity): number => {
      let done = 0;
      for (; done < most && held.length > 0; done++) held.shift()?.();
      return done;
    },
  };
}

const unexpected = (why: unknown): never => expect.unreachable(String(why));

/** A database with as many visitors, a template of each; more than come at once, too few to measure strangers by. */
function storeOf(people: number) {
  const db = openDb(':memory:');
  const store = sqliteStore(db, makeVault(randomBytes(32)));
  const learn = (person: number, shot: number): void =>
    store.visitors.addTemplate(
      { visitorId: visitorId(person), vector: embeddingOf(person, shot, 64), quality: 0.8 },
      testSet.id,
      opening,
    );
  store.transaction(() => {
    for (let person = 1; person <= people; person++) {
      store.visitors.add({ ...nobodyYet, id: visitorId(person), registeredAt: opening });
      learn(person, 0);
    }
  });
  return { db, store, learn };
}

describe('faces on their way into memory', () => {
  test('GA10 come piece by piece, and are the same as all at once', () => {
    const { store } = storeOf(190);
    const work = heldWork();
    const { faces, bring } = knownFaces(store, testSet, () => null);
    const told: unknown[] = [];
    bring(
      work.loading,
      () => told.push('loaded'),
      (why) => told.push(why),
    );
    expect([faces.isLoaded(), faces.gallery.size()]).toEqual([false, 0]);
    expect(work.do(1)).toBe(1);
    expect([faces.isLoaded(), faces.gallery.size()]).toEqual([false, 128]);
    work.do();
    expect([faces.isLoaded(), faces.gallery.size(), told]).toEqual([true, 190, ['loaded']]);
    for (const person of [1, 128, 129, 190])
      expect(faces.gallery.search(embeddingOf(person, 0, 64)).best?.similarity).toBeCloseTo(1, 6);
  });

  test('GA10 who is learnt, erased or comes meanwhile is in memory as in the database, and once', () => {
    const { db, store, learn } = storeOf(190);
    const work = heldWork();
    const { faces, bring } = knownFaces(store, testSet, () => null);
    bring(work.loading, () => undefined, unexpected);
    work.do(1);
    const change = (person: number, inDatabase: () => void): void => {
      inDatabase();
      const { id, dimension } = testSet;
      faces.gallery.replace(visitorId(person), store.visitors.templatesOf(visitorId(person), id, dimension));
    };
    // Of each kind one who is there already, and one who is still to come.
    for (const person of [10, 150]) change(person, () => learn(person, 1));
    for (const person of [20, 160]) change(person, () => store.visitors.forgetFace(visitorId(person)));
    store.visitors.add({ ...nobodyYet, id: visitorId(191), registeredAt: opening });
    change(191, () => learn(191, 0));
    work.do();
    expect(faces.isLoaded()).toBe(true);
    expect(faces.gallery.size()).toBe(db.prepare('SELECT count(*) FROM template').pluck().get());
    const found = (person: number, shot: number) => faces.gallery.search(embeddingOf(person, shot, 64)).best;
    for (const [person, shot] of [
      [10, 1],
      [150, 1],
      [191, 0],
    ] as const)
      expect(found(person, shot)).toEqual({
        visitorId: visitorId(person),
        similarity: expect.closeTo(1, 6) as unknown,
      });
    for (const person of [20, 160]) expect(found(person, 0)?.visitorId).not.toBe(visitorId(person));
  });

  test('GA10 of the set used before only those come whom the set in use does not know', () => {
    const { store } = storeOf(190);
    const newSet = { ...testSet, id: 'new-set' };
    for (const person of [3, 180])
      store.visitors.addTemplate(
        { visitorId: visitorId(person), vector: embeddingOf(person, 5, 64), quality: 0.8 },
        newSet.id,
        opening,
      );
    const work = heldWork();
    const { faces, previousFaces, bring } = knownFaces(store, newSet, () => testSet);
    bring(work.loading, () => undefined, unexpected);
    work.do();
    expect([faces.gallery.size(), previousFaces?.gallery.size(), previousFaces?.isLoaded()]).toEqual([
      2,
      188,
      true,
    ]);
  });

  test('GA10 nothing more comes once the server ends', () => {
    const { db, store } = storeOf(190);
    const work = heldWork();
    const { faces, bring, stop } = knownFaces(store, testSet, () => null);
    bring(work.loading, () => undefined, unexpected);
    work.do(1);
    stop();
    db.close();
    work.do();
    expect([faces.isLoaded(), faces.gallery.size()]).toEqual([false, 128]);
  });
});

describe('an office whose faces are not in memory yet', () => {
  /** An office that knows somebody and is started anew, and the work that its start put off. */
  async function starting() {
    const office = await staffedOffice();
    await enrol(await office.kiosk(), 1, 'Nguyễn Thị Hồng Nhung', 1974);
    const work = heldWork();
    Object.assign(office.config, { faceLoading: work.loading });
    return { office, work };
  }
  const readiness = async (url: string) => {
    const ready = await fetch(`${url}/readyz`);
    return [ready.status, ((await ready.json()) as { checks: unknown }).checks];
  };

  test('GA11 gives numbers, says that it recognises nobody yet, and registers nobody a second time', async () => {
    const { office, work } = await starting();
    await office.restart();
    const kiosk = await office.kiosk();
    expect(kiosk.view()).toMatchObject({ modelId: testSet.id, recognises: false });
    expect(await readiness(office.url())).toEqual([503, { database: true, schema: true, faces: false }]);
    expect(codeOf(await kiosk.send('visitor:identify', sightOf(1, 5)))).toBe('facesNotLoaded');
    const again = {
      ...shotsOf(1, 5),
      card: null,
      name: null,
      birthYear: 1974,
      consent: { version: kiosk.view().consent.version, language: 'vi' as const },
    };
    expect(codeOf(await kiosk.send('visitor:enrol', again))).toBe('facesNotLoaded');
    const officer = await office.seated('canbo1', 1);
    expect(await issue(kiosk, fieldOf(officer, 1))).toMatchObject({ number: expect.any(String) as unknown });

    work.do();
    await kiosk.until(({ recognises }) => recognises);
    expect(await kiosk.do('visitor:identify', sightOf(1, 5))).toMatchObject({ kind: 'recognised' });
    expect(office.rows()['visitor']).toHaveLength(1);
  });

  test('GA12 goes on without faces if one of them cannot be opened later, and tells managers and its log', async () => {
    const { office, work } = await starting();
    await office.edit('UPDATE template SET sealed = zeroblob(284)');
    const kiosk = await office.kiosk();
    const manager = await office.manage();
    expect(manager.view().floor.troubles).toEqual([]);
    work.do();
    await manager.until(({ floor }) => floor.troubles.length > 0);
    expect(manager.view().floor.troubles).toMatchObject([{ kind: 'faces' }]);
    expect(office.logged()).toMatch(/"where":"faces".*a template cannot be opened/u);
    expect(await readiness(office.url())).toMatchObject([503, { faces: false }]);
    expect(kiosk.view().recognises).toBe(false);
    const officer = await office.seated('canbo1', 1);
    expect(await issue(kiosk, fieldOf(officer, 1))).toMatchObject({ number: expect.any(String) as unknown });
  });
});
