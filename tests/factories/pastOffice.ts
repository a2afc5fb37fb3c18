import { openDb } from '../../server/db/open.ts';
import type { Db } from '../../server/db/open.ts';
import { sqliteStore } from '../../server/db/store.ts';
import { fillCatalogueFacts } from '../../server/seed/facts.ts';
import { fillLimits } from '../../server/seed/limits.ts';
import { seedOffice } from '../../server/seed/office.ts';
import type { PastKind } from '../../server/seed/past/days.ts';
import { fillPast } from '../../server/seed/past/days.ts';
import { seedRatingReasons } from '../../server/seed/rating.ts';
import type { Store } from '../../server/usecases/store.ts';
import { makeVault } from '../../server/vault.ts';
import type { BusinessDay, OfficerId } from '../../shared/domain/ids.ts';

/** The sample office in memory, with an invented past and somebody at each counter. */
export async function pastOffice(
  past: PastKind,
  seed = 7,
  last = '2026-11-21',
): Promise<{ readonly db: Db; readonly store: Store }> {
  const db = openDb(':memory:');
  await seedOffice(db, Buffer.alloc(32));
  seedRatingReasons(db);
  fillLimits(db);
  fillCatalogueFacts(db);
  db.exec(`INSERT INTO officer (login, name, role) VALUES
    ('canbo4', 'Đỗ Văn Bốn', 'officer'), ('canbo5', 'Hồ Thị Năm', 'officer'), ('canbo6', 'Ngô Văn Sáu', 'officer')`);
  const store = sqliteStore(db, makeVault(Buffer.alloc(32, 7)));
  const officers = [2, 3, 4, 5, 6, 7] as OfficerId[];
  fillPast(store, officers, { past, last: last as BusinessDay, seed });
  return { db, store };
}
