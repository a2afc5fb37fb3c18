import type { CounterId, FieldId, Millis, OfficerId, TicketId } from '../../shared/domain/ids.ts';
import type { ServiceStore, StoredService } from '../usecases/queueStore.ts';
import type { Db } from './open.ts';

type ServiceRow = {
  id: number;
  ticket_id: string;
  field_id: number;
  counter_id: number;
  officer_id: number;
  finished_at: number;
  legs: string;
};

const serviceOf = (row: ServiceRow): StoredService => ({
  id: row.id,
  ticketId: row.ticket_id as TicketId,
  desk: { counterId: row.counter_id as CounterId, officerId: row.officer_id as OfficerId },
  fieldId: row.field_id as FieldId,
  legs: JSON.parse(row.legs) as FieldId[],
  finishedAt: row.finished_at,
});

/** What officers recorded at the end of each leg. */
export function serviceStore(db: Db): ServiceStore {
  const add = db.prepare(`
    INSERT INTO service (ticket_id, field_id, counter_id, officer_id, finished_at, legs, result, procedures,
                         dossier_codes)
    VALUES ($ticketId, $fieldId, $counterId, $officerId, $finishedAt, $legs, $result, $procedures, $dossierCodes)`);
  const last = db.prepare<[TicketId], ServiceRow>(
    'SELECT * FROM service WHERE ticket_id = ? ORDER BY id DESC LIMIT 1',
  );
  const remove = db.prepare('DELETE FROM service WHERE id = ?');
  // The plus: sorted afterwards, since in the order of the ids every service there ever was would be read.
  const since = db.prepare<[Millis], ServiceRow & { number: string }>(`
    SELECT service.*, number FROM service JOIN ticket ON ticket.id = ticket_id
    WHERE finished_at >= ? ORDER BY +service.id`);
  return {
    add: (ticketId, { desk, fieldId, legs, finishedAt }, { result, procedures, dossierCodes }) =>
      Number(
        add.run({
          ...desk,
          ticketId,
          fieldId,
          finishedAt,
          legs: JSON.stringify(legs),
          result,
          procedures: JSON.stringify(procedures),
          dossierCodes: JSON.stringify(dossierCodes),
        }).lastInsertRowid,
      ),
    last: (ticketId) => {
      const row = last.get(ticketId);
      return row === undefined ? null : serviceOf(row);
    },
    remove: (id) => void remove.run(id),
    since: (time) => since.all(time).map((row) => ({ ...serviceOf(row), number: row.number })),
  };
}
