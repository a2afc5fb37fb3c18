import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../server/db/open.ts';
import { openDb } from '../../server/db/open.ts';
import { sqliteStore } from '../../server/db/store.ts';
import { nobodyYet } from '../../server/usecases/records.ts';
import type { VisitorStore } from '../../server/usecases/store.ts';
import { makeVault } from '../../server/vault.ts';
import { opening, visitorId } from '../factories/ids.ts';
import { embeddingOf } from '../factories/visitors.ts';

let folder: string;
let db: Db;
let visitors: VisitorStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-templates-'));
  db = openDb(join(folder, 'luot.db'));
  visitors = sqliteStore(db, makeVault(randomBytes(32))).visitors;
});
afterEach(async () => {
  db.close();
  await rm(folder, { recursive: true, force: true });
});

/** Registers visitors 1, 2, … each with templates of these sets and dimensions. */
function register(...known: readonly (readonly (readonly [set: string, dimension: number])[])[]): void {
  for (const [index, templates] of known.entries()) {
    const id = visitorId(index + 1);
    visitors.add({ ...nobodyYet, id, birthYear: 1970 + index, registeredAt: opening });
    for (const [shot, [set, dimension]] of templates.entries())
      visitors.addTemplate(
        { visitorId: id, vector: embeddingOf(index + 1, shot, dimension), quality: 0.8 },
        set,
        opening,
      );
  }
}

describe('templates', () => {
  test('FA14 of another set or another dimension are not searched', () => {
    register([['embedded', 64]], [['embedded', 128]], [['recommended', 64]]);
    const found = visitors.templates({ modelId: 'embedded', dimension: 64 }, 0, 3);
    expect(found.map((template) => template.visitorId)).toEqual([visitorId(1)]);
    expect(found[0]?.vector).toEqual(embeddingOf(1, 0, 64));
    expect(visitors.templatesOf(visitorId(1), 'embedded', 64)).toEqual([embeddingOf(1, 0, 64)]);
    expect(visitors.templatesOf(visitorId(2), 'embedded', 64)).toEqual([]);
  });

  test('RV4 who is known by another set only is counted, by sets with most such visitors first', () => {
    register(
      [['new', 64]],
      [
        ['old', 64],
        ['new', 64],
      ],
      [['older', 64]],
      [['old', 64]],
      [
        ['old', 64],
        ['old', 64],
      ],
      [['new', 128]],
      [],
    );
    expect(visitors.count('new', 64)).toEqual({ visitors: 7, templates: 8, toRelearn: 4 });
    expect(visitors.otherSets('new', 64).slice(0, 1)).toEqual([{ modelId: 'old', dimension: 64 }]);
    expect(visitors.otherSets('new', 64)).toHaveLength(3);
    visitors.forgetOtherSets(visitorId(2), 'new', 64);
    expect(visitors.count('new', 64)).toEqual({ visitors: 7, templates: 7, toRelearn: 4 });
    visitors.forgetOtherSets(visitorId(6), 'new', 64);
    expect(visitors.count('new', 64)).toEqual({ visitors: 7, templates: 6, toRelearn: 3 });
  });

  test('ST4 a birth year cannot be put in the place of another visitor’s', () => {
    register([], []);
    expect(visitors.find(visitorId(1))?.birthYear).toBe(1970);
    visitors.setFacts({ ...nobodyYet, id: visitorId(1), name: 'Lê Hoàng', birthYear: 1960 });
    expect(visitors.find(visitorId(1))).toMatchObject({ name: 'Lê Hoàng', birthYear: 1960 });
    db.exec(`UPDATE visitor SET birth_year_sealed = (
      SELECT birth_year_sealed FROM visitor AS other WHERE other.id = '${visitorId(1)}')`);
    expect(() => visitors.find(visitorId(2))).toThrow('a birth year cannot be opened');
  });
});
