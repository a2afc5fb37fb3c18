import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { kioskRefusal } from './issueTicket.ts';
import { makeTicket } from './makeTicket.ts';
import type { Appointment } from './officeStore.ts';
import { openingNow } from './opening.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';
import { openVisitorRef } from './visitorRef.ts';

type By = ParsedInput<'appointment:checkIn'>['by'];
/** `visitorId`: who checks in, if the kiosk recognised them. */
type Found = { readonly appointment: Appointment; readonly visitorId: VisitorId | null };

/** The appointment with this code today; wrong codes are counted against the kiosk. */
function byCode(context: Context, code: string, caller: Caller): Result<Found, Refused> {
  const { store, wrongCodes } = context;
  const now = context.now();
  const by = actorOf(caller);
  const waitMs = wrongCodes.waitMs(by, now);
  if (waitMs > 0) return err(refuse('tooManyAttempts', { seconds: Math.ceil(waitMs / 1000) }));
  const day = businessDayOf(now, store.office.office().timeZone);
  const appointment = store.appointments.byCode(day, code);
  if (appointment !== null && !appointment.cancelled) return ok({ appointment, visitorId: null });
  wrongCodes.failed(by, now);
  return err(refuse('unknownAppointment'));
}

/** The appointment of a recognised visitor, if it is theirs and today's. */
function byVisitor(
  context: Context,
  { visitorRef, appointmentId }: Extract<By, { kind: 'visitor' }>,
): Result<Found, Refused> {
  const { store } = context;
  const now = context.now();
  const visitorId = openVisitorRef(context.vault, visitorRef, now);
  if (visitorId === null) return err(refuse('visitorRefExpired'));
  const appointment = store.appointments.find(appointmentId);
  const today = businessDayOf(now, store.office.office().timeZone);
  return appointment === null ||
    appointment.cancelled ||
    appointment.visitorId !== visitorId ||
    appointment.day !== today
    ? err(refuse('unknownAppointment'))
    : ok({ appointment, visitorId });
}

/**
 * A visitor with an appointment is here and gets a number: called at the time agreed on, whatever the hours and quotas
 * of the others are; or, too late for that, a number like anybody's, if numbers are still given.
 */
export function checkIn(
  context: Context,
  { by }: ParsedInput<'appointment:checkIn'>,
  caller: Caller,
): Result<RequestOutput<'appointment:checkIn'>, Refused> {
  const { store } = context;
  if (openingNow(context).kind === 'locked') return err(refuse('locked'));
  const found = by.kind === 'code' ? byCode(context, by.code, caller) : byVisitor(context, by);
  if (!found.ok) return found;
  const { appointment, visitorId } = found.value;
  if (appointment.ticket !== null)
    return err(refuse('appointmentUsed', { number: appointment.ticket.number }));
  const field = store.office.fields().find(({ id }) => id === appointment.fieldId);
  if (field === undefined) return err(refuse('unknownField'));
  const late = context.now() > appointment.at + store.office.office().limits.lateToleranceMs;
  const refusal = late ? kioskRefusal(context, field) : null;
  if (refusal !== null) return err(refusal);
  const ticket = makeTicket(
    context,
    {
      field,
      legs: [],
      visitorId,
      priority: null,
      priorityConfirmed: false,
      appointmentAt: late ? null : appointment.at,
      channel: 'appointment',
    },
    caller,
  );
  store.appointments.checkIn(appointment.id, ticket.ticketId);
  return ok(ticket);
}
