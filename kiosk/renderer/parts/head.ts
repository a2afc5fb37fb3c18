import type { RefObject } from 'react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useKiosk } from './kiosk.ts';

/**
 * Lets the head choose a button.
 * @param id of the button among all of its screen; null: only a finger may press it.
 * @returns what to give the button.
 */
export function useHeadTarget(id: string | null, choose: () => void): RefObject<HTMLButtonElement | null> {
  const { head } = useKiosk();
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = ref.current;
    return id === null || element === null ? undefined : head.offer(id, element, choose);
  }, [head, id, choose]);
  return ref;
}

/** Whether the head can choose something now. */
export function useHeadInUse(): boolean {
  const { head } = useKiosk();
  return useSyncExternalStore(head.subscribe, () => head.cursor() !== null);
}
