import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { verify } from '@node-rs/argon2';
import type { Handshake, TurnedAway } from '../../shared/contract/protocol.ts';
import { deviceScreens, handshake, kioskAppOrigin, protocolVersion } from '../../shared/contract/protocol.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { DeviceScreen } from '../../shared/contract/protocol.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { daysAfter } from '../../shared/domain/calendar.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import type { Context, ScreenCaller } from '../usecases/ports.ts';
import type { Officer } from '../usecases/records.ts';
import { pairingDigest } from '../usecases/manage.ts';
import { readTrackToken } from '../usecases/trackToken.ts';
import type { Attempts } from './attempts.ts';

export const sessionCookie = 'luot_session';
export const sessionMs = 12 * 3600_000;

type AuthContext = Pick<Context, 'store' | 'vault' | 'now'>;

/** What is known of a connection before anything it says is believed. */
export type Peer = {
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
  readonly sessionToken: string | undefined;
};

const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Addresses of the server's own machine. */
export const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const localNames = new Set(['127.0.0.1', 'localhost', '[::1]']);
const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Whether a connection comes from the server's own machine: its address is loopback, it was not passed on by a proxy, and
 * the browser means this machine by name (so that a foreign page cannot reach us through a DNS name that points here).
 */
export function isLocal({ address, headers }: Peer): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/u, '');
  const passedOn = proxyHeaders.some((name) => headers[name] !== undefined);
  return loopback.has(address) && localNames.has(host) && !passedOn;
}

/** Pages of other sites may not talk to us. Programs without an origin are no browsers and have no cookies to steal. */
export function isOwnOrigin({ headers }: Peer): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === kioskAppOrigin) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

const isDeviceScreen = (screen: string): screen is DeviceScreen =>
  (deviceScreens as readonly string[]).includes(screen);

/**
 * Who is connecting, or why they are turned away.
 * @param guesses wrong tokens of phone pages so far.
 */
export function callerOf(
  context: AuthContext,
  peer: Peer,
  auth: unknown,
  guesses: Attempts,
): Result<ScreenCaller, TurnedAway> {
  if (!isOwnOrigin(peer)) return err('origin');
  const parsed = handshake.safeParse(auth);
  if (!parsed.success) return err('malformed');
  if (parsed.data.protocol !== protocolVersion) return err('protocol');
  const { screen } = parsed.data;
  if (isDeviceScreen(screen)) return deviceCaller(context, peer, screen, parsed.data);
  return screen === 'track'
    ? visitorCaller(context, peer, parsed.data.token ?? '', guesses)
    : officerCaller(context, peer, screen);
}

/** The kiosk that asks over plain HTTP, by the token of its socket. */
export const kioskCaller = (
  context: AuthContext,
  peer: Peer,
  token: string | undefined,
): Result<ScreenCaller, TurnedAway> =>
  isOwnOrigin(peer)
    ? deviceCaller(context, peer, 'kiosk', token === undefined ? {} : { token })
    : err('origin');

function deviceCaller(
  { store }: AuthContext,
  peer: Peer,
  screen: DeviceScreen,
  { token, counterNumber }: Pick<Handshake, 'token' | 'counterNumber'>,
): Result<ScreenCaller, TurnedAway> {
  if (token !== undefined) {
    const device = store.devices.byToken(hashOf(token));
    return device?.screen === screen
      ? ok({ kind: 'device', screen, deviceId: device.id, counterId: device.counterId })
      : err('unpaired');
  }
  if (!isLocal(peer)) return err('unpaired');
  if (screen !== 'counter') return ok({ kind: 'device', screen, deviceId: null, counterId: null });
  const counter = store.office.counters().find(({ number }) => number === (counterNumber ?? 1));
  return counter === undefined
    ? err('unpaired')
    : ok({ kind: 'device', screen, deviceId: null, counterId: counter.id });
}

function officerCaller(
  { store, now }: AuthContext,
  { sessionToken }: Peer,
  screen: 'officer' | 'manage',
): Result<ScreenCaller, TurnedAway> {
  if (sessionToken === undefined) return err('login');
  const sessionHash = hashOf(sessionToken);
  const officer = store.officers.sessionOfficer(sessionHash, now());
  if (officer === null || (screen === 'manage' && officer.role === 'officer')) return err('login');
  return ok({ kind: 'officer', screen, officerId: officer.id, role: officer.role, sessionHash });
}

/**
 * The holder of a ticket of today or yesterday. Guessing at a ticket is slowed down by address, though not for the
 * holders of other tickets there: behind a proxy all phones have the same.
 */
function visitorCaller(
  { store, vault, now }: AuthContext,
  { address }: Peer,
  token: string,
  guesses: Attempts,
): Result<ScreenCaller, TurnedAway> {
  const read = readTrackToken(vault, token);
  const ticket = read === null ? null : store.tickets.find(read.ticketId);
  if (read === null || ticket === null) return err('unpaired');
  const key = `${address} ${ticket.id}`;
  if (guesses.waitMs(key, now()) > 0) return err('unpaired');
  if (!read.genuine) {
    guesses.failed(key, now());
    return err('unpaired');
  }
  const until = momentOf(daysAfter(ticket.businessDay, 2), 0, store.office.office().timeZone);
  return now() < until
    ? ok({ kind: 'visitor', screen: 'track', ticketId: ticket.id, until })
    : err('unpaired');
}

/**
 * Whether a caller let in earlier still may be here: sessions end, devices are removed, tickets grow old.
 * @param isPaired whoever asks for many devices at once has read it once.
 */
export function isStillValid(
  { store, now }: AuthContext,
  caller: ScreenCaller,
  isPaired: (deviceId: number) => boolean = store.devices.isPaired,
): boolean {
  if (caller.kind === 'officer') return store.officers.sessionOfficer(caller.sessionHash, now()) !== null;
  if (caller.kind === 'visitor') return now() < caller.until;
  return caller.deviceId === null || isPaired(caller.deviceId);
}

// Checked when there is no such officer, so that the time of the answer does not tell which names exist.
const noHash =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** A user name as it is stored, however it was typed. */
export const loginName = (typed: string): string => typed.trim().toLowerCase();

/** @returns a new session's token with its officer. Refuses wrong names and wrong passwords alike. */
export async function logIn(
  { store, now }: AuthContext,
  name: string,
  password: string,
): Promise<Result<{ officer: Officer; token: string }, Refused>> {
  const officer = store.officers.byLogin(name);
  const matches = await verify(officer?.passwordHash ?? noHash, password);
  if (officer === null || officer.passwordHash === null || !matches) return err(refuse('badCredentials'));
  const token = newToken();
  store.transaction(() => store.officers.addSession(hashOf(token), officer.id, now() + sessionMs));
  return ok({ officer, token });
}

/** Ends a session. */
export function logOut({ store }: AuthContext, token: string): void {
  store.transaction(() => store.officers.endSession(hashOf(token)));
}

/** Turns a pairing code into a device with a token of its own. The code is used up. */
export function pair(
  context: AuthContext,
  code: string,
): Result<{ token: string; screen: DeviceScreen }, Refused> {
  const { store, now } = context;
  return store.transaction(() => {
    const invitation = store.devices.redeem(pairingDigest(context, code), now());
    if (invitation === null) return err(refuse('badPairingCode'));
    const token = newToken();
    store.devices.add(invitation, hashOf(token), now());
    return ok({ token, screen: invitation.screen });
  });
}
