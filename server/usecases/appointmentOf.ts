import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { Appointment } from './officeStore.ts';
import type { Context } from './ports.ts';

/** Today's appointment of a recognised visitor that has not become a ticket yet. */
export function appointmentOf(
  { store }: Context,
  visitorId: VisitorId,
  now: Millis,
): Pick<Appointment, 'id' | 'fieldId' | 'at'> | null {
  const day = businessDayOf(now, store.office.office().timeZone);
  const [next] = store.appointments.ofVisitor(visitorId, day);
  return next === undefined ? null : { id: next.id, fieldId: next.fieldId, at: next.at };
}
