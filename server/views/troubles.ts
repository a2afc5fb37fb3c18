import type { View } from '../../shared/contract/views.ts';
import type { Context } from '../usecases/ports.ts';

type Trouble = View<'manage'>['floor']['troubles'][number];

/** A copy is made every night; after a night and a half without one, something keeps the server from it. */
const lateBackupMs = 36 * 3_600_000;

/** A kiosk tells how it fares every five minutes; one that is silent for two of these is not there. */
const heardWithinMs = 11 * 60_000;

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
    const isThere = report !== null && (id !== null || now() - report.at < heardWithinMs);
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

/** What is out of order among machines and what is kept. */
export function troublesOf(context: Context): Trouble[] {
  const names = new Map(context.store.devices.all().map(({ id, name }) => [id, name]));
  return [...printersIn(context, names), ...camerasIn(context), ...gone(context), ...keptIn(context)];
}
