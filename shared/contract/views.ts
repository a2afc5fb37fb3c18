import { z } from 'zod';
import type { Screen } from './protocol.ts';
import { millis } from './schemas.ts';
import { counter, wall } from './views/displays.ts';
import { kiosk } from './views/kiosk.ts';
import { manage } from './views/manage.ts';
import { officer } from './views/officer.ts';
import { track } from './views/track.ts';

/** One view for each kind of screen: whole, small, and with nothing that the screen may not show. */
export const views = { kiosk, wall, counter, officer, manage, track } as const satisfies Record<
  Screen,
  z.ZodType
>;
export type View<S extends Screen> = z.infer<(typeof views)[S]>;

/**
 * A view as it is pushed. `epoch` names one life of the server, `version` grows with every commit in it; a screen
 * keeps the newest. `at` is the server's clock (ms), by which screens show the time.
 */
export const stamp = z.strictObject({ epoch: z.string(), version: z.int().nonnegative(), at: millis });
export type Stamped<S extends Screen> = z.infer<typeof stamp> & {
  readonly screen: S;
  readonly data: View<S>;
};
