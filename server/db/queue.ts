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
      `WITH work AS (SELECT field_id, rank FROM officer_field WHERE officer_id = $officerId),
       called AS (
         SELECT counter_field.field_id, coalesce(work.rank, 1) AS rank
         FROM counter_field LEFT JOIN work ON work.field_id = counter_field.field_id
         WHERE counter_id = $counterId AND (work.rank IS NOT NULL OR NOT EXISTS (SELECT 1 FROM work))
       )
       SELECT ticket.id
       FROM called
       JOIN period ON period.field_id = called.field_id AND period.state = 'waiting' AND period.to_at IS NULL
       JOIN ticket ON ticket.id = period.ticket_id
       WHERE ticket.business_day <= $day
         AND (target_counter_id IS NULL OR target_counter_id = $counterId)
         AND (target_officer_id IS NULL OR target_officer_id = $officerId)
         AND (not_before IS NULL OR not_before <= $now)
         AND (appointment_at IS NULL OR appointment_at <= $now)
       ORDER BY
         CASE WHEN appointment_at IS NULL THEN called.rank ELSE 0 END,
         CASE WHEN appointment_at IS NULL THEN (priority IS NOT NULL) <> $priorityFirst END,
         coalesce(appointment_at, order_at),
         ticket.number
       LIMIT 1`,
    )
    .pluck();
  // Backwards from the newest call, as far as the mixing looks; what is older lets priority in, whatever it was.
  const calls = db.prepare<[CounterId, number], { turn: string; day: string }>(
    `SELECT period.detail ->> '$' AS turn, ticket.business_day AS day
     FROM period JOIN ticket ON ticket.id = period.ticket_id
     WHERE period.counter_id = ? AND period.state = 'called' AND period.detail <> '"picked"'
     ORDER BY period.id DESC LIMIT ?`,
  );

  const normalCallsSincePriority = (counterId: CounterId, day: BusinessDay, oneOfEvery: number): number => {
    const recent = calls.all(counterId, oneOfEvery).filter((call) => call.day === day);
    const last = recent.findIndex(({ turn }) => turn === 'priority');
    return last === -1 ? Infinity : last;
  };

  return {
    normalCallsSincePriority,
    next: (desk, day, oneOfEvery, now) =>
      next.get({
        ...desk,
        day,
        now,
        priorityFirst: normalCallsSincePriority(desk.counterId, day, oneOfEvery) >= oneOfEvery - 1 ? 1 : 0,
      }) ?? null,
  };
}
