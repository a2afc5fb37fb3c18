import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/**
 * The least that a broadcast can be: a server of its own process that knows nothing. A client's first message is what it
 * is sent whenever the parent says `go`; those who said the same share the bytes. Prints its port.
 */
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: 0,
  perMessageDeflate: false,
  backlog: 4_096,
});
const bytesOf = new Map<WebSocket, Buffer>();
const known = new Map<string, Buffer>();
server.on('connection', (socket) => {
  socket.once('message', (data: Buffer) => {
    const said = data.toString('utf8');
    const bytes = known.get(said) ?? data;
    known.set(said, bytes);
    bytesOf.set(socket, bytes);
    socket.send('ready');
  });
});
process.on('message', (asked) => {
  if (asked !== 'go') return;
  for (const [client, bytes] of bytesOf)
    if (client.readyState === WebSocket.OPEN) client.send(bytes, { binary: false });
});
server.once('listening', () => console.log(`port ${(server.address() as AddressInfo).port}`));
