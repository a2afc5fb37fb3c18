import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { appointmentRequests } from '../../shared/contract/requests/appointment.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { checkIn } from './checkIn.ts';
import { importAppointments } from './importAppointments.ts';
import { drawCode, namesakes, todayOf } from './newAppointment.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';
import type { UseCases } from './table.ts';

/** Enters an appointment. Refuses days that are over. */
function addAppointment(
  context: Context,
  { fieldId, at, name }: ParsedInput<'appointment:add'>,
  caller: Caller,
): Result<RequestOutput<'appointment:add'>, Refused> {
  const { store } = context;
  if (!store.office.fields().some(({ id }) => id === fieldId)) return err(refuse('unknownField'));
  const day = businessDayOf(at, store.office.office().timeZone);
  if (day < todayOf(context)) return err(refuse('timePassed'));
  const code = drawCode(new Set(store.appointments.ofDay(day).map((other) => other.code)));
  const visitorId = namesakes(context)(name);
  store.appointments.add({ code, day, at, fieldId, name, visitorId }, actorOf(caller));
  return ok({ code });
}

/** Takes an appointment back, unless the visitor has checked in. */
function cancelAppointment(
  { store, now }: Context,
  { appointmentId }: ParsedInput<'appointment:cancel'>,
): Result<RequestOutput<'appointment:cancel'>, Refused> {
  const appointment = store.appointments.find(appointmentId);
  if (appointment === null || appointment.cancelled) return err(refuse('unknownAppointment'));
  if (appointment.ticket !== null)
    return err(refuse('appointmentUsed', { number: appointment.ticket.number }));
  store.appointments.cancel(appointmentId, now());
  return ok({});
}

/** Every request about appointments. */
export const appointmentUseCases: UseCases<keyof typeof appointmentRequests> = {
  'appointment:add': addAppointment,
  'appointment:cancel': cancelAppointment,
  'appointment:import': importAppointments,
  'appointment:checkIn': checkIn,
};
