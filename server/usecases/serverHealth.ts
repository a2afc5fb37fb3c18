import type { Millis } from '../../shared/domain/ids.ts';

/** The clock was set by so much (ms; less than 0: back), and what it showed then. */
export type ClockSet = { readonly by: Millis; readonly at: Millis };

/** How the server's own machine fares, as far as managers have to know; in memory only. */
export type ServerHealth = {
  /** The last time its clock was set while the server ran or before it came up. */
  readonly clockSet: () => ClockSet | null;
  readonly keepClockSet: (set: ClockSet) => void;
  /** Since when no more faces come into memory, because one of them cannot be opened; null: they came, or still come. */
  readonly facesLostAt: () => Millis | null;
  readonly keepFacesLost: (at: Millis) => void;
  /** What can still be written to the disk with the data; null where nobody knows. */
  readonly freeBytes: () => number | null;
  /** Looks at the disk anew. */
  readonly look: () => void;
  /** Until when its certificate is good; null without one. */
  readonly certificateUntil: Millis | null;
};

/** @param measure how much room there is on the disk with the data, bytes; null where that cannot be told. */
export function makeServerHealth(
  measure: () => number | null,
  certificateUntil: Millis | null,
): ServerHealth {
  let clockSet: ClockSet | null = null;
  let facesLostAt: Millis | null = null;
  let free = measure();
  return {
    clockSet: () => clockSet,
    keepClockSet: (set) => {
      clockSet = set;
    },
    facesLostAt: () => facesLostAt,
    keepFacesLost: (at) => {
      facesLostAt = at;
    },
    freeBytes: () => free,
    look: () => {
      free = measure();
    },
    certificateUntil,
  };
}
