import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import type { WebSocket } from 'ws';
import type { Screen } from '../../../../shared/contract/protocol.ts';
import type { Stamped } from '../../../../shared/contract/views.ts';
import { socketOptions } from '../../../../server/transport/bindSocket.ts';
import { deliver, lineOf } from '../../../../server/transport/pushViews.ts';

/**
 * Delivers views as the product's server does, made by nobody: a client's first message is what it is sent whenever the
 * parent says `go`; those who said the same are a group. Prints its port.
 */
const http = createServer();
// Heartbeats come whether views are sent or not, and would be counted with them the more, the slower the machine is.
const io = new Server(http, { ...socketOptions, pingInterval: 600_000 });
const groups = new Map<string, WebSocket[]>();
io.on('connection', (socket) => {
  socket.once('take', (said: string, taken: () => void) => {
    groups.set(said, [...(groups.get(said) ?? []), lineOf(socket)]);
    taken();
  });
});
let views: readonly { readonly lines: readonly WebSocket[]; readonly view: Stamped<Screen> }[] = [];
process.on('message', (asked) => {
  if (asked === 'ready')
    views = [...groups].map(([said, lines]) => ({ lines, view: JSON.parse(said) as Stamped<Screen> }));
  if (asked === 'go') for (const { lines, view } of views) deliver(lines, view);
});
http.listen({ host: '127.0.0.1', port: 0, backlog: 4_096 }, () =>
  console.log(`port ${(http.address() as AddressInfo).port}`),
);
