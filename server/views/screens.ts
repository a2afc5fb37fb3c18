import type { Screen } from '../../shared/contract/protocol.ts';
import type { Stamped } from '../../shared/contract/views.ts';
import type { Context, ScreenCaller } from '../usecases/ports.ts';
import { counterView, wallView } from './displays.ts';
import { kioskView, printerOf } from './kiosk.ts';
import { manageView } from './manage.ts';
import { officerView } from './officer.ts';
import type { Floor } from './shared.ts';
import { trackView } from './track.ts';

export type ScreenView = Stamped<Screen>['data'];

/** Screens with the same key are shown the same. */
export function viewKeyOf(context: Context, floor: Floor, caller: ScreenCaller): string {
  switch (caller.screen) {
    case 'kiosk':
      return `kiosk ${printerOf(context, caller.deviceId)} ${floor.devices().ownKey(caller.deviceId)}`;
    case 'wall':
      return `wall ${floor.devices().ownKey(caller.deviceId)}`;
    case 'counter':
      return `counter ${caller.counterId} ${floor.devices().ownKey(caller.deviceId)}`;
    case 'officer':
    case 'manage':
      return `${caller.screen} ${caller.officerId}`;
    case 'track':
      return `track ${caller.ticketId}`;
  }
}

/** What a screen is shown; null if what it was for is gone. */
export function viewOf(context: Context, floor: Floor, caller: ScreenCaller): ScreenView | null {
  switch (caller.screen) {
    case 'kiosk':
      return kioskView(context, floor, caller.deviceId);
    case 'wall':
      return wallView(context, floor, caller.deviceId);
    case 'counter':
      return caller.counterId === null
        ? null
        : counterView(context, floor, caller.counterId, caller.deviceId);
    case 'officer':
      return officerView(context, floor, caller.officerId);
    case 'manage':
      return manageView(context, floor, caller.officerId);
    case 'track':
      return trackView(context, floor, caller.ticketId);
  }
}
