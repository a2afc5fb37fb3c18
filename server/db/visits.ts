import type { ServiceResult } from '../../shared/contract/schemas.ts';
import type { BusinessDay, FieldId, Millis, TicketId, VisitorId } from '../../shared/domain/ids.ts';
import type { TicketStore } from '../usecases/store.ts';
import type { Db } from './open.ts';

type VisitRow = {
  business_day: string;
  number: string;
  field_id: number;
  result: ServiceResult | null;
  procedures: string;
};

/** What is known of a visit and of those before it. */
export function visitStore(db: Db): Pick<TicketStore, 'visits' | 'visitsBefore' | 'servedMs'> {
  const visits = db.prepare<[VisitorId], number>('SELECT count(*) FROM ticket WHERE visitor_id = ?').pluck();
  const before = db.prepare<[{ visitorId: VisitorId; id: TicketId; limit: number }], VisitRow>(`
    SELECT business_day, number, field_id, (
      SELECT result FROM service WHERE ticket_id = ticket.id ORDER BY id DESC LIMIT 1
    ) AS result, (
      SELECT json_group_array(done.value ->> 'key')
      FROM service, json_each(service.procedures) AS done WHERE ticket_id = ticket.id
    ) AS procedures
    FROM ticket
    WHERE visitor_id = $visitorId AND id <> $id
      AND issued_at <= (SELECT issued_at FROM ticket WHERE id = $id)
    ORDER BY issued_at DESC, number DESC LIMIT $limit`);
  const served = db
    .prepare<[TicketId], Millis>(
      // The plus keeps the index by state away, by which every service there ever was would be read.
      `SELECT coalesce(sum(to_at - from_at), 0) FROM period WHERE ticket_id = ? AND +state = 'serving'`,
    )
    .pluck();
  return {
    visits: (visitorId) => visits.get(visitorId) ?? 0,
    visitsBefore: (visitorId, id, limit) =>
      before.all({ visitorId, id, limit }).map((row) => ({
        day: row.business_day as BusinessDay,
        number: row.number,
        fieldId: row.field_id as FieldId,
        result: row.result,
        procedures: JSON.parse(row.procedures) as string[],
      })),
    servedMs: (id) => served.get(id) ?? 0,
  };
}
