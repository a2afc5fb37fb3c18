import type { Health } from '../../shared/contract/health.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import type { deviceRequests } from '../../shared/contract/requests/device.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import { deviceWishUseCases } from './deviceWishes.ts';
import type { Caller, TransactionContext } from './ports.ts';
import type { UseCases } from './table.ts';

/** What a machine said last, and when by the server's clock; and since when it has said that its camera is off. */
export type HealthReport = {
  readonly at: Millis;
  readonly health: Health;
  readonly cameraOffSince: Millis | null;
};

/**
 * How the kiosks fare, in memory only: each says it again within minutes of the server's start. Null as device: the
 * kiosk on the server's own machine.
 */
export type DeviceHealth = {
  readonly keep: (deviceId: number | null, report: HealthReport) => void;
  readonly of: (deviceId: number | null) => HealthReport | null;
};

/** @returns a memory of nothing. */
export function makeDeviceHealth(): DeviceHealth {
  const reports = new Map<number | null, HealthReport>();
  return {
    keep: (deviceId, report) => void reports.set(deviceId, report),
    of: (deviceId) => reports.get(deviceId) ?? null,
  };
}

/** Keeps what a kiosk says of its machine. */
function keepHealth(
  { deviceHealth, now, afterCommit }: TransactionContext,
  { health }: ParsedInput<'device:health'>,
  caller: Caller,
): Result<RequestOutput<'device:health'>, Refused> {
  const deviceId = caller.kind === 'device' ? caller.deviceId : null;
  const at = now();
  const before = deviceHealth.of(deviceId)?.cameraOffSince ?? at;
  const report = { at, health, cameraOffSince: health.camera === 'off' ? before : null };
  afterCommit(() => deviceHealth.keep(deviceId, report));
  return ok({});
}

/** What the office's machines say of themselves, and what is asked of them. */
export const deviceUseCases: UseCases<keyof typeof deviceRequests> = {
  'device:health': keepHealth,
  ...deviceWishUseCases,
};
