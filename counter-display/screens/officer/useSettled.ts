import { useEffect, useState } from 'react';

/** Longer than the pause within a double click. */
const settleMs = 500;

/**
 * Whether what a button means has been the same for a moment. The large button means something else after each press:
 * the second click of a double click must not land on that.
 */
export function useSettled(meaning: string): boolean {
  const [settled, setSettled] = useState(meaning);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(meaning), settleMs);
    return () => clearTimeout(timer);
  }, [meaning]);
  return settled === meaning;
}
