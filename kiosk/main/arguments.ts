import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { TimeOfDay } from './nightly.ts';
import { pinForm } from './pin.ts';

/** Where a server listens that shares the kiosk's machine. */
const ownServer = '127.0.0.1:8085';

/** How the shell is started. */
export type Arguments = {
  /** Origin of the server, without a slash at the end. */
  readonly serverUrl: string;
  /** Null: the server is another program. Else it is run inside the shell, listening there, with https or without. */
  readonly inside: { readonly host: string; readonly tls: boolean } | null;
  /** The name that the ticket printer has in the system; null: the shell prints nothing, rather than on any printer. */
  readonly printer: string | null;
  /** Serial port of a scanner of citizen cards, such as `/dev/ttyACM0` or `COM3`; null: none, or one that types. */
  readonly scanner: string | null;
  /** The certificate (SHA-256, hex) that the server is held to; null: the one it shows first. */
  readonly fingerprint: string | null;
  /** When to restart at night, if nobody is there; null: never. */
  readonly restartAt: TimeOfDay | null;
  /** Where updates are laid down; null: nowhere. */
  readonly updates: string | null;
  /** A new PIN for the maintenance page: it is kept, and the shell ends. */
  readonly setPin: string | null;
};

/** The value of `--name=`, the last one if there are several; undefined without any, or if it is empty. */
function valueOf(argv: readonly string[], name: string): string | undefined {
  const flag = `--${name}=`;
  const given = argv.findLast((argument) => argument.startsWith(flag))?.slice(flag.length);
  return given?.trim() === '' ? undefined : given;
}

function readServer(given: string): Result<string, string> {
  const url = URL.parse(given);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    return err(`--server=${given} is not an http or https address`);
  if (url.href !== `${url.origin}/`)
    return err(`--server=${given} must name only the machine and the port, such as http://${ownServer}`);
  return ok(url.origin);
}

function readTime(given: string | undefined): Result<TimeOfDay | null, string> {
  if (given === undefined) return ok(null);
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(given) ?? [];
  return hour === undefined
    ? err(`--restart-at=${given} is not a time such as 03:30`)
    : ok({ hour: Number(hour), minute: Number(minute) });
}

function readFingerprint(given: string | undefined): Result<string | null, string> {
  const plain = given?.replaceAll(':', '').toLowerCase() ?? null;
  return plain === null || /^[0-9a-f]{64}$/u.test(plain)
    ? ok(plain)
    : err(`--fingerprint=${given} is not a SHA-256 of 64 hex digits`);
}

function readScanner(given: string | undefined): Result<string | null, string> {
  return given === undefined || /^(?:\/dev\/\S+|com[1-9]\d{0,2})$/iu.test(given)
    ? ok(given ?? null)
    : err(`--scanner=${given} is not a port such as /dev/ttyACM0 or COM3`);
}

function readPin(given: string | undefined): Result<string | null, string> {
  return given === undefined || pinForm.test(given)
    ? ok(given ?? null)
    : err('--set-pin takes 6 to 12 digits');
}

/**
 * Reads the shell's command line; of a flag given twice the last one counts, and what belongs to Chromium is left to it.
 *
 * @param installed without `--server=`, an installed shell runs the server itself; one from source looks for it on this
 *   machine.
 * @returns one line saying what is wrong where something is.
 */
export function readArguments(argv: readonly string[], installed: boolean): Result<Arguments, string> {
  const given = valueOf(argv, 'server');
  const isInside = given === undefined && installed && !argv.some((argument) => argument === '--server=');
  const tls = argv.includes('--tls');
  const server = readServer(given ?? (argv.includes('--server=') ? '' : `http://${ownServer}`));
  const restartAt = readTime(valueOf(argv, 'restart-at'));
  const fingerprint = readFingerprint(valueOf(argv, 'fingerprint'));
  const scanner = readScanner(valueOf(argv, 'scanner'));
  const setPin = readPin(valueOf(argv, 'set-pin'));
  if (!server.ok) return server;
  if (!restartAt.ok) return restartAt;
  if (!fingerprint.ok) return fingerprint;
  if (!scanner.ok) return scanner;
  if (!setPin.ok) return setPin;
  return ok({
    serverUrl: isInside && tls ? `https://${ownServer}` : server.value,
    inside: isInside ? { host: valueOf(argv, 'host') ?? '127.0.0.1', tls } : null,
    printer: valueOf(argv, 'printer') ?? null,
    scanner: scanner.value,
    fingerprint: fingerprint.value,
    restartAt: restartAt.value,
    updates: valueOf(argv, 'updates') ?? null,
    setPin: setPin.value,
  });
}
