import type { View } from '../../shared/contract/views.ts';
import type { OfficerId } from '../../shared/domain/ids.ts';
import type { CallingDesk } from '../../shared/domain/queue.ts';
import { fieldsCalled } from '../../shared/domain/queue.ts';
import type { Context } from '../usecases/ports.ts';
import type { Officer } from '../usecases/records.ts';
import { expectedAppointments } from './appointments.ts';
import { deskView } from './officerDesk.ts';
import { colleaguesOf, elsewhereOf, endedOf, lineOf, missedOf, parkedOf } from './officerLists.ts';
import type { Floor } from './shared.ts';
import { hoursView, meView, officeView } from './shared.ts';

/** The desk of an officer as the ordering rule sees it; null if the officer sits nowhere. */
function callingDeskOf({ store }: Context, floor: Floor, me: Officer): CallingDesk | null {
  const seat = floor.consoles().seatOf.get(me.id);
  if (seat === undefined) return null;
  const { counterId, officerId } = seat;
  const counter = floor.counters.find(({ id }) => id === counterId);
  return {
    desk: { counterId, officerId },
    fields: fieldsCalled(counter?.fieldIds ?? [], me.fields),
    normalCallsSincePriority: store.tickets.normalCallsSincePriority(
      counterId,
      floor.day,
      floor.office.oneOfEvery,
    ),
  };
}

/** For an officer's console: the desk, its visitor and its line. Null if the officer is gone. */
export function officerView(context: Context, floor: Floor, officerId: OfficerId): View<'officer'> | null {
  const consoles = floor.consoles();
  const me = consoles.officers.get(officerId);
  if (me === undefined) return null;
  const isManager = me.role !== 'officer';
  const desk = callingDeskOf(context, floor, me);
  return {
    office: officeView(floor),
    me: { ...meView(me), mayPick: me.mayPick || isManager },
    opening: floor.opening,
    counters: consoles.counters,
    desk: desk && deskView(context, consoles, desk),
    fields: [...floor.fieldViews],
    procedures: consoles.procedures
      .filter(({ fieldId }) => desk?.fields.has(fieldId) === true)
      .map(({ key, fieldId, name, limit }) => ({ key, fieldId, name, limit })),
    hours: hoursView(context),
    priorityClasses: consoles.priorityClasses,
    texts: consoles.texts,
    line: desk === null ? [] : lineOf(consoles, desk, floor.office.oneOfEvery, context.now()),
    parked: desk === null ? [] : parkedOf(consoles, desk),
    missed: desk === null ? [] : missedOf(consoles, desk),
    ended: desk === null ? [] : endedOf(consoles, desk),
    elsewhere: elsewhereOf(
      consoles,
      desk?.desk.counterId ?? null,
      (fieldId) => isManager || desk?.fields.has(fieldId) === true,
    ),
    colleagues: colleaguesOf(consoles, officerId),
    appointments: expectedAppointments(context, floor),
    printersInTrouble: consoles.printersInTrouble,
    missPolicy: floor.office.missPolicy,
  };
}
