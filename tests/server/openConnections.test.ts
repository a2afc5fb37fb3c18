import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import type { Server, Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { limitConnections } from '../../server/transport/openConnections.ts';
import { closeServers, startServer } from '../factories/server.ts';

afterEach(closeServers);

const most = 2_000;

/** A server, and what opens connections to it; each is told whether it was closed. */
function limited() {
  const server = new EventEmitter() as Server;
  limitConnections(server);
  return (remoteAddress: string | undefined) => {
    const socket = Object.assign(new EventEmitter(), {
      remoteAddress,
      isClosed: false,
      destroy: () => close(),
    });
    const close = (): void => {
      socket.isClosed = true;
      socket.emit('close');
    };
    server.emit('connection', socket as unknown as Socket);
    return socket;
  };
}

test('AT36 what one address opens beyond its share is closed; others are served, and room comes back', () => {
  const open = limited();
  const all = Array.from({ length: most }, () => open('192.168.1.7'));
  expect(all.filter(({ isClosed }) => isClosed)).toEqual([]);
  expect(
    [open('192.168.1.7'), open('192.168.1.7'), open('192.168.1.8')].map(({ isClosed }) => isClosed),
  ).toEqual([true, true, false]);
  all[0]?.destroy();
  expect([open('192.168.1.7'), open('192.168.1.7')].map(({ isClosed }) => isClosed)).toEqual([false, true]);
});

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', undefined])('AT36 %s is not counted', (address) => {
  const open = limited();
  const all = Array.from({ length: most + 1 }, () => open(address));
  expect(all.filter(({ isClosed }) => isClosed)).toEqual([]);
});

/** Where this machine is reached from the network; null where there is none. */
const own = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

/** Whether this process may hold both ends of so many. */
function hasRoom(): boolean {
  const { userLimits } = process.report.getReport() as {
    readonly userLimits?: { readonly open_files: { readonly soft: number | 'unlimited' } };
  };
  const files = userLimits?.open_files.soft ?? 0;
  return files === 'unlimited' || files > 3 * most;
}

test.runIf(own !== undefined && hasRoom())(
  'AT36 a real server closes one too many, and goes on for others',
  async () => {
    const server = await startServer({ host: '0.0.0.0' });
    const port = Number(new URL(server.url()).port);
    const sockets: Socket[] = [];
    const open = async (): Promise<Socket> => {
      const socket = connect({ port, host: own ?? '' });
      sockets.push(socket);
      await once(socket, 'connect');
      return socket;
    };
    try {
      for (let i = 0; i < most; i++) await open();
      await once(await open(), 'close');
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
      expect(sockets.slice(0, most).every((socket) => !socket.destroyed)).toBe(true);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  },
);
