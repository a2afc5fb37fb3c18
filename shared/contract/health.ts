import { z } from 'zod';

/**
 * What a kiosk can recover from by itself: its page ended or could not load, its picture was lost, it no longer
 * answered, its window was closed, a helper of the browser ended, the server inside it ended; and on the page, the
 * camera went away, the camera worker was started again.
 */
export const faultKinds = [
  'page',
  'graphics',
  'hung',
  'window',
  'helper',
  'server',
  'camera',
  'worker',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const count = z.int().min(0).max(1_000_000);

/** How often each has happened since the program, or on an ordinary browser's page the page, was started. */
export const faults = z.strictObject({
  page: count,
  graphics: count,
  hung: count,
  window: count,
  helper: count,
  server: count,
  camera: count,
  worker: count,
} satisfies Record<FaultKind, unknown>);
export type Faults = z.infer<typeof faults>;

/** How a machine fares: numbers only, nothing of a visitor. */
export const health = z.strictObject({
  /** Of the installed shell; null in an ordinary browser. */
  version: z.string().min(1).max(40).nullable(),
  /** ms since its start. */
  upMs: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  faults,
  /** Null where it cannot be read. */
  diskFreeBytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
  temperatureC: z.int().min(-50).max(200).nullable(),
  /** False: the camera worker has one thread only, and recognising takes longer. */
  threads: z.boolean(),
  /** `off`: no camera, or its worker has no models; faces are not recognised. */
  camera: z.enum(['on', 'starting', 'off']),
});
export type Health = z.infer<typeof health>;
