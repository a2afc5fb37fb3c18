import type { TicketId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { RatingStore } from '../usecases/queueStore.ts';
import type { Db } from './open.ts';

type ReasonRow = { code: string; name_vi: string; name_en: string };

/** Bound to its ticket, as notes are. */
export const remarkContext = (ticketId: string): string => `remark on ${ticketId}`;

/** What visitors thought of their visits. What they wrote is sealed and bound to its ticket: it may name people. */
export function ratingStore(db: Db, vault: Vault): RatingStore {
  const reasons = db.prepare<[], ReasonRow>('SELECT * FROM rating_reason ORDER BY position');
  const isRated = db
    .prepare<[TicketId], 0 | 1>('SELECT EXISTS (SELECT 1 FROM rating WHERE ticket_id = ?)')
    .pluck();
  const add = db.prepare(`
    INSERT INTO rating (ticket_id, counter_id, officer_id, level, reasons, remark_sealed, screen, at)
    VALUES ($ticketId, $counterId, $officerId, $level, $reasons, $remark, $screen, $at)`);
  const remove = db.prepare('DELETE FROM rating WHERE ticket_id = ?');
  return {
    reasons: () =>
      reasons.all().map((row) => ({ code: row.code, name: { vi: row.name_vi, en: row.name_en } })),
    isRated: (ticketId) => isRated.get(ticketId) === 1,
    add: ({ ticketId, desk, level, reasons: why, remark, screen }, now) =>
      void add.run({
        ...desk,
        ticketId,
        level,
        reasons: JSON.stringify(why),
        remark:
          remark === null ? null : vault.seal('remark', remarkContext(ticketId), Buffer.from(remark, 'utf8')),
        screen,
        at: now,
      }),
    remove: (ticketId) => void remove.run(ticketId),
  };
}
