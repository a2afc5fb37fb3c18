/**
 * `npm run kiosk:chromium -- [--server http://127.0.0.1:8085] [--key PIN]`: the kiosk in this machine's Chromium, Chrome or
 * Edge, opened again whenever it ends or hangs. One line of JSON for each such event goes to standard output.
 * `--key` is the public key that `npm run tls -- show` prints, for a server with a certificate of its own.
 * Ends with 0 on SIGINT or SIGTERM, and with 2 and one line when it cannot start.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../startError.ts';
import { pipedStdio, pipeFlag, watchPage } from './devTools.ts';
import type { Browser, Listener } from './keepBrowser.ts';
import { keepBrowser, recoveredFrom } from './keepBrowser.ts';
import { chooseBrowser, endChild, kioskFlags } from './openKiosk.ts';

const usage = 'npm run kiosk:chromium -- [--server http://127.0.0.1:8085] [--key PUBLIC_KEY] [--profile DIR]';

function readArguments(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        server: { type: 'string', default: 'http://127.0.0.1:8085' },
        key: { type: 'string' },
        profile: { type: 'string', default: join(homedir(), '.luot-kiosk') },
      },
    });
    const url = URL.parse(values.server);
    if (url === null || !['http:', 'https:'].includes(url.protocol) || url.href !== `${url.origin}/`)
      throw new TypeError(`--server=${values.server} must be an http or https address of a machine and port`);
    return { url: url.origin, key: values.key ?? null, profile: values.profile };
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}. Usage: ${usage}`);
  }
}

/** Starts the browser once. */
function open(file: string, flags: readonly string[], { news, ended }: Listener): Browser {
  const child = spawn(file, [...flags, pipeFlag], { stdio: [...pipedStdio] });
  const gone = once(child, 'exit')
    // It could not be started.
    .catch(() => undefined)
    .then(ended);
  return {
    ask: watchPage(child, news),
    kill: () => void child.kill('SIGKILL'),
    close: () => endChild(child, gone),
  };
}

function main(): void {
  const { url, key, profile } = readArguments(process.argv.slice(2));
  const browser = chooseBrowser({ ...process, userId: process.getuid?.() });
  if (!browser.ok) throw new StartError(`The kiosk is not opened: ${browser.error}.`);
  const close = keepBrowser(
    (listener, counts) => open(browser.value, kioskFlags(url, profile, key, recoveredFrom(counts)), listener),
    (facts) =>
      process.stdout.write(
        `${JSON.stringify({ at: new Date().toISOString(), event: 'watchdog', ...facts })}\n`,
      ),
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void close().then(() => process.exit(0)));
}

try {
  main();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
