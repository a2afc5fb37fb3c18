/** `npm run tls -- make [--name NAME]... | show [--data DIR]`: the certificate by which an office's screens know its server. */
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { networkAddresses } from '../ownAddress.ts';
import { StartError } from '../startError.ts';
import {
  fingerprintOf,
  goodUntil,
  hasCertificate,
  keepCertificate,
  makeCertificate,
  publicKeyPin,
  readCertificate,
} from './certificate.ts';

const usage = 'Usage: npm run tls -- make [--name NAME]... [--again] | show [--data data]';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function show(data: string): void {
  const { cert } = readCertificate(data);
  say(`Fingerprint  ${fingerprintOf(cert)}`);
  say(`Public key   ${publicKeyPin(cert)}`);
  say(`Good until   ${new Date(goodUntil(cert)).toISOString().slice(0, 10)}`);
}

/** @param again puts a new one in the place of one that is there: every kiosk then has to be told. */
async function make(data: string, names: readonly string[], again: boolean): Promise<void> {
  if (hasCertificate(data) && !again)
    throw new StartError(
      `${join(data, 'tls')} has a certificate already. With --again a new one takes its place, and every kiosk has to be given its fingerprint.`,
    );
  keepCertificate(data, await makeCertificate([hostname(), ...networkAddresses(), ...names], Date.now()));
  show(data);
  say('Start the server with --tls. Keep the fingerprint: kiosks are held to it.');
}

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'data' },
      name: { type: 'string', multiple: true, default: [] },
      again: { type: 'boolean', default: false },
    },
  });
  const data = resolve(values.data);
  const [command, ...rest] = positionals;
  if (rest.length > 0) throw new StartError(usage);
  if (command === 'show') return show(data);
  if (command !== 'make') throw new StartError(usage);
  return make(data, values.name, values.again);
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
