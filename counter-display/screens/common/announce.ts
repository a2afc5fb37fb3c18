import type { Call } from './announcements.ts';
import type { Sound } from './sound.ts';
import type { Speech } from './voice.ts';
import { makeVoice } from './voice.ts';

/** How long a called number keeps the screen to itself at least: long enough to be found and read. */
const shownMs = 4_000;

/** How a screen is to make calls heard; null: not at all. */
export type Hearing = (Speech & { readonly volumePercent: number }) | null;

/**
 * Makes calls heard while they are shown: the chime, then the words.
 * @param hearing asked at each call, since settings and the hour change.
 * @returns a function whose promise ends when the call was shown and heard whole.
 */
export function announcer(sound: Sound, hearing: () => Hearing): (call: Call) => Promise<void> {
  const say = makeVoice(sound);
  const heard = async ({ number, counterNumber, announcements, last }: Call): Promise<void> => {
    const how = hearing();
    if (how === null) return;
    sound.setVolume(how.volumePercent / 100);
    await sound.chime();
    const kind = last ? 'last' : announcements > 1 ? 'recall' : 'call';
    await say({ number, counterNumber, how: kind }, how);
  };
  return async (call) => {
    await Promise.all([heard(call), new Promise((resolve) => setTimeout(resolve, shownMs))]);
  };
}
