import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/**
 * The least that a broadcast can be: a server of its own process that knows nothing. A client's first message is what it
 * is to be sent at each `go`, which anybody may say. Prints its port.
 */
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
const bytesOf = new Map<WebSocket, string>();
server.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const said = data.toString('utf8');
    if (said !== 'go') return void bytesOf.set(socket, said);
    for (const [client, bytes] of bytesOf) if (client.readyState === WebSocket.OPEN) client.send(bytes);
  });
});
server.once('listening', () => console.log((server.address() as AddressInfo).port));
// Ends with whoever started it, however that ends.
process.stdin.resume().once('end', () => process.exit());
