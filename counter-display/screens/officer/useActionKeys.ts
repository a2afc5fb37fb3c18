import { useEffect } from 'react';
import type { Action } from './model.ts';
import { actionOfKey } from './model.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

/** Runs an action when its key is pressed anywhere on the page, but not while somebody types. */
export function useActionKeys(run: (action: Action) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const action = isTyping(event.target) ? null : actionOfKey(event);
      if (action !== null) run(action);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [run]);
}
