import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import type { Screen } from '../../shared/contract/protocol.ts';
import type { OfficerId } from '../../shared/domain/ids.ts';
import type { Commits } from '../usecases/commits.ts';
import type { Context, ScreenCaller } from '../usecases/ports.ts';
import { makePresence } from './presence.ts';
import { bug } from './problem.ts';
import type { Connection } from './pushViews.ts';
import { lineOf, pushViews } from './pushViews.ts';

/** Every connected screen, and the pushing of their views. */
export type Screens = {
  /** It gets its view at once, with whoever else comes within a few milliseconds. */
  readonly add: (socket: Socket, caller: ScreenCaller) => void;
  readonly remove: (socket: Socket) => void;
  /** Something was committed: once it is on disk, everybody gets their present view, whole. */
  readonly publish: () => void;
  readonly isOnline: (officerId: OfficerId) => boolean;
  readonly isConnected: (deviceId: number) => boolean;
  /** How many of each kind are connected. */
  readonly counts: () => ReadonlyMap<Screen, number>;
  readonly lastThere: Context['lastThere'];
};

/** After a new start all screens come together; what they are shown need not be made for each. */
const gatherMs = 20;

const isStaff = ({ caller }: Connection): boolean => caller.kind === 'officer';

/**
 * @param epoch names this life of the server.
 * @param context made after the screens are, since it asks them who is online; hence a function.
 * @param published called after the views of every change have gone out.
 */
export function makeScreens(
  epoch: string,
  context: () => Context,
  commits: Commits,
  log: Logger,
  published: () => void,
): Screens {
  const connected = new Map<string, Connection>();
  const presence = makePresence();
  let version = 0;
  /** What has happened since views were sent last. */
  let news: { everybody: boolean; staff: boolean; readonly came: Set<Connection> } | null = null;

  const send = (): void => {
    if (news === null) return;
    const { everybody, staff, came } = news;
    news = null;
    const targets = [...connected.values()].filter(
      (connection) => everybody || came.has(connection) || (staff && isStaff(connection)),
    );
    // A disk that cannot be read must not cost the server its life: what is shown stays, and is tried again.
    try {
      pushViews(context(), targets, { epoch, version }, log);
      if (everybody) published();
    } catch (error) {
      bug(log, 'views', error);
    }
  };
  const fresh = (): NonNullable<typeof news> => {
    if (news === null) setTimeout(() => (connected.size === 0 ? send() : commits.whenKept(send)), gatherMs);
    return (news ??= { everybody: false, staff: false, came: new Set() });
  };
  /** Only staff are shown who is connected, or a new start would send every screen a view for every other. */
  const tellStaff = (): void => {
    version += 1;
    fresh().staff = true;
  };

  return {
    add: (socket, caller) => {
      const connection = { socket, line: lineOf(socket), caller };
      connected.set(socket.id, connection);
      fresh().came.add(connection);
      if (presence.come(caller)) tellStaff();
    },
    remove: (socket) => {
      const gone = connected.get(socket.id);
      connected.delete(socket.id);
      if (gone !== undefined && presence.go(gone.caller, context().now())) tellStaff();
    },
    publish: () => {
      version += 1;
      const unsent = fresh();
      if (!unsent.everybody) commits.whenKept(send);
      unsent.everybody = true;
    },
    isOnline: (officerId) => presence.isThere('console', officerId),
    isConnected: (deviceId) => presence.isThere('device', deviceId),
    counts: () => {
      const byKind = Map.groupBy(connected.values(), ({ caller }): Screen => caller.screen);
      return new Map([...byKind].map(([kind, those]) => [kind, those.length]));
    },
    lastThere: presence.lastThere,
  };
}
