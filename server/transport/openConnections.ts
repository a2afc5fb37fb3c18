import type { Server, Socket } from 'node:net';
import { loopback } from './auth.ts';

/** More than the screens and phones of an office have, all of them behind one address. */
const mostOfOne = 2_000;

/**
 * Closes at once what one address opens beyond 2,000 connections, so that it cannot take the memory of all. Those of the
 * server's own machine are not counted: a proxy there speaks for everybody, and does its own counting.
 */
export function limitConnections(server: Pick<Server, 'on'>): void {
  const open = new Map<string, number>();
  const change = (address: string, by: number): number => {
    const count = (open.get(address) ?? 0) + by;
    if (count === 0) open.delete(address);
    else open.set(address, count);
    return count;
  };
  server.on('connection', (socket: Socket) => {
    const { remoteAddress: address } = socket;
    // Without one it is gone already.
    if (address === undefined || loopback.has(address)) return;
    socket.once('close', () => change(address, -1));
    if (change(address, 1) > mostOfOne) socket.destroy();
  });
}
