import type { DeviceScreen } from '../../shared/contract/protocol.ts';
import type { WallSetting } from '../../shared/contract/settings.ts';
import type { Wish } from '../../shared/contract/views/parts.ts';
import { wishFor } from '../usecases/deviceWishes.ts';
import type { Context } from '../usecases/ports.ts';
import { ownMachine } from '../usecases/publicStore.ts';
import { wallSettingOf } from '../usecases/wallSettings.ts';

/** What was said of single devices, read once for all of them. Each is named by null if it is the one here. */
export type DevicesNow = {
  readonly isPaired: (deviceId: number) => boolean;
  readonly wishOf: (screen: DeviceScreen, deviceId: number | null) => Wish;
  readonly settingOf: (deviceId: number | null) => WallSetting;
  /** The same for devices of which nothing of their own was said. */
  readonly ownKey: (deviceId: number | null) => number | null;
};

/** Reads it. */
export function readDevices({ store }: Context): DevicesNow {
  const paired = new Set(store.devices.pairedIds());
  const wishes = store.wishes.all();
  const settings = store.walls.all();
  return {
    isPaired: (deviceId) => paired.has(deviceId),
    wishOf: (screen, deviceId) => wishFor(wishes, screen, deviceId),
    settingOf: (deviceId) => wallSettingOf(settings, deviceId),
    ownKey: (deviceId) => {
      const id = deviceId ?? ownMachine;
      return wishes.has(id) || settings.has(id) ? id : null;
    },
  };
}
