import { z } from 'zod';

/*
 * The one table of what passes between the Electron shell and the kiosk's page. The shell's handlers, the preload
 * script's `window.luot` and its type are all derived from it; both sides check against it.
 */

/** Facts go from the shell to the page, once, before the page's own scripts run. */
export const facts = {
  /** Origin of the office's server, such as `http://127.0.0.1:8085`: what the page opens its link to. */
  serverUrl: z.url({ protocol: /^https?$/ }),
  /** Version of the installed shell. */
  version: z.string().min(1),
} as const;

/** What the page may ask the shell to do. */
export const calls = {
  /** Prints a ticket on the printer that the shell was started with. `none`: it was started without. */
  print: {
    input: z.strictObject({
      /** The ticket as a picture. */
      png: z
        .string()
        .max(1_000_000)
        .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/),
      /** Dots of a printer with 203 dpi, eight to the mm. */
      width: z.int().min(8).max(640),
      height: z.int().min(1).max(4_000),
    }),
    output: z.enum(['printed', 'trouble', 'none']),
  },
} as const;

type FactName = keyof typeof facts;
type CallName = keyof typeof calls;
export const factNames = Object.keys(facts) as FactName[];
export const callNames = Object.keys(calls) as CallName[];

export type Facts = { readonly [N in FactName]: z.output<(typeof facts)[N]> };
export type Calls = {
  readonly [N in CallName]: (
    input: z.output<(typeof calls)[N]['input']>,
  ) => Promise<z.output<(typeof calls)[N]['output']>>;
};

/** What the page finds at `window.luot`. */
export type Bridge = Facts & Calls;

/** @returns the IPC channel of a fact or a call. */
export const channelOf = (name: FactName | CallName): string => `luot:${name}`;

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  interface Window {
    /** Missing when the page runs in an ordinary browser; its server is then the one it came from. */
    readonly luot?: Bridge;
  }
}
