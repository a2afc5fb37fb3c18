import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';

const flag = '--server=';
const printerFlag = '--printer=';
/** Where the server of an office with one PC listens. */
const defaultServer = 'http://127.0.0.1:8085';

/**
 * Reads `--server=ADDRESS` from the command line (the last one counts).
 *
 * @returns the server's origin, without a slash at the end; or one line saying what is wrong with the address. It must
 *   be http or https, and name nothing but the machine and the port.
 */
export function readServer(argv: readonly string[]): Result<string, string> {
  const given = argv.findLast((argument) => argument.startsWith(flag))?.slice(flag.length) ?? defaultServer;
  const url = URL.parse(given);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    return err(`${flag}${given} is not an http or https address`);
  if (url.href !== `${url.origin}/`)
    return err(`${flag}${given} must name only the machine and the port, such as ${defaultServer}`);
  return ok(url.origin);
}

/**
 * Reads `--printer=NAME` from the command line (the last one counts).
 *
 * @returns the name that the printer has in the system; null without one: the shell then prints nothing, rather than
 *   tickets on whatever printer the machine takes for its usual one.
 */
export function readPrinter(argv: readonly string[]): string | null {
  const name = argv.findLast((argument) => argument.startsWith(printerFlag))?.slice(printerFlag.length);
  return name === undefined || name.trim() === '' ? null : name;
}
