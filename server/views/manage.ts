import type { View } from '../../shared/contract/views.ts';
import { fieldIcons } from '../../shared/contract/settings.ts';
import type { OfficerId } from '../../shared/domain/ids.ts';
import type { Context } from '../usecases/ports.ts';
import { ownMachine } from '../usecases/publicStore.ts';
import { couldPush } from '../usecases/pushes.ts';
import { wallSettings } from '../usecases/wallSettings.ts';
import { comingAppointments } from './appointments.ts';
import { duplicatesView } from './duplicates.ts';
import { dossiersView } from './dossiers.ts';
import { staffCounter } from './consoleFloor.ts';
import { facesView } from './faces.ts';
import { privacyView } from './privacy.ts';
import type { Floor } from './shared.ts';
import { hoursView, meView, officeView } from './shared.ts';

/** As the contract names screens: null is the one on the server's own machine. */
const deviceOf = (deviceId: number): number | null => (deviceId === ownMachine ? null : deviceId);

function publicScreensView(context: Context): Pick<View<'manage'>, 'walls' | 'printers'> {
  const { store, printers } = context;
  return {
    walls: [...wallSettings(context)].map(([id, setting]) => ({ deviceId: deviceOf(id), setting })),
    printers: [...store.printers.all()].map(([id, address]) => ({
      deviceId: deviceOf(id),
      address,
      state: printers.stateOf(id) ?? 'away',
    })),
  };
}

/** What a kiosk said last; null stands for the one on the server's own machine. */
function healthView({ deviceHealth }: Context, deviceId: number | null): View<'manage'>['ownKiosk'] {
  const report = deviceHealth.of(deviceId);
  return report && { at: report.at, ...report.health };
}

function remoteView({ store, heeded, printers }: Context, deviceId: number): View<'manage'>['ownRemote'] {
  const asked = store.wishes.of(deviceId);
  const heeds = heeded.of(deviceId);
  return {
    asked,
    lockDone: (heeds?.locked ?? false) === asked.locked,
    reloadDone: (heeds?.reloads ?? 0) >= asked.reloads,
    canReprint: printers.hasPrinted(deviceId),
  };
}

function keepingView({ backups }: Context): View<'manage'>['keeping'] {
  const { lastAt, trouble, auditIntact } = backups.state();
  const last = backups.lastPutBack();
  return {
    lastBackupAt: lastAt,
    backupTrouble: trouble,
    auditIntact,
    making: backups.isMaking(),
    isPuttingBack: backups.isPuttingBack(),
    putBack: last && { done: last.done, at: last.at, madeAt: last.madeAt },
  };
}

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
    floor: floor.live(),
    opening: floor.opening,
    hours: hoursView(context),
    storageTrouble: store.trouble(),
    rules: { oneOfEvery: floor.office.oneOfEvery, ...floor.office.missPolicy, ...floor.office.limits },
    priorityClasses: [...store.office.priorityClasses()],
    texts: store.texts.all(),
    catalogueStamp: store.texts.catalogueStamp(),
    lock: floor.office.lock,
    ...publicScreensView(context),
    publicUrl: { set: store.office.publicUrl(), used: context.publicUrl() },
    push: { on: store.pushes.isOn(), possible: couldPush(context) },
    danBiet: store.danBiet.isOn(),
    fields: floor.fields.map(({ id, prefix, name, description, icon, colour, serviceMs, dailyQuota }) => ({
      id,
      prefix,
      name,
      description,
      icon: fieldIcons.find((known) => known === icon) ?? 'info',
      colour,
      serviceMs,
      dailyQuota,
      issuedToday: store.tickets.countGiven(id, floor.day),
    })),
    appointments: comingAppointments(context),
    officers: store.officers.all().map((officer) => ({
      ...meView(officer),
      login: officer.login,
      hasPassword: officer.passwordHash !== null,
      counterNumber: numberOf(store.desks.ofOfficer(officer.id)?.counterId ?? null),
      fields: [...officer.fields],
      mayPick: officer.mayPick,
    })),
    counters: floor.counters.map(staffCounter),
    devices: store.devices.all().map(({ id, screen, name, counterId, pairedAt }) => ({
      id,
      screen,
      name,
      counterNumber: numberOf(counterId),
      pairedAt,
      connected: context.isConnected(id),
      health: healthView(context, id),
      remote: remoteView(context, id),
    })),
    ownKiosk: healthView(context, null),
    keptNumbers: store.reserves.countKept(),
    ownRemote: remoteView(context, ownMachine),
    faces: facesView(context),
    duplicates: duplicatesView(context),
    dossiers: dossiersView(context),
    keeping: keepingView(context),
    assistant: [...store.assistant.all()],
    retention: store.retention.periods(),
    privacy: privacyView(context),
  };
}
