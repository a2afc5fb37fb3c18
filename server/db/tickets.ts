import type { BusinessDay, CounterId, FieldId, TicketId, VisitorId } from '../../shared/domain/ids.ts';
import { nextOrdinary } from '../../shared/domain/reserve.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { reserveChannel } from '../usecases/reserveStore.ts';
import type { TicketStore } from '../usecases/store.ts';
import { deviceIdOf } from './actor.ts';
import { callStore } from './calls.ts';
import type { Db } from './open.ts';
import { lists } from './lists.ts';
import { nextInTurnSql } from './queue.ts';
import { ticketEvents } from './ticketEvents.ts';
import type { TicketRow } from './ticketRow.ts';
import { movingValues, periodValues, selectTicket, ticketOf } from './ticketRow.ts';
import { visitStore } from './visits.ts';

const announcementsOf = ({ state }: Ticket): number => (state.kind === 'called' ? state.announcements : 0);

/** Nobody is told of a ticket that has come to one of these. */
const over: ReadonlySet<Ticket['state']['kind']> = new Set(['done', 'cancelled', 'expired']);

const notBeforeOf = ({ state }: Ticket): number | null => (state.kind === 'waiting' ? state.notBefore : null);

/**
 * What leaves a ticket in its state goes on with the same stay, but for who is sent on from one line to another, or back
 * into line, in the very moment in which the wait began.
 */
const isNewStay = (before: Ticket, after: Ticket): boolean =>
  before.state.kind !== after.state.kind ||
  before.fieldId !== after.fieldId ||
  before.since !== after.since ||
  notBeforeOf(before) !== notBeforeOf(after);

/** Writing tickets: every change of state is one more period. */
function writer(db: Db): Pick<TicketStore, 'add' | 'save'> {
  const insertTicket = db.prepare(`
    INSERT INTO ticket (id, number, business_day, issued_field_id, sequence, issued_at, visitor_id, priority,
                        priority_confirmed, legs, appointment_at, channel, device_id, field_id, order_at,
                        target_counter_id, target_officer_id, misses)
    VALUES ($id, $number, $day, $fieldId, $sequence, $issuedAt, $visitorId, $priority,
            $priorityConfirmed, $legs, $appointmentAt, $channel, $deviceId, $fieldId, $orderAt,
            $targetCounterId, $targetOfficerId, $misses)`);
  const updateTicket = db.prepare(`
    UPDATE ticket SET field_id = $fieldId, order_at = $orderAt, appointment_at = $appointmentAt,
                      target_counter_id = $targetCounterId, target_officer_id = $targetOfficerId, misses = $misses,
                      priority = $priority, priority_confirmed = $priorityConfirmed, legs = $legs
    WHERE id = $id`);
  const closePeriod = db.prepare('UPDATE period SET to_at = $at WHERE ticket_id = $id AND to_at IS NULL');
  const openPeriod = db.prepare(`
    INSERT INTO period (ticket_id, state, field_id, counter_id, officer_id, from_at, not_before, detail, actor)
    VALUES ($ticketId, $state, $fieldId, $counterId, $officerId, $from, $notBefore, $detail, $actor)`);
  const forgetPush = db.prepare('DELETE FROM push_subscription WHERE ticket_id = ?');
  const announce = db.prepare(`
    INSERT INTO announcement (period_id, at)
    SELECT id, $at FROM period WHERE ticket_id = $id AND to_at IS NULL`);

  const events = ticketEvents(db);
  return {
    add: (ticket, sequence, channel, by) => {
      insertTicket.run({
        ...movingValues(ticket),
        number: ticket.number,
        day: ticket.businessDay,
        sequence,
        issuedAt: ticket.issuedAt,
        visitorId: ticket.visitorId,
        channel,
        deviceId: deviceIdOf(by),
      });
      openPeriod.run({ ...periodValues(ticket), actor: by });
      events.issued(ticket);
    },
    save: (before, after, by, now) => {
      if (isNewStay(before, after)) {
        closePeriod.run({ id: after.id, at: after.since });
        openPeriod.run({ ...periodValues(after), actor: by });
        events.moved(after, now);
        // Where its holder's phone is reached is nobody's business from then on.
        if (over.has(after.state.kind)) forgetPush.run(after.id);
      }
      updateTicket.run(movingValues(after));
      if (announcementsOf(after) > announcementsOf(before)) announce.run({ id: after.id, at: now });
    },
  };
}

