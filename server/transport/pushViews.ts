import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import type { WebSocket } from 'ws';
import type { Screen } from '../../shared/contract/protocol.ts';
import { viewEvent } from '../../shared/contract/protocol.ts';
import type { Stamped } from '../../shared/contract/views.ts';
import type { Context, ScreenCaller } from '../usecases/ports.ts';
import type { ScreenView } from '../views/screens.ts';
import { viewKeyOf, viewOf } from '../views/screens.ts';
import type { Floor } from '../views/shared.ts';
import { readFloor } from '../views/shared.ts';
import { isStillValid } from './auth.ts';
import { bug } from './problem.ts';

export type Connection = {
  readonly socket: Socket;
  /** What the socket's messages are written to in the end. */
  readonly line: WebSocket;
  readonly caller: ScreenCaller;
};
type Connections = readonly [Connection, ...Connection[]];

/** Those who may still be here, by what they are shown; the others are cut off: sessions end and devices are removed. */
function groupsOf(
  context: Context,
  floor: Floor,
  targets: readonly Connection[],
): ReadonlyMap<string, Connections> {
  const { isPaired } = floor.devices();
  const groups = new Map<string, [Connection, ...Connection[]]>();
  for (const connection of targets) {
    const { socket, caller } = connection;
    if (!isStillValid(context, caller, isPaired)) {
      socket.disconnect(true);
      continue;
    }
    const key = viewKeyOf(context, floor, caller);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [connection]);
    else group.push(connection);
  }
  return groups;
}

/** The line of a socket. @throws if Socket.IO does not tell any more. */
export function lineOf({ request }: Socket): WebSocket {
  const { websocket } = request as typeof request & { readonly websocket?: WebSocket };
  if (websocket === undefined) throw new Error('a screen came by another way than a WebSocket');
  return websocket;
}

/**
 * Sends a view to one group, encoded once for all of them, and past Socket.IO's own queues, which take longer than the
 * rest. It may overtake an answer that still waits in one; whoever asked has to expect that anyway, since what others do
 * is shown between the two.
 */
export function deliver(lines: readonly WebSocket[], view: Stamped<Screen>): void {
  // An event (2) in a message (4): https://socket.io/docs/v4/socket-io-protocol, /engine-io-protocol.
  const message = Buffer.from(`42${JSON.stringify([viewEvent, view])}`);
  for (const line of lines) line.send(message, { binary: false });
}

/**
 * Sends screens their present views, whole. Each is made once for all who are shown the same.
 * @param stamp of this life of the server and the newest commit.
 */
export function pushViews(
  context: Context,
  targets: readonly Connection[],
  stamp: { readonly epoch: string; readonly version: number },
  log: Logger,
): void {
  if (targets.length === 0) return;
  const floor = readFloor(context);
  // One view that cannot be made must not cost the others theirs, nor the server its life.
  const make = (caller: ScreenCaller): ScreenView | null => {
    try {
      return viewOf(context, floor, caller);
    } catch (error) {
      bug(log, `view of the ${caller.screen}`, error);
      return null;
    }
  };
  for (const group of groupsOf(context, floor, targets).values()) {
    const [{ caller }] = group;
    const data = make(caller);
    // What the screen showed is gone (a counter or an officer was removed): it has to come anew.
    if (data === null) for (const one of group) one.socket.disconnect(true);
    else
      deliver(
        group.map(({ line }) => line),
        { ...stamp, at: context.now(), screen: caller.screen, data },
      );
  }
}
