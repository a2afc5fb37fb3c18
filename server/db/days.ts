import type { BusinessDay, Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { StateKind } from '../../shared/domain/ticket.ts';
import type { DayStore } from '../usecases/officeStore.ts';
import type { Db } from './open.ts';

type TicketRow = { number: string; open: 0 | 1; today: 0 | 1 };

/** What the passing of time and the limits on numbers need to know. */
export function dayStore(db: Db): DayStore {
  const lastPlace = db
    .prepare<[BusinessDay], Millis | null>('SELECT max(order_at) FROM ticket WHERE business_day = ?')
    .pluck();
  // Whoever missed the calls is out of the line, and has to be able to take a new number.
  const ofVisitor = db.prepare<{ visitorId: VisitorId; day: BusinessDay }, TicketRow>(`
    SELECT number, state IN ('waiting', 'called', 'serving', 'parked') AS open, business_day = $day AS today
    FROM ticket JOIN period ON period.ticket_id = ticket.id AND to_at IS NULL
    WHERE visitor_id = $visitorId AND (open OR today)
    ORDER BY issued_at`);
  const due = db
    .prepare<{ from: Millis; to: Millis }, 0 | 1>(
      `SELECT EXISTS (
         SELECT 1 FROM period JOIN ticket ON ticket.id = period.ticket_id
         WHERE state = 'waiting' AND to_at IS NULL
           AND ((not_before > $from AND not_before <= $to) OR (appointment_at > $from AND appointment_at <= $to))
       )`,
    )
    .pluck();
  const byState = db.prepare<[BusinessDay], { state: StateKind; count: number }>(`
    SELECT state, count(*) AS count FROM ticket JOIN period ON period.ticket_id = ticket.id AND to_at IS NULL
    WHERE business_day = ? GROUP BY state`);
  const leave = db.prepare('DELETE FROM desk WHERE taken_at < ?');
  return {
    lastPlace: (day) => lastPlace.get(day) ?? null,
    ticketsOf: (visitorId, day) =>
      ofVisitor
        .all({ visitorId, day })
        .map(({ number, open, today }) => ({ number, open: open === 1, ofToday: today === 1 })),
    somebodyDue: (from, to) => due.get({ from, to }) === 1,
    ticketsByState: (day) => new Map(byState.all(day).map(({ state, count }) => [state, count])),
    leaveDesksTakenBefore: (time) => void leave.run(time),
  };
}
