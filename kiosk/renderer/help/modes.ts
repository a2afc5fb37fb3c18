import { useEffect } from 'react';
import type { Help, HelpMode } from '../flow/types.ts';

const modes: readonly HelpMode[] = ['low', 'large', 'contrast', 'sound'];

/** Marks the page with the modes that are on, for the sheets of styles; with the visit the marks are gone. */
export function useModes(help: Help): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    for (const mode of modes)
      if (help[mode]) dataset[mode] = '';
      else delete dataset[mode];
  }, [help]);
}