/** Tickets, their periods, and what the line looks like. */
export function ticketStore(db: Db): TicketStore {
  const lastSequence = db
    .prepare<[{ fieldId: FieldId; day: BusinessDay }], number>(
      // From the highest down: only a kiosk's own numbers are passed over.
      `SELECT max(
         coalesce((SELECT sequence FROM ticket
                   WHERE issued_field_id = $fieldId AND business_day = $day AND channel <> '${reserveChannel}'
                   ORDER BY sequence DESC LIMIT 1), 0),
         -- Letters may have been another field's earlier in the day.
         (SELECT coalesce(max(sequence), 0) FROM ticket JOIN field ON field.id = $fieldId
          WHERE business_day = $day AND number BETWEEN prefix || '0' AND prefix || '9999999'
            AND issued_field_id <> $fieldId AND channel <> '${reserveChannel}'),
         (SELECT coalesce(max(last), 0) FROM given_before
          WHERE kind = 'ticket' AND scope = $day AND prefix = (SELECT prefix FROM field WHERE id = $fieldId))
       )`,
    )
    .pluck();
  const countGiven = db
    .prepare<[FieldId, BusinessDay], number>(
      'SELECT count(*) FROM ticket WHERE issued_field_id = ? AND business_day = ?',
    )
    .pluck();
  const isTaken = db
    .prepare<{ day: BusinessDay; fieldId: FieldId; sequence: number; number: string }, 0 | 1>(
      `SELECT EXISTS (SELECT 1 FROM ticket
                      WHERE business_day = $day AND issued_field_id = $fieldId AND sequence = $sequence)
           OR EXISTS (SELECT 1 FROM ticket WHERE business_day = $day AND number = $number)`,
    )
    .pluck();
  const byId = db.prepare<[TicketId], TicketRow>(`${selectTicket} AND ticket.id = ?`);
  const atCounter = db.prepare<[CounterId], TicketRow>(
    `${selectTicket} AND counter_id = ? AND state IN ('called', 'serving')`,
  );
  const openBefore = db.prepare<[BusinessDay], TicketRow>(
    `${selectTicket} AND state IN ('waiting', 'called', 'serving', 'parked', 'missed') AND business_day < ?`,
  );
  const usual = db
    .prepare<[VisitorId, number], number>(
      `SELECT issued_field_id FROM ticket JOIN field ON field.id = issued_field_id
       WHERE visitor_id = ? AND removed_at IS NULL
       GROUP BY issued_field_id ORDER BY max(issued_at) DESC LIMIT ?`,
    )
    .pluck();
  const orNull = (row: TicketRow | undefined): Ticket | null => (row === undefined ? null : ticketOf(row));

  return {
    ...writer(db),
    ...callStore(db),
    ...lists(db),
    ...visitStore(db),
    ...nextInTurnSql(db),
    nextSequence: (fieldId, day) => nextOrdinary(lastSequence.get({ fieldId, day }) ?? 0),
    countGiven: (fieldId, day) => countGiven.get(fieldId, day) ?? 0,
    isTaken: (place) => isTaken.get(place) === 1,
    find: (id) => orNull(byId.get(id)),
    atCounter: (counterId) => orNull(atCounter.get(counterId)),
    openBefore: (day) => openBefore.all(day).map(ticketOf),
    usualFields: (visitorId, limit) => usual.all(visitorId, limit) as FieldId[],
  };
}
