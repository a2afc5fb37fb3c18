import type { FocusEvent } from 'react';
import { useEffect, useRef } from 'react';

const home = '.action-primary, .officer-choose button:not([aria-disabled])';

/**
 * A button that was pressed often goes away with what it did. The focus then goes to what comes next, instead of to
 * the beginning of the page. Only a focus that was lost is moved: nothing is taken away from a hand at work.
 * @returns what the element around the whole screen listens to.
 */
export function useFocusKept(): {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
} {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const isLost = last.current !== null && !last.current.isConnected;
    if (!isLost || document.activeElement !== document.body) return;
    last.current = null;
    document.querySelector<HTMLElement>(home)?.focus();
  });
  return {
    onFocus: ({ target }) => {
      last.current = target;
    },
    // React tells nothing of an element that it takes away from under the focus.
    onBlur: () => {
      last.current = null;
    },
  };
}
