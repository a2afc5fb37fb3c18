import { useEffect, useRef, useState } from 'react';
import type { Request } from '../../staff/useRequest.ts';

/**
 * What only this tab needs: asked for when it is opened, and again whenever `stamp` changes. What was said meanwhile
 * stays said.
 * @returns what was read last, or null; and a way to ask again after that failed.
 */
export function useRead<T>(
  { busy, said, say }: Request,
  stamp: string | number,
  read: () => Promise<T | null>,
): { readonly value: T | null; readonly again: () => void } {
  const [value, setValue] = useState<T | null>(null);
  const [wanted, setWanted] = useState(0);
  const asked = useRef('');
  const ask = `${stamp} ${wanted}`;
  useEffect(() => {
    if (busy !== null || asked.current === ask) return;
    asked.current = ask;
    void read().then((found) => {
      if (found === null) return;
      setValue(found);
      if (said !== null) say(said);
    });
  });
  return { value, again: () => setWanted(wanted + 1) };
}
