import { z } from 'zod';

/** Raised with every change of the contract that an older page cannot live with; such a page is told to reload. */
export const protocolVersion = 4;

/** The screens that connect. Each gets the view of the same name and may send what the table of requests allows it. */
export const screens = ['kiosk', 'wall', 'counter', 'officer', 'manage', 'track'] as const;
export type Screen = (typeof screens)[number];

/** Screens that are machines and hold a device token; officers log in; a phone holds its ticket's token. */
export const deviceScreens = ['kiosk', 'wall', 'counter'] as const;
export type DeviceScreen = (typeof deviceScreens)[number];

/**
 * Origin of the kiosk's page when it runs in the Electron shell, which serves it from its own files. No page of the web
 * can have it. The server accepts sockets from it as from its own pages.
 */
export const kioskAppOrigin = 'app://kiosk';

/** Socket.IO's `auth` at connection. Officers are known by their session cookie, devices by their token. */
export const handshake = z.strictObject({
  protocol: z.int(),
  screen: z.enum(screens),
  token: z.string().max(100).optional(),
  /** Which counter a screen on the server's own machine shows; a paired one is bound to its counter. */
  counterNumber: z.int().positive().max(9999).optional(),
});
export type Handshake = z.input<typeof handshake>;

/** `connect_error.message` when the server turns a connection away. */
export const turnedAway = ['protocol', 'unpaired', 'login', 'malformed', 'origin'] as const;
export type TurnedAway = (typeof turnedAway)[number];

/** Name of the one event by which views are pushed. */
export const viewEvent = 'view';

export const heartbeat = { pingIntervalMs: 3_000, pingTimeoutMs: 4_000 } as const;
/** How long a screen waits between tries: so short that all are back 0.8 s after the server, however long it was away. */
export const reconnect = { delayMs: 200, maxDelayMs: 600 } as const;
/** A request without an answer is sent again with the same id after so long. */
export const requestTimeoutMs = 5_000;
