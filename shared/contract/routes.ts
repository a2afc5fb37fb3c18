import { z } from 'zod';
import { language, role } from './schemas.ts';
import { deviceScreens } from './protocol.ts';

/** Letters that are spoken in one go. */
export const longestSpoken = 400;

/** The few things that need plain HTTP, because they come before there is a socket or hold it up. All are POST with JSON. */
export const routes = {
  /** Sets the session cookie. */
  '/api/login': {
    input: z.strictObject({ login: z.string().min(1).max(60), password: z.string().min(1).max(200) }),
    output: z.strictObject({ name: z.string(), role }),
  },
  '/api/logout': { input: z.strictObject({}), output: z.strictObject({}) },
  /** Turns a pairing code into the device's own token. */
  '/api/pair': {
    input: z.strictObject({ code: z.string().min(1).max(20) }),
    output: z.strictObject({ token: z.string(), screen: z.enum(deviceScreens) }),
  },
  /** For a kiosk: words of its screen as a sound, a WAV file as base64. `token`: as for its socket. */
  '/api/speak': {
    input: z.strictObject({
      token: z.string().min(1).max(200).optional(),
      language,
      text: z.string().trim().min(1).max(longestSpoken),
    }),
    output: z.strictObject({ wav: z.base64() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type RoutePath = keyof typeof routes;
export type RouteInput<P extends RoutePath> = z.input<(typeof routes)[P]['input']>;
export type RouteOutput<P extends RoutePath> = z.output<(typeof routes)[P]['output']>;
