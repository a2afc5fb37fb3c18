import { networkInterfaces } from 'node:os';

/** What other machines reach this one by: its IPv4 addresses in the networks it is in. */
export function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** Whether a server that listens on `host` does so on every address of its machine. */
export const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** The host by which this machine's browsers reach a server that listens on `host`, as addresses write it. */
export function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Where phones in the office's network reach a server that listens on `host`; without a network, where this machine
 * does. Asked anew each time, since the machine may be given another address while it runs.
 */
export function urlInNetwork(scheme: 'http' | 'https', host: string, port: number): string {
  const [own = 'localhost'] = networkAddresses();
  return `${scheme}://${isEverywhere(host) ? own : nameOf(host)}:${port}`;
}
