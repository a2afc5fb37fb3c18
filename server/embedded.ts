/**
 * The server as it runs inside the installed kiosk's shell (its `utilityProcess`), bundled into one file beside its
 * migrations and its catalogue. `server.cjs --data DIR [--host HOST] [--port PORT] [--tls]`. Ends with 1 and one line when
 * it cannot start.
 */
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, startServer } from './main.ts';
import type { ServerOptions } from './options.ts';
import { readOptions } from './options.ts';
import { networkAddresses } from './ownAddress.ts';
import { StartError } from './startError.ts';
import { hasCertificate, keepCertificate, makeCertificate } from './tls/certificate.ts';
import { writeWhole } from './wholeFile.ts';

/** Nobody is there to run a command: the certificate is made at the first start that needs one. */
async function prepareCertificate({ tls, data }: ServerOptions): Promise<void> {
  if (!tls || hasCertificate(data)) return;
  keepCertificate(data, await makeCertificate([hostname(), ...networkAddresses()], Date.now()));
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const data = resolve(options.data);
  await prepareCertificate({ ...options, data });
  const running = await startServer({ ...options, data }, join(import.meta.dirname, '../..'));
  const { firstManager } = running;
  // Nowhere to say it: the kiosk stands before the public. Only this user of the machine can read it.
  if (firstManager !== null)
    writeWhole(
      join(data, 'first-manager.txt'),
      `${firstManager.login}\n${firstManager.password}\nDelete this file once you have logged in.\n`,
    );
  process.stdout.write(`${describe({ ...running, firstManager: null })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
}

// Not awaited at the top, which a bundle of this form cannot have.
void main().catch((error: unknown) => {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
