import type { BusinessDay, FieldId } from '../../shared/domain/ids.ts';
import type { TicketStore } from '../usecases/store.ts';
import type { Db } from './open.ts';
import type { TicketRow } from './ticketRow.ts';
import { selectTicket, ticketOf } from './ticketRow.ts';

/** Tickets of a day by what became of them. */
export function lists(db: Db): Pick<TicketStore, 'waiting' | 'open' | 'ended'> {
  // Those of earlier days that were kept and taken up again stand in today's line.
  const waiting = db.prepare<[BusinessDay], TicketRow>(
    `${selectTicket} AND state = 'waiting' AND business_day <= ? ORDER BY order_at, number`,
  );
  const open = db.prepare<[BusinessDay], TicketRow>(
    `${selectTicket} AND state IN ('waiting', 'called', 'serving', 'parked', 'missed') AND business_day <= ?
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
    waiting: (day) => waiting.all(day).map(ticketOf),
    open: (day) => open.all(day).map(ticketOf),
    ended: (fieldId, day, limit) => ended.all({ fieldId, day, limit }).map(ticketOf),
  };
}
