import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Action } from './model/desk.ts';
import { actionOfKey, openEar } from './model/keyboard.ts';

const textField =
  'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])';
const typingIn = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(textField) : null;

type Keys = {
  readonly offered: readonly Action[];
  /** A dialog has the keys to itself. */
  readonly isDialogOpen: boolean;
  readonly run: (action: Action) => void;
  /** A code scanned while no text field had the focus. */
  readonly scanned: (code: string) => void;
};

/** In a text field only Ctrl+Enter acts, and Esc leaves it; a list that has dropped down has Esc first. */
function whileTyping(event: KeyboardEvent, field: HTMLElement, { offered, isDialogOpen, run }: Keys): void {
  if (isDialogOpen || event.isComposing || event.repeat) return;
  if (event.key === 'Escape' && field.getAttribute('aria-expanded') !== 'true') field.blur();
  if (event.key === 'Enter' && event.ctrlKey && offered.includes('finishNext')) run('finishNext');
}

/** Runs an action when its key is pressed anywhere on the page, but not while somebody types. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  // With the screen, not after it: a key pressed as soon as a dialog is gone counts.
  useLayoutEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const ear = openEar(
      (action) => current.current.run(action),
      (code) => current.current.scanned(code),
    );
    const listen = (event: KeyboardEvent): void => {
      const { offered, isDialogOpen } = current.current;
      const field = typingIn(event.target);
      if (field !== null) return whileTyping(event, field, current.current);
      const action = isDialogOpen ? null : actionOfKey(event, offered);
      const isScanned = ear.hear(event.key, action, event.timeStamp);
      // Firefox would open its own search on `/`.
      if (isScanned || action === 'search') event.preventDefault();
      return undefined;
    };
    // Before the focused button gets the Enter that ends a scanned code.
    window.addEventListener('keydown', listen, { capture: true });
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
      ear.close();
    };
  }, []);
}
