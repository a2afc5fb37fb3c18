import type { Rectangle } from 'electron';
import type { Place, Settings } from './settings.ts';

/** A display that is connected. */
export type Screen = { readonly id: number; readonly label: string; readonly bounds: Rectangle };

/** The connected display that a remembered one is: the same number, or else the only one of that name; null if none. */
function find(screens: readonly Screen[], wanted: Place | null): Screen | null {
  if (wanted === null) return null;
  const same = screens.find(({ id }) => id === wanted.id);
  if (same !== undefined) return same;
  const [named, another] = screens.filter(({ label }) => label !== '' && label === wanted.label);
  return another === undefined ? (named ?? null) : null;
}

/**
 * Which display shows what. The kiosk is always somewhere: where its own display is away, on the first one. A wall
 * display waits for its own, and gives way to the kiosk.
 *
 * @param screens never empty.
 */
export function place(
  screens: readonly Screen[],
  primary: Screen,
  wanted: Pick<Settings, 'kiosk' | 'wall'>,
): { readonly kiosk: Screen; readonly wall: Screen | null } {
  const kiosk = find(screens, wanted.kiosk) ?? primary;
  const wall = find(screens, wanted.wall);
  return { kiosk, wall: wall?.id === kiosk.id ? null : wall };
}
