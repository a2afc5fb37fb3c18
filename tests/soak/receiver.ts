import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another system that is told by webhook of everything, on this machine. */
export type Listener = { readonly url: string; readonly told: () => number; readonly close: () => void };

/** Starts one that counts and says thanks. */
export async function openListener(): Promise<Listener> {
  let told = 0;
  const http = createServer((request, response) => {
    request.resume().on('end', () => {
      told += 1;
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/luot`,
    told: () => told,
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
}
