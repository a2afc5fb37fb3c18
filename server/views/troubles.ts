import type { View } from '../../shared/contract/views.ts';
import type { Context } from '../usecases/ports.ts';

type Trouble = View<'manage'>['floor']['troubles'][number];

/** A copy is made every night; after a night and a half without one, something keeps the server from it. */
const lateBackupMs = 36 * 3_600_000;

/** A kiosk tells how it fares every five minutes; one that is silent for two of these is not there. */
const heardWithinMs = 11 * 60_000;

/** What was told of a clock is told for so long, or until the server starts anew. */
const clockToldMs = 12 * 3_600_000;
/** Less is put right by the network all the time. */
const clockSetMs = 60_000;

/** Enough for some days' numbers; a backup of a large office may need as much by itself. */
const fewBytes = 500_000_000;
/** In which a new certificate can be made and every screen be told of it. */
const certificateEndsMs = 30 * 24 * 3_600_000;

type Names = ReadonlyMap<number, string>;

function printersIn({ store, printers }: Context, names: Names): Trouble[] {
  return [...store.printers.all().keys()].flatMap((id): Trouble[] => {
    const fault = printers.stateOf(id);
    if (fault === null || fault === 'ready') return [];
    return [{ kind: 'printer', name: names.get(id) ?? null, fault, since: printers.since(id) }];
  });
}

function camerasIn({ store, deviceHealth, isConnected, now }: Context): Trouble[] {
  const kiosks = store.devices.all().filter(({ id, screen }) => screen === 'kiosk' && isConnected(id));
  return [{ id: null, name: null }, ...kiosks].flatMap(({ id, name }): Trouble[] => {
    const report = deviceHealth.of(id);
    const since = report?.cameraOffSince ?? null;
    // Whether the kiosk on the server's own machine is still there is known only by its reports.
    const isThere = report !== null && (id !== null || Math.abs(now() - report.at) < heardWithinMs);
    return since !== null && isThere ? [{ kind: 'camera', name, since }] : [];
  });
}

function gone({ store, isConnected, lastThere }: Context): Trouble[] {
  return store.devices
    .all()
    .filter(({ id }) => !isConnected(id))
    .map(({ id, name, screen }) => ({ kind: 'screenGone', name, screen, since: lastThere('device', id) }));
}

function keptIn({ backups, now }: Context): Trouble[] {
  const { lastAt, trouble, auditIntact } = backups.state();
  const isLate = trouble !== null || (lastAt !== null && now() - lastAt > lateBackupMs);
  return [
    ...(isLate ? [{ kind: 'backup', since: lastAt } as const] : []),
    ...(auditIntact ? [] : [{ kind: 'audit', since: null } as const]),
  ];
}

/** What is wrong with the server's own machine. */
function serverIn({ serverHealth, now }: Context): Trouble[] {
  const { certificateUntil } = serverHealth;
  const clock = serverHealth.clockSet();
  const facesLostAt = serverHealth.facesLostAt();
  const freeBytes = serverHealth.freeBytes();
  const isTold =
    clock !== null && Math.abs(clock.by) >= clockSetMs && Math.abs(now() - clock.at) < clockToldMs;
  return [
    ...(isTold ? [{ kind: 'clock', by: clock.by, since: clock.at } as const] : []),
    ...(facesLostAt !== null ? [{ kind: 'faces', since: facesLostAt } as const] : []),
    ...(freeBytes !== null && freeBytes < fewBytes
      ? [{ kind: 'disk', freeBytes, since: null } as const]
      : []),
    ...(certificateUntil !== null && certificateUntil - now() < certificateEndsMs
      ? [{ kind: 'certificate', until: certificateUntil, since: null } as const]
      : []),
  ];
}

/** What is out of order among machines and what is kept. */
export function troublesOf(context: Context): Trouble[] {
  const names = new Map(context.store.devices.all().map(({ id, name }) => [id, name]));
  return [
    ...printersIn(context, names),
    ...camerasIn(context),
    ...gone(context),
    ...keptIn(context),
    ...serverIn(context),
  ];
}
