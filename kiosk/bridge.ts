import { z } from 'zod';
import { health } from '../shared/contract/health.ts';

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

const displayId = z.int();

/** What staff find behind the PIN: the machine as it is. */
const report = z.strictObject({
  ...health.omit({ threads: true, camera: true }).shape,
  serverUrl: z.string(),
  /** Of the server's certificate that this kiosk is held to; null: plain http, or vouched for by others. */
  certificate: z.string().nullable(),
  displays: z.array(
    z.strictObject({
      id: displayId,
      label: z.string(),
      width: z.int(),
      height: z.int(),
      shows: z.enum(['kiosk', 'wall', 'nothing']),
    }),
  ),
});
export type Report = z.output<typeof report>;

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
  /** Tells the shell that the page is alive, and whether a visitor is in the middle of something; asks how it fares. */
  health: {
    input: z.strictObject({ idle: z.boolean() }),
    output: health.omit({ threads: true, camera: true }),
  },
  /** The maintenance page. All but `unlock` does nothing unless it is open. */
  maintain: {
    input: z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('unlock'), pin: z.string().regex(/^\d{1,12}$/) }),
      z.strictObject({ what: z.enum(['look', 'reload', 'restart', 'quit', 'trustAnew', 'leave']) }),
      /** Where the kiosk stands, and a wall display beside it, if any. */
      z.strictObject({ what: z.literal('place'), kiosk: displayId, wall: displayId.nullable() }),
    ]),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('shut') }),
      /** The PIN was wrong; the next may be tried after so many ms. */
      z.strictObject({ kind: z.literal('wrong'), waitMs: z.int().min(0) }),
      z.strictObject({ kind: z.literal('open'), report }),
    ]),
  },
} as const;

/** What the shell tells the page as it happens. */
export const news = {
  /** What a scanner at a serial port has read: a citizen card's code, or any other. */
  scanned: z.string().min(1).max(1_000),
} as const;

type FactName = keyof typeof facts;
type CallName = keyof typeof calls;
type NewsName = keyof typeof news;
export const factNames = Object.keys(facts) as FactName[];
export const callNames = Object.keys(calls) as CallName[];
export const newsNames = Object.keys(news) as NewsName[];

export type Facts = { readonly [N in FactName]: z.output<(typeof facts)[N]> };
export type Calls = {
  readonly [N in CallName]: (
    input: z.output<(typeof calls)[N]['input']>,
  ) => Promise<z.output<(typeof calls)[N]['output']>>;
};

/** Each takes who is to be told from now on, and returns the function that ends it. */
export type News = {
  readonly [N in NewsName]: (told: (said: z.output<(typeof news)[N]>) => void) => () => void;
};

/** What the page finds at `window.luot`. */
export type Bridge = Facts & Calls & News;

/** @returns the IPC channel of a fact, a call or news. */
export const channelOf = (name: FactName | CallName | NewsName): string => `luot:${name}`;

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  interface Window {
    /** Missing when the page runs in an ordinary browser; its server is then the one it came from. */
    readonly luot?: Bridge;
  }
}
