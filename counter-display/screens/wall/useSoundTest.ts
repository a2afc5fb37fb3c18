import { useEffect, useRef } from 'react';
import type { View } from '../../../shared/contract/views.ts';
import type { Call } from '../common/announcements.ts';
import { nobodysCall } from '../common/announcements.ts';

/**
 * Lets the wall be heard when a manager asks whether it can be: the chime and the words of a call of nobody's number, after
 * whatever call is being made. What was asked before the page was loaded is over.
 */
export function useSoundTest(
  { wish, fields }: Pick<View<'wall'>, 'wish' | 'fields'>,
  announcing: Call | null,
  announce: (call: Call) => Promise<void>,
): void {
  const heard = useRef(wish.sounds);
  useEffect(() => {
    const [field] = fields;
    if (announcing !== null || wish.sounds <= heard.current || field === undefined) return;
    heard.current = wish.sounds;
    void announce(nobodysCall(field));
  }, [wish.sounds, fields, announcing, announce]);
}
