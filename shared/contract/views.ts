import type { z } from 'zod';
import type { Screen } from './protocol.ts';
import type { stamp } from './stamp.ts';
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

export type Stamped<S extends Screen> = z.infer<typeof stamp> & {
  readonly screen: S;
  readonly data: View<S>;
};
