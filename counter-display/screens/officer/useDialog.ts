import { useCallback, useRef, useState } from 'react';
import type { Dialog } from './console.ts';

/** The dialog that is open; when it closes, the focus goes back to where it was. */
export function useDialog(): {
  readonly dialog: Dialog | null;
  readonly open: (dialog: Dialog) => void;
  readonly close: () => void;
} {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const before = useRef<Element | null>(null);
  const open = useCallback((next: Dialog) => {
    // One dialog may lead to another, such as from adding a number to showing it.
    const isInDialog = document.activeElement?.closest('[role=dialog]') !== null;
    if (!isInDialog) before.current = document.activeElement;
    setDialog(next);
  }, []);
  const close = useCallback(() => {
    setDialog(null);
    const back = before.current;
    before.current = null;
    // After the dialog has gone, and with it its hold on the focus.
    setTimeout(() => {
      if (back instanceof HTMLElement && back.isConnected) back.focus();
    });
  }, []);
  return { dialog, open, close };
}
