import type { View } from '../../shared/contract/views.ts';
import type { Appointment } from '../usecases/officeStore.ts';
import type { Context } from '../usecases/ports.ts';
import type { Floor } from './shared.ts';

const expectedShown = 100;
const comingShown = 200;

const listed = ({ id, code, fieldId, at, name }: Appointment): View<'officer'>['appointments'][number] => ({
  id,
  code,
  fieldId,
  at,
  name,
});

/** Who is still expected today, for officers. */
export const expectedAppointments = ({ store }: Context, { day }: Floor): View<'officer'>['appointments'] =>
  store.appointments.expected(day, expectedShown).map(listed);

/** Who is to come from now on, for managers. */
export const comingAppointments = ({ store, now }: Context): View<'manage'>['appointments'] =>
  store.appointments
    .from(now(), comingShown)
    .map((appointment) => ({ ...listed(appointment), checkedIn: appointment.ticket !== null }));
