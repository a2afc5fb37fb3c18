import type { BusinessDay, CounterId, FieldId, TicketId } from '../../shared/domain/ids.ts';
import type { Call } from '../usecases/records.ts';
import type { TicketStore } from '../usecases/store.ts';
import type { Db } from './open.ts';

type CallRow = {
  ticket_id: string;
  announcement_id: number;
  announcements: number;
  ticket_number: string;
  counter_id: number;
  counter_number: number;
  field_id: number;
  state: 'called' | 'serving';
  called_at: number;
  misses: number;
};
type RecentRow = { ticket_number: string; counter_number: number; field_id: number };

/** What displays show: calls that are open, and those that were. */
export function callStore(db: Db): Pick<TicketStore, 'openCalls' | 'recentCalls'> {
  // The announcements of a ticket being served belong to the call before it, its newest 'called' period.
  const open = db.prepare<[], CallRow>(`
    SELECT ticket.id AS ticket_id, ticket.number AS ticket_number, ticket.misses, now.counter_id, counter.number AS counter_number, now.field_id, now.state,
           call.from_at AS called_at, max(announcement.id) AS announcement_id,
           count(announcement.id) AS announcements
    FROM period AS now
    JOIN ticket ON ticket.id = now.ticket_id
    JOIN counter ON counter.id = now.counter_id
    JOIN period AS call ON call.id = (
      SELECT max(id) FROM period WHERE ticket_id = now.ticket_id AND state = 'called'
    )
    JOIN announcement ON announcement.period_id = call.id
    WHERE now.to_at IS NULL AND now.state IN ('called', 'serving')
    GROUP BY now.id
    ORDER BY announcement_id DESC`);
  // With max() alone, SQLite takes the other columns from that row: each ticket's last call. CROSS JOIN and the plus make
  // it begin with the tickets of the day, or every call there ever was would be read.
  const recent = db.prepare<
    { day: BusinessDay; limit: number; fieldIds: string; counterIds: string },
    RecentRow
  >(`
    SELECT ticket.number AS ticket_number, counter.number AS counter_number, call.field_id, max(call.id) AS last
    FROM ticket
    CROSS JOIN period AS call ON call.ticket_id = ticket.id
    JOIN counter ON counter.id = call.counter_id
    JOIN period AS now ON now.ticket_id = ticket.id AND now.to_at IS NULL
    WHERE ticket.business_day = $day AND +call.state = 'called' AND now.state NOT IN ('called', 'serving')
    GROUP BY ticket.id
    HAVING ($fieldIds = '[]' OR call.field_id IN (SELECT value FROM json_each($fieldIds)))
       AND ($counterIds = '[]' OR call.counter_id IN (SELECT value FROM json_each($counterIds)))
    ORDER BY last DESC LIMIT $limit`);

  return {
    openCalls: () =>
      open.all().map((row): Call => ({
        ticketId: row.ticket_id as TicketId,
        announcementId: row.announcement_id,
        announcements: row.announcements,
        number: row.ticket_number,
        counterId: row.counter_id as CounterId,
        counterNumber: row.counter_number,
        fieldId: row.field_id as FieldId,
        state: row.state,
        calledAt: row.called_at,
        misses: row.misses,
      })),
    recentCalls: (day, limit, of = { fieldIds: [], counterIds: [] }) => {
      const only = { fieldIds: JSON.stringify(of.fieldIds), counterIds: JSON.stringify(of.counterIds) };
      return recent.all({ day, limit, ...only }).map((row) => ({
        number: row.ticket_number,
        counterNumber: row.counter_number,
        fieldId: row.field_id as FieldId,
      }));
    },
  };
}
