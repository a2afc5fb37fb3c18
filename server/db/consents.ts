import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Consent, ConsentStore } from '../usecases/privacyStore.ts';
import { deviceIdOf } from './actor.ts';
import type { Db } from './open.ts';

/** What visitors agreed to. Rows are never deleted: one that was withdrawn says when and where. */
export function consentStore(db: Db): ConsentStore {
  const add = db.prepare(
    'INSERT INTO consent (visitor_id, version, language, wording_hash, device_id, agreed_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const withdraw = db.prepare(
    'UPDATE consent SET withdrawn_at = ?, withdrawn_by = ? WHERE visitor_id = ? AND withdrawn_at IS NULL',
  );
  const of = db.prepare<[VisitorId], Consent>(`
    SELECT version, language, agreed_at AS agreedAt, withdrawn_at AS withdrawnAt
    FROM consent WHERE visitor_id = ? ORDER BY id DESC`);
  // Of each visitor the newest; what was agreed to before it is history.
  const count = db.prepare<[string, string], ReturnType<ConsentStore['count']>>(`
    SELECT
      count(*) FILTER (WHERE withdrawn_at IS NULL AND version = ?) AS current,
      count(*) FILTER (WHERE withdrawn_at IS NULL AND version <> ?) AS older,
      (SELECT count(*) FROM consent WHERE withdrawn_at IS NOT NULL) AS withdrawn
    FROM consent WHERE id IN (SELECT max(id) FROM consent WHERE visitor_id IS NOT NULL GROUP BY visitor_id)`);
  return {
    add: (visitorId, { version, language, wordingHash }, by, now) =>
      void add.run(visitorId, version, language, wordingHash, deviceIdOf(by), now),
    withdraw: (visitorId, by, now) => void withdraw.run(now, by, visitorId),
    of: (visitorId) => of.all(visitorId),
    count: (version) => count.get(version, version) ?? { current: 0, older: 0, withdrawn: 0 },
  };
}
