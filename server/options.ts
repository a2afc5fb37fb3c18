import { parseArgs } from 'node:util';
import { StartError } from './startError.ts';

/** How the server is started. */
export type ServerOptions = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the database and the key; made if missing. */
  readonly data: string;
  /** Whether it speaks https, with the certificate that `npm run tls` has made. */
  readonly tls: boolean;
  /** Whether to open the kiosk on this machine once the server is up. */
  readonly open: boolean;
  /** Where the passphrase of a locked key file is read from; null: `LUOT_PASSPHRASE`, or whoever is at the terminal. */
  readonly passphraseFd: number | null;
  /** Whether to show an office of its own that is played, sixty times as fast; `data` is left alone. */
  readonly demo: boolean;
};

export const usage =
  'npm start -- [--port 8085] [--host 127.0.0.1] [--data data] [--tls] [--no-open] [--passphrase-fd 0] [--demo]';

/**
 * Reads the command line.
 * @throws StartError for anything it does not know, with the usage.
 */
export function readOptions(args: readonly string[]): ServerOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        port: { type: 'string', default: '8085' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string', default: 'data' },
        tls: { type: 'boolean', default: false },
        open: { type: 'boolean', default: true },
        'passphrase-fd': { type: 'string' },
        demo: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/u.test(values.port) || port > 65_535)
      throw new TypeError(`--port takes a number from 0 to 65535, not '${values.port}'.`);
    const fd = values['passphrase-fd'];
    if (fd !== undefined && !/^\d{1,3}$/u.test(fd))
      throw new TypeError(`--passphrase-fd takes the number of a file descriptor, not '${fd}'.`);
    const passphraseFd = fd === undefined ? null : Number(fd);
    return {
      host: values.host,
      port,
      data: values.data,
      tls: values.tls,
      open: values.open,
      demo: values.demo,
      passphraseFd,
    };
  } catch (error) {
    const what = error instanceof Error ? error.message.split('. ')[0]?.replace(/\.$/u, '') : String(error);
    throw new StartError(`${what}. Usage: ${usage}`);
  }
}
