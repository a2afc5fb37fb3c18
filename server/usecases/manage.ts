import { randomInt } from 'node:crypto';
import { hashSync } from '@node-rs/argon2';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { officeRequests } from '../../shared/contract/requests/office.ts';
import type { Context, TransactionContext } from './ports.ts';
import { settingUseCases } from './settings.ts';
import { setUpKiosk } from './setUpKiosk.ts';
import type { UseCases } from './table.ts';
import { setCounterFields, setWork } from './work.ts';

const minPasswordLength = 10;
const invitationMs = 15 * 60_000;

/** Sets an officer's password and ends their sessions. Refuses short ones. */
function setPassword(
  context: Context,
  { officerId, password }: ParsedInput<'officer:setPassword'>,
): Result<RequestOutput<'officer:setPassword'>, Refused> {
  const { store } = context;
  if (store.officers.find(officerId) === null) return err(refuse('unknownOfficer'));
  if ([...password].length < minPasswordLength)
    return err(refuse('weakPassword', { min: minPasswordLength }));
  // Synchronous: it is one short wait (about 20 ms), a few times a year.
  store.officers.setPasswordHash(officerId, hashSync(password));
  store.officers.endSessionsOf(officerId);
  return ok({});
}

/** Codes are typed by hand: digits only, eight of them, good for a quarter of an hour and for one screen. */
export const pairingDigest = (context: Pick<Context, 'vault'>, code: string): Buffer =>
  context.vault.digest('pairing', code.replace(/\D/gu, ''));

/** Makes a code by which one screen is paired. */
function inviteDevice(
  context: Context,
  { screen, name, counterId }: ParsedInput<'device:invite'>,
): Result<RequestOutput<'device:invite'>, Refused> {
  const { store } = context;
  const isCounter = screen === 'counter';
  const known = store.office.counters().some(({ id }) => id === counterId);
  if (isCounter !== (counterId !== null) || (isCounter && !known)) return err(refuse('unknownCounter'));
  const digits = String(randomInt(100_000_000)).padStart(8, '0');
  const expiresAt = context.now() + invitationMs;
  store.devices.invite({ screen, name, counterId }, pairingDigest(context, digits), expiresAt);
  return ok({ code: `${digits.slice(0, 4)} ${digits.slice(4)}`, expiresAt });
}

/** Takes a screen's token away; it is cut off at once. */
function removeDevice(
  { store, printers, now, afterCommit }: TransactionContext,
  { deviceId }: ParsedInput<'device:remove'>,
): Result<RequestOutput<'device:remove'>, Refused> {
  if (!store.devices.remove(deviceId, now())) return err(refuse('unknownDevice'));
  // A kiosk's printer goes with it.
  afterCommit(() => printers.use(store.printers.all()));
  return ok({});
}

/** Every request of a manager about the office. */
export const officeUseCases: UseCases<keyof typeof officeRequests> = {
  ...settingUseCases,
  'counter:setFields': setCounterFields,
  'officer:setWork': setWork,
  'kiosk:setUp': setUpKiosk,
  'officer:setPassword': setPassword,
  'device:invite': inviteDevice,
  'device:remove': removeDevice,
};
