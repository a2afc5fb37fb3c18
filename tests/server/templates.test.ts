import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDb } from '../../server/db/open.ts';
import { sqliteStore } from '../../server/db/store.ts';
import { makeVault } from '../../server/vault.ts';
import { opening, visitorId } from '../factories/ids.ts';
import { embeddingOf } from '../factories/visitors.ts';

test('FA14 templates of another set or another dimension are not searched', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'luot-templates-'));
  const db = openDb(join(folder, 'luot.db'));
  try {
    const { visitors } = sqliteStore(db, makeVault(randomBytes(32)));
    for (const [id, set, dimension] of [
      [1, 'embedded', 64],
      [2, 'embedded', 128],
      [3, 'recommended', 64],
    ] as const) {
      const owner = visitorId(id);
      visitors.add({ id: owner, name: null, birthYear: null, registeredAt: opening });
      visitors.addTemplate({ visitorId: owner, vector: embeddingOf(id, 0, dimension) }, set, opening);
    }
    const found = visitors.templates('embedded', 64);
    expect(found.map((template) => template.visitorId)).toEqual([visitorId(1)]);
    expect(found[0]?.vector).toEqual(embeddingOf(1, 0, 64));
  } finally {
    db.close();
    await rm(folder, { recursive: true, force: true });
  }
});
