import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';

/** The cable between a kiosk and its server, which can be pulled. */
export type Line = {
  /** Where the kiosk finds the server. */
  readonly url: string;
  readonly cut: () => void;
  readonly join: () => void;
  readonly close: () => Promise<void>;
};

type Page = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** Fetches a page of the server. @returns null if it is away. */
function fetchPage(
  server: URL,
  { url: path = '/', headers, method = 'GET' }: IncomingMessage,
): Promise<Page | null> {
  return new Promise((resolve) => {
    const asked = request({ host: server.hostname, port: server.port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
      answer.on('error', () => resolve(null));
    });
    asked.on('error', () => resolve(null));
    asked.end();
  });
}

/**
 * Lies between a browser and the server. Pages that came once are given again when the server is away, as the shell
 * has them in its own files; requests go only through the line.
 */
export async function openLine(serverUrl: string): Promise<Line> {
  const server = new URL(serverUrl);
  const pages = new Map<string, Page>();
  const wires = new Set<Socket>();
  let isCut = false;

  const give = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = incoming.url ?? '/';
    const fresh = isCut ? null : await fetchPage(server, incoming);
    if (fresh?.status === 200) pages.set(path, fresh);
    const page = fresh ?? pages.get(path);
    if (page === undefined) return void incoming.socket.destroy();
    response.writeHead(page.status, page.headers);
    return void response.end(page.body);
  };
  const http = createServer((incoming, response) => void give(incoming, response));
  http.on('upgrade', (incoming, wire: Socket, head) => {
    wires.add(wire);
    wire.on('error', () => undefined);
    wire.on('close', () => wires.delete(wire));
    if (isCut) return void wire.destroy();
    const on = connect(Number(server.port), server.hostname, () => {
      const headers = Object.entries(incoming.headers).map(
        ([name, value]) => `${name}: ${String(value)}\r\n`,
      );
      on.write(`GET ${incoming.url} HTTP/1.1\r\n${headers.join('')}\r\n`);
      on.write(head);
      on.pipe(wire);
      wire.pipe(on);
    });
    on.on('error', () => wire.destroy());
    on.on('close', () => wire.destroy());
    wire.on('close', () => on.destroy());
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      for (const wire of wires) wire.destroy();
    },
    join: () => {
      isCut = false;
    },
    close: async () => {
      for (const wire of wires) wire.destroy();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}
