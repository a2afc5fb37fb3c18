import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What came to a receiver of webhooks. */
export type Told = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** Another system that is told by webhook, on this machine. */
export type Receiver = {
  readonly url: string;
  readonly told: readonly Told[];
  /** The status of the answers from now on; 0 breaks the line. */
  readonly answer: (status: number) => void;
};

/** Starts one for the test that runs. */
export async function startReceiver(): Promise<Receiver> {
  const told: Told[] = [];
  let status = 204;
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      told.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      if (status === 0) return void request.socket.destroy();
      return void response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/luot`,
    told,
    answer: (next) => {
      status = next;
    },
  };
}
