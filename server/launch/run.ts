import { join, resolve } from 'node:path';
import { describe, startServer } from '../main.ts';
import type { ServerOptions } from '../options.ts';
import { readOptions } from '../options.ts';
import { StartError } from '../startError.ts';
import { readCertificate } from '../tls/certificate.ts';
import { ModelFileError } from '../../models/files.ts';
import { buildChanged } from './build.ts';
import type { Kiosk } from './openKiosk.ts';
import { openKiosk } from './openKiosk.ts';

// The part of `npm start` that runs on the pinned Node: options, build, server, kiosk.

const exitCodes = { stopped: 0, failed: 1, usage: 2 } as const;

/** Ends with one line, where the reason is one that a person can do something about. */
function fail(error: unknown, code: number): never {
  if (!(error instanceof StartError || error instanceof ModelFileError)) throw error;
  console.error(error.message);
  process.exit(code);
}

function options(): ServerOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return fail(error, exitCodes.usage);
  }
}

/** Opens the kiosk and says what became of it. */
function showKiosk(url: string, { data, tls }: ServerOptions): Kiosk | null {
  const { platform, env } = process;
  const root = join(import.meta.dirname, '../..');
  const cert = tls ? readCertificate(resolve(data)).cert : null;
  const kiosk = openKiosk({ url, cert }, resolve(data), root, { platform, env, userId: process.getuid?.() });
  if (typeof kiosk === 'string') {
    console.log(`\nThe kiosk is not opened here: ${kiosk}. It is at the address above.`);
    return null;
  }
  console.log(`\nThe kiosk is opened in ${kiosk.shownBy}. Stop with Ctrl-C.`);
  return kiosk;
}

/** What is open, the newest last. */
const open: { readonly close: () => Promise<void> }[] = [];
let stopping = false;

/** Closes everything, the newest first, and ends. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const { close } of open.toReversed()) await close();
  process.exit(exitCodes.stopped);
}

async function main(): Promise<void> {
  const chosen = options();
  // `disconnect`: the process that started this one is gone, and nobody else would end the server.
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => void stop());
  try {
    await buildChanged();
    const running = await startServer(chosen);
    open.push({ close: running.stop });
    console.log(describe(running));
    const kiosk = chosen.open ? showKiosk(running.url, { ...chosen, data: running.data }) : null;
    if (kiosk === null) return;
    open.push(kiosk);
    await kiosk.closed;
    if (!stopping) console.log('The kiosk was closed; the server goes on.');
  } catch (error) {
    fail(error, exitCodes.failed);
  }
}

await main();
