import type { BusinessDay, FieldId } from '../../shared/domain/ids.ts';
import type { TicketStore } from '../usecases/store.ts';
import type { Db } from './open.ts';
import type { TicketRow } from './ticketRow.ts';
import { ofDay, selectTicket, ticketOf } from './ticketRow.ts';

/** Tickets of a day by what became of them. */
export function lists(db: Db): Pick<TicketStore, 'waiting' | 'line' | 'open' | 'ended'> {
  const waiting = db.prepare<{ day: BusinessDay }, TicketRow>(
    `${selectTicket} AND state = 'waiting' AND ${ofDay} ORDER BY order_at, number`,
  );
  const line = db.prepare<{ day: BusinessDay; fieldId: FieldId }, TicketRow>(
    `${selectTicket} AND state = 'waiting' AND period.field_id = $fieldId AND ${ofDay} ORDER BY order_at, number`,
  );
  const open = db.prepare<{ day: BusinessDay }, TicketRow>(
    `${selectTicket} AND state IN ('waiting', 'called', 'serving', 'parked', 'missed') AND ${ofDay}
     ORDER BY order_at, number`,
  );
  // First the newest, by the index, then whether they are of the day: else a quiet field's whole past would be read.
  const newest = (state: 'done' | 'cancelled'): string => `
    SELECT id FROM (
      SELECT id FROM period WHERE to_at IS NULL AND state = '${state}' AND field_id = $fieldId
      ORDER BY id DESC LIMIT $limit
    )`;
  const ended = db.prepare<[{ fieldId: FieldId; day: BusinessDay; limit: number }], TicketRow>(
    `${selectTicket} AND business_day = $day
       AND period.id IN (${newest('done')} UNION ALL ${newest('cancelled')})
     ORDER BY period.id DESC LIMIT $limit`,
  );
  return {
    waiting: (day) => waiting.all({ day }).map(ticketOf),
    line: (day, fieldId) => line.all({ day, fieldId }).map(ticketOf),
    open: (day) => open.all({ day }).map(ticketOf),
    ended: (fieldId, day, limit) => ended.all({ fieldId, day, limit }).map(ticketOf),
  };
}
