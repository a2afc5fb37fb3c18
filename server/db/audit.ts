import type { AuditStore } from '../usecases/queueStore.ts';
import type { Db } from './open.ts';

/** Who did what; rows are only ever added. */
export function auditStore(db: Db): AuditStore {
  const add = db.prepare('INSERT INTO audit (at, actor, request, detail) VALUES (?, ?, ?, ?)');
  return {
    add: (by, request, detail, now) => void add.run(now, by, request, JSON.stringify(detail)),
  };
}
