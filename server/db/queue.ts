import type { BusinessDay, CounterId, TicketId } from '../../shared/domain/ids.ts';
import type { TicketStore } from '../usecases/store.ts';
import type { Db } from './open.ts';

type NextParameters = {
  counterId: number;
  officerId: number;
  day: string;
  now: number;
  priorityFirst: 0 | 1;
};

/** The ordering rule of `shared/domain/queue.ts` in SQL; `tests/suites/order.ts` proves the two equal. */
export function nextInTurnSql(db: Db): Pick<TicketStore, 'next' | 'normalCallsSincePriority'> {
  const next = db
    .prepare<[NextParameters], TicketId>(
      `SELECT ticket.id
       FROM period JOIN ticket ON ticket.id = period.ticket_id
       WHERE period.state = 'waiting' AND period.to_at IS NULL
         AND ticket.business_day = $day
         AND ticket.field_id IN (SELECT field_id FROM counter_field WHERE counter_id = $counterId)
         AND (target_counter_id IS NULL OR target_counter_id = $counterId)
         AND (target_officer_id IS NULL OR target_officer_id = $officerId)
         AND (not_before IS NULL OR not_before <= $now)
         AND (appointment_at IS NULL OR appointment_at <= $now)
       ORDER BY
         CASE WHEN appointment_at IS NOT NULL THEN 0
              WHEN (priority IS NOT NULL) = $priorityFirst THEN 1
              ELSE 2 END,
         coalesce(appointment_at, order_at),
         ticket.number
       LIMIT 1`,
    )
    .pluck();
  // No priority call yet today counts as long ago: then nothing speaks against one now.
  const sincePriority = db
    .prepare<{ counterId: number; day: string }, number | null>(
      `WITH call AS (
         SELECT period.id, ticket.priority
         FROM period JOIN ticket ON ticket.id = period.ticket_id
         WHERE period.counter_id = $counterId AND period.state = 'called' AND ticket.business_day = $day
       ), last AS (SELECT max(id) AS id FROM call WHERE priority IS NOT NULL)
       SELECT CASE WHEN last.id IS NULL THEN NULL
                   ELSE (SELECT count(*) FROM call WHERE call.id > last.id) END
       FROM last`,
    )
    .pluck();

  const normalCallsSincePriority = (counterId: CounterId, day: BusinessDay): number =>
    sincePriority.get({ counterId, day }) ?? Infinity;

  return {
    normalCallsSincePriority,
    next: (desk, day, oneOfEvery, now) =>
      next.get({
        ...desk,
        day,
        now,
        priorityFirst: normalCallsSincePriority(desk.counterId, day) >= oneOfEvery - 1 ? 1 : 0,
      }) ?? null,
  };
}
