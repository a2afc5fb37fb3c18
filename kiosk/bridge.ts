import { z } from 'zod';

/**
 * The one table of what passes between the Electron shell and the kiosk's page. The shell's handlers, the preload
 * script's `window.luot` and its type are all derived from it.
 *
 * Every row is a fact: it goes from the shell to the page, once, before the page's own scripts run; nothing goes the
 * other way. `value` is what both sides check it against.
 */
export const bridge = {
  /** Origin of the office's server, such as `http://127.0.0.1:8085`: what the page opens its link to. */
  serverUrl: { direction: 'shellToPage', value: z.url({ protocol: /^https?$/ }) },
  /** Version of the installed shell. */
  version: { direction: 'shellToPage', value: z.string().min(1) },
} as const satisfies Record<string, { direction: 'shellToPage'; value: z.ZodType }>;

export type BridgeName = keyof typeof bridge;
export const bridgeNames = Object.keys(bridge) as BridgeName[];

/** What the page finds at `window.luot`. */
export type Bridge = { readonly [N in BridgeName]: z.output<(typeof bridge)[N]['value']> };

/** @returns the IPC channel on which a fact is asked for. */
export const channelOf = (name: BridgeName): string => `luot:${name}`;

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  interface Window {
    /** Missing when the page runs in an ordinary browser; its server is then the one it came from. */
    readonly luot?: Bridge;
  }
}
