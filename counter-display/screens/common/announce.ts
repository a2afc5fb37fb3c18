import type { Sound } from './sound.ts';

/** How long a called number keeps the screen to itself at least: long enough to be found and read. */
const shownMs = 4_000;

/** Makes a call heard while it is shown; ends when both are over. */
export async function announceBy(sound: Sound): Promise<void> {
  await Promise.all([sound.chime(), new Promise((resolve) => setTimeout(resolve, shownMs))]);
}
