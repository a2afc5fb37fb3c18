import type { BusinessDay, FieldId, Millis, TicketId, VisitorId } from '../../shared/domain/ids.ts';
import type { Appointment, AppointmentStore } from '../usecases/officeStore.ts';
import type { Vault } from '../usecases/ports.ts';
import type { Db } from './open.ts';
import { SealBroken } from './visitors.ts';

type Row = {
  id: number;
  code: string;
  business_day: string;
  at: number;
  field_id: number;
  name_sealed: Buffer | null;
  visitor_id: string | null;
  cancelled_at: number | null;
  ticket_id: string | null;
  ticket_number: string | null;
};

const select = `
  SELECT appointment.*, ticket.number AS ticket_number
  FROM appointment LEFT JOIN ticket ON ticket.id = appointment.ticket_id`;

/** How many opened names are kept in memory. */
const remembered = 1_000;

/** Neither cancelled nor checked in. */
const open = 'cancelled_at IS NULL AND ticket_id IS NULL';

/** What a sealed name is bound to: the day and the code, which no two appointments share. */
export const appointmentContext = ({ business_day: day, code }: Pick<Row, 'business_day' | 'code'>): string =>
  `appointment ${code} of ${day}`;

/** Appointments, with the names sealed. */
export function appointmentStore(db: Db, vault: Vault): AppointmentStore {
  const add = db.prepare(`
    INSERT INTO appointment (code, business_day, at, field_id, name_sealed, visitor_id, actor)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const find = db.prepare<[number], Row>(`${select} WHERE appointment.id = ?`);
  const byCode = db.prepare<[BusinessDay, string], Row>(
    `${select} WHERE appointment.business_day = ? AND code = ?`,
  );
  const ofDay = db.prepare<[BusinessDay], Row>(
    `${select} WHERE appointment.business_day = ? ORDER BY at, appointment.id`,
  );
  const expected = db.prepare<[BusinessDay, number], Row>(`
    ${select} WHERE appointment.business_day = ? AND ${open}
    ORDER BY at, appointment.id LIMIT ?`);
  const ofVisitor = db.prepare<[VisitorId, BusinessDay], Row>(`
    ${select} WHERE appointment.visitor_id = ? AND appointment.business_day = ? AND ${open}
    ORDER BY at, appointment.id`);
  const from = db.prepare<[Millis, number], Row>(
    `${select} WHERE at >= ? AND cancelled_at IS NULL ORDER BY at, appointment.id LIMIT ?`,
  );
  const checkIn = db.prepare('UPDATE appointment SET ticket_id = ? WHERE id = ?');
  const cancel = db.prepare('UPDATE appointment SET cancelled_at = ? WHERE id = ?');
  const named = db.prepare<[], VisitorId>('SELECT id FROM visitor WHERE name_sealed IS NOT NULL').pluck();

  // Every view of staff lists names, and opening a hundred of them takes milliseconds. By what is sealed, since the id
  // of an appointment whose transaction failed is used again.
  const names = new Map<string, string>();
  const nameOf = (row: Row): string | null => {
    if (row.name_sealed === null) return null;
    const context = appointmentContext(row);
    const key = context + row.name_sealed.toString('latin1');
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = vault.open('appointment', context, row.name_sealed);
    if (name === null) throw new SealBroken('the name of an appointment was changed from outside');
    if (names.size >= remembered) names.clear();
    names.set(key, name.toString('utf8'));
    return name.toString('utf8');
  };
  const appointmentOf = (row: Row): Appointment => ({
    id: row.id,
    code: row.code,
    day: row.business_day as BusinessDay,
    at: row.at,
    fieldId: row.field_id as FieldId,
    name: nameOf(row),
    visitorId: row.visitor_id as VisitorId | null,
    cancelled: row.cancelled_at !== null,
    ticket:
      row.ticket_id === null || row.ticket_number === null
        ? null
        : { id: row.ticket_id as TicketId, number: row.ticket_number },
  });
  const orNull = (row: Row | undefined): Appointment | null =>
    row === undefined ? null : appointmentOf(row);

  return {
    add: ({ code, day, at, fieldId, name, visitorId }, by) => {
      const context = appointmentContext({ business_day: day, code });
      const sealed = name === null ? null : vault.seal('appointment', context, Buffer.from(name, 'utf8'));
      add.run(code, day, at, fieldId, sealed, visitorId, by);
    },
    find: (id) => orNull(find.get(id)),
    byCode: (day, code) => orNull(byCode.get(day, code)),
    ofVisitor: (visitorId, day) => ofVisitor.all(visitorId, day).map(appointmentOf),
    ofDay: (day) => ofDay.all(day).map(appointmentOf),
    expected: (day, limit) => expected.all(day, limit).map(appointmentOf),
    from: (at, limit) => from.all(at, limit).map(appointmentOf),
    checkIn: (id, ticketId) => void checkIn.run(ticketId, id),
    cancel: (id, now) => void cancel.run(now, id),
    forgetOpenedNames: () => names.clear(),
    namedVisitors: () => named.all(),
  };
}
