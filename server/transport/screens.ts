import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import { viewEvent } from '../../shared/contract/protocol.ts';
import type { Screen } from '../../shared/contract/protocol.ts';
import type { Stamped } from '../../shared/contract/views.ts';
import type { Millis, OfficerId } from '../../shared/domain/ids.ts';
import { wishFor } from '../usecases/deviceWishes.ts';
import type { Context, ScreenCaller } from '../usecases/ports.ts';
import { wallSettingOf } from '../usecases/wallSettings.ts';
import { counterView, wallView } from '../views/displays.ts';
import { kioskView, printerOf } from '../views/kiosk.ts';
import { manageView } from '../views/manage.ts';
import { officerView } from '../views/officer.ts';
import type { Floor } from '../views/shared.ts';
import { readFloor } from '../views/shared.ts';
import { trackView } from '../views/track.ts';
import type { Commits } from '../commits.ts';
import { isStillValid } from './auth.ts';
import { bug } from './problem.ts';

type Connection = { readonly socket: Socket; readonly caller: ScreenCaller };
type ViewMessage = Stamped<Screen>['data'];

/** Every connected screen, and the pushing of their views. */
export type Screens = {
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

/** Screens that show the same view share it: it is made once. */
function sharedKey(context: Context, caller: ScreenCaller): string {
  const wish = caller.kind === 'device' && wishFor(context, caller.screen, caller.deviceId);
  switch (caller.screen) {
    case 'kiosk':
      return `kiosk ${printerOf(context, caller.deviceId)} ${JSON.stringify(wish)}`;
    case 'wall':
      return `wall ${JSON.stringify([wallSettingOf(context, caller.deviceId), wish])}`;
    case 'counter':
      return `counter ${caller.counterId} ${JSON.stringify(wish)}`;
    case 'officer':
    case 'manage':
      return `${caller.screen} ${caller.officerId}`;
    case 'track':
      return `track ${caller.ticketId}`;
  }
}

/** What is missed when its last connection ends; null: nothing that anybody would miss. */
function presenceOf(caller: ScreenCaller): string | null {
  if (caller.kind === 'officer') return caller.screen === 'officer' ? `console ${caller.officerId}` : null;
  return caller.kind === 'device' && caller.deviceId !== null ? `device ${caller.deviceId}` : null;
}

/** Whether views tell that this one is connected. */
const isNoticed = (caller: ScreenCaller): boolean =>
  caller.kind === 'officer' || (caller.kind === 'device' && caller.deviceId !== null);

function viewOf(context: Context, floor: Floor, caller: ScreenCaller): ViewMessage | null {
  switch (caller.screen) {
    case 'kiosk':
      return kioskView(context, floor, caller.deviceId);
    case 'wall':
      return wallView(
        context,
        floor,
        wallSettingOf(context, caller.deviceId),
        wishFor(context, 'wall', caller.deviceId),
      );
    case 'counter':
      return caller.counterId === null
        ? null
        : counterView(context, floor, caller.counterId, wishFor(context, 'counter', caller.deviceId));
    case 'officer':
      return officerView(context, floor, caller.officerId);
    case 'manage':
      return manageView(context, floor, caller.officerId);
    case 'track':
      return trackView(context, floor, caller.ticketId);
  }
}

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
  /** By presence, when it was there last. */
  const left = new Map<string, Millis>();
  let version = 0;
  let pending = false;

  /** A disk that cannot be read must not cost the server its life either: what is shown stays, and is tried again. */
  const safely = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      bug(log, 'views', error);
    }
  };
  const push = (targets: readonly Connection[]): void => {
    if (targets.length === 0) return;
    const present = context();
    const floor = readFloor(present);
    // One view that cannot be made must not cost the others theirs, nor the server its life.
    const make = (caller: ScreenCaller): ViewMessage | null => {
      try {
        return viewOf(present, floor, caller);
      } catch (error) {
        bug(log, `view of the ${caller.screen}`, error);
        return null;
      }
    };
    const made = new Map<string, ViewMessage | null>();
    for (const { socket, caller } of targets) {
      // Sessions end and devices are removed while their screens are connected.
      if (!isStillValid(present, caller)) {
        socket.disconnect(true);
        continue;
      }
      const key = sharedKey(present, caller);
      const data = made.has(key) ? (made.get(key) ?? null) : make(caller);
      made.set(key, data);
      // What the screen showed is gone (a counter or an officer was removed): it has to come anew.
      if (data === null) socket.disconnect(true);
      else socket.emit(viewEvent, { epoch, version, at: present.now(), screen: caller.screen, data });
    }
  };

  const publish = (): void => {
    version += 1;
    if (pending) return;
    pending = true;
    commits.whenKept(() => {
      pending = false;
      safely(() => {
        push([...connected.values()]);
        published();
      });
    });
  };

  return {
    add: (socket, caller) => {
      connected.set(socket.id, { socket, caller });
      commits.whenKept(() => safely(() => push(connected.has(socket.id) ? [{ socket, caller }] : [])));
      if (isNoticed(caller)) publish();
    },
    remove: (socket) => {
      const gone = connected.get(socket.id);
      connected.delete(socket.id);
      const presence = gone === undefined ? null : presenceOf(gone.caller);
      if (presence !== null) left.set(presence, context().now());
      if (gone !== undefined && isNoticed(gone.caller)) publish();
    },
    publish,
    isOnline: (officerId) =>
      [...connected.values()].some(
        ({ caller }) =>
          caller.kind === 'officer' && caller.screen === 'officer' && caller.officerId === officerId,
      ),
    counts: () => {
      const byKind = Map.groupBy(connected.values(), ({ caller }): Screen => caller.screen);
      return new Map([...byKind].map(([kind, those]) => [kind, those.length]));
    },
    lastThere: (what, id) => left.get(`${what} ${id}`) ?? null,
    isConnected: (deviceId) =>
      [...connected.values()].some(({ caller }) => caller.kind === 'device' && caller.deviceId === deviceId),
  };
}
