import { useMemo } from 'react';
import { useServerTime } from '../../../../shared/link/useLink.ts';

/** The server's time, anew each second. */
export const useSecond = (now: () => number): number => useServerTime(useMemo(() => ({ now }), [now]));
