import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../server/db/open.ts';
import { openDb } from '../../server/db/open.ts';
import { sqliteStore } from '../../server/db/store.ts';
import { idHashOf } from '../../server/usecases/idNumber.ts';
import type { Visitor } from '../../server/usecases/records.ts';
import { nobodyYet } from '../../server/usecases/records.ts';
import type { VisitorStore } from '../../server/usecases/store.ts';
import { makeVault } from '../../server/vault.ts';
import type { IsoDay } from '../../shared/domain/ids.ts';
import { opening, visitorId } from '../factories/ids.ts';

const vault = makeVault(randomBytes(32));
const idNumber = '001204067890';
const byCard: Visitor = {
  id: visitorId(1),
  name: 'Đỗ Văn Khôi',
  birthYear: 2004,
  birthDate: '2004-02-29' as IsoDay,
  idHash: idHashOf(vault, idNumber),
  idLast4: '7890',
  factsFrom: 'card',
  registeredAt: opening,
};
const bySaying: Visitor = { ...nobodyYet, id: visitorId(2), birthYear: 1974, registeredAt: opening };

let folder: string;
let db: Db;
let visitors: VisitorStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-identity-'));
  db = openDb(join(folder, 'luot.db'));
  visitors = sqliteStore(db, vault).visitors;
});
afterEach(async () => {
  db.close();
  await rm(folder, { recursive: true, force: true });
});

describe('who a visitor is', () => {
  test('ID1 is found by the number of the card, and by nothing else of it', () => {
    visitors.add(byCard);
    visitors.add(bySaying);
    expect(visitors.find(byCard.id)).toEqual(byCard);
    expect(visitors.find(bySaying.id)).toEqual(bySaying);
    expect(visitors.byIdHash(idHashOf(vault, idNumber))).toEqual(byCard);
    expect(visitors.byIdHash(idHashOf(vault, '001204067891'))).toBeNull();
    expect(visitors.byIdHash(idHashOf(makeVault(randomBytes(32)), idNumber))).toBeNull();
  });

  test('ID1 a card belongs to one visitor; without one there may be many', () => {
    visitors.add(byCard);
    expect(() => visitors.add({ ...byCard, id: visitorId(3) })).toThrow('UNIQUE');
    visitors.add(bySaying);
    visitors.add({ ...bySaying, id: visitorId(3) });
    expect(visitors.find(visitorId(3))?.idHash).toBeNull();
  });

  test('ID1 all of it can be set right, and the date says the year', () => {
    visitors.add(bySaying);
    visitors.setFacts({ ...byCard, id: bySaying.id, birthYear: 1901 });
    expect(visitors.find(bySaying.id)).toEqual({ ...byCard, id: bySaying.id });
  });

  test('ID3 number, date and name are on disk in no readable form, and bound to their visitor', async () => {
    visitors.add(byCard);
    visitors.add({ ...bySaying, birthDate: '1974-05-06' as IsoDay, idLast4: '4321' });
    const files = await readdir(folder);
    const bytes = Buffer.concat(await Promise.all(files.map((name) => readFile(join(folder, name)))));
    for (const secret of [idNumber, '067890', '2004-02-29', '29022004', 'Khôi'])
      expect(bytes.includes(secret)).toBe(false);
    db.exec(`UPDATE visitor SET birth_date_sealed = (
      SELECT birth_date_sealed FROM visitor AS other WHERE other.id = '${byCard.id}')`);
    expect(() => visitors.find(bySaying.id)).toThrow('a birth date cannot be opened');
  });
});
