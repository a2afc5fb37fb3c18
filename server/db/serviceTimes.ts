import type { ArrivalTally } from '../../shared/domain/estimate/arrivals.ts';
import type { CallRecord } from '../../shared/domain/estimate/calls.ts';
import type { BusinessDay, CounterId, FieldId, OfficerId } from '../../shared/domain/ids.ts';
import type { StateKind } from '../../shared/domain/ticket.ts';
import type { WaitStore } from '../usecases/store.ts';
import type { Db } from './open.ts';

type CallRow = {
  days_ago: number;
  field_id: number;
  counter_id: number;
  officer_id: number;
  issued_at: number;
  ready_at: number;
  called_at: number;
  ended_at: number | null;
  earlier_calls: number;
  next_state: StateKind | null;
  next_not_before: number | null;
  next_to: number | null;
  then_state: StateKind | null;
};
type Days = { day: string; from: string; until: string };

/** One row for each call of the days: the stay before it, the one after it, and what came after that. */
const callsSql = `
  SELECT CAST(julianday($day) - julianday(ticket.business_day) AS INTEGER) AS days_ago,
         call.field_id, call.counter_id, call.officer_id, ticket.issued_at,
         max(before.from_at, coalesce(before.not_before, 0), coalesce(ticket.appointment_at, 0)) AS ready_at,
         call.from_at AS called_at, call.to_at AS ended_at,
         (SELECT count(*) FROM period AS earlier
          WHERE earlier.ticket_id = ticket.id AND earlier.id < call.id AND earlier.state = 'called') AS earlier_calls,
         next.state AS next_state, next.not_before AS next_not_before, next.to_at AS next_to,
         (SELECT state FROM period WHERE ticket_id = ticket.id AND id > next.id ORDER BY id LIMIT 1) AS then_state
  FROM ticket
  CROSS JOIN period AS call ON call.ticket_id = ticket.id AND call.state = 'called'
  JOIN period AS before ON before.id = (
    SELECT max(id) FROM period WHERE ticket_id = ticket.id AND id < call.id
  )
  LEFT JOIN period AS next ON next.id = (
    SELECT min(id) FROM period WHERE ticket_id = ticket.id AND id > call.id
  )
  WHERE ticket.business_day >= $from AND ticket.business_day < $until
  ORDER BY call.id`;

/** Only a miss begins a cool-down; a call that was taken back or transferred says nothing about the visitor. */
function answerOf({ next_state, next_not_before }: CallRow): CallRecord['answer'] {
  if (next_state === 'serving') return 'came';
  return next_state === 'missed' || (next_state === 'waiting' && next_not_before !== null) ? 'missed' : null;
}

const callOf = (row: CallRow): CallRecord => ({
  daysAgo: row.days_ago,
  fieldId: row.field_id as FieldId,
  counterId: row.counter_id as CounterId,
  officerId: row.officer_id as OfficerId,
  issuedAt: row.issued_at,
  readyAt: row.ready_at,
  calledAt: row.called_at,
  endedAt: row.ended_at,
  earlierCalls: row.earlier_calls,
  answer: answerOf(row),
  // What the close of the day ended was no whole service.
  servedUntil: row.next_state === 'serving' && row.then_state !== 'expired' ? row.next_to : null,
});

/** What waits are foretold from: how long things took, and how many came. */
export function waitStore(db: Db): WaitStore {
  const calls = db.prepare<[Days], CallRow>(callsSql);
  const dayBefore = db.prepare<[string, string], string>('SELECT date(?, ?)').pluck();
  const arrivals = db.prepare<[Days], { field_id: number; hour: number; count: number }>(`
    SELECT issued_field_id AS field_id, issued_at / 3600000 % 24 AS hour, count(*) AS count
    FROM ticket
    WHERE business_day >= $from AND business_day < $until AND business_day <> $day AND priority IS NOT NULL
    GROUP BY issued_field_id, hour`);
  const days = db
    .prepare<[Days], number>(
      `SELECT count(DISTINCT business_day) FROM ticket
       WHERE business_day >= $from AND business_day < $until AND business_day <> $day`,
    )
    .pluck();
  const shifted = (day: BusinessDay, by: number): string => dayBefore.get(day, `${by} days`) ?? day;
  const before = (day: BusinessDay, count: number): Days => ({
    day,
    from: shifted(day, -count),
    until: day,
  });

  return {
    callsBefore: (day, count) => calls.all(before(day, count)).map(callOf),
    callsOn: (day) => calls.all({ day, from: day, until: shifted(day, 1) }).map(callOf),
    priorityArrivalsBefore: (day, count) => ({
      days: days.get(before(day, count)) ?? 0,
      tallies: arrivals.all(before(day, count)).map((row): ArrivalTally => ({
        fieldId: row.field_id as FieldId,
        priority: true,
        hour: row.hour,
        count: row.count,
      })),
    }),
  };
}
