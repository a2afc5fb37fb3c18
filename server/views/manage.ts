import type { View } from '../../shared/contract/views.ts';
import type { OfficerId } from '../../shared/domain/ids.ts';
import type { Context } from '../usecases/ports.ts';
import { facesView } from './faces.ts';
import type { Floor } from './shared.ts';
import { meView, officeView } from './shared.ts';

/** For the manage screen. Null if the officer is gone. */
export function manageView(context: Context, floor: Floor, officerId: OfficerId): View<'manage'> | null {
  const { store } = context;
  const me = store.officers.find(officerId);
  if (me === null) return null;
  const numberOf = (counterId: number | null): number | null =>
    floor.counters.find(({ id }) => id === counterId)?.number ?? null;
  return {
    office: officeView(floor),
    me: meView(me),
    opening: { kind: 'open', until: null },
    hours: { week: null, specialDays: [], lastTicketMs: 0 },
    rules: {
      oneOfEvery: 3,
      maxCalls: 3,
      coolDownMs: 300000,
      lateToleranceMs: 900000,
      openPerVisitor: null,
      dailyPerVisitor: null,
      keepParked: false,
    },
    lock: null,
    fields: floor.fields.map(({ id, prefix, name }) => ({
      id,
      prefix,
      name,
      dailyQuota: null,
      issuedToday: 0,
    })),
    appointments: [],
    officers: store.officers.all().map((officer) => ({
      ...meView(officer),
      login: officer.login,
      hasPassword: officer.passwordHash !== null,
      counterNumber: numberOf(store.desks.ofOfficer(officer.id)?.counterId ?? null),
      fields: [],
      mayPick: false,
    })),
    counters: floor.counters.map(({ id, number, name, fieldIds }) => ({
      id,
      number,
      name,
      fieldIds: [...fieldIds],
    })),
    devices: store.devices.all().map(({ id, screen, name, counterId, pairedAt }) => ({
      id,
      screen,
      name,
      counterNumber: numberOf(counterId),
      pairedAt,
      connected: context.isConnected(id),
    })),
    faces: facesView(context),
  };
}
