import { vi } from 'vitest';
import type { StaffedOffice } from './staffedOffice.ts';

/** Lets time pass in an office, and in the timers of its server, which have to be faked. */
export const fakeClockOf = (office: StaffedOffice) => ({
  later: (ms: number): void => {
    office.clock.pass(ms);
    vi.advanceTimersByTime(1_000);
  },
});
