import type { WallSetting } from '../../shared/contract/settings.ts';
import type { Context } from './ports.ts';
import { ownMachine } from './publicStore.ts';

/** How a wall looks and sounds until somebody sets it up. */
const usual: WallSetting = {
  fieldIds: [],
  counterIds: [],
  notice: null,
  speaksVi: true,
  speaksEn: false,
  volumePercent: 100,
  quietFrom: 0,
  quietTo: 0,
  slides: false,
  slideSeconds: 10,
};

/**
 * How one wall looks and sounds.
 * @param settings of all walls.
 * @param deviceId null for the wall on the server's own machine.
 */
export const wallSettingOf = (
  settings: ReadonlyMap<number, WallSetting>,
  deviceId: number | null,
): WallSetting => settings.get(deviceId ?? ownMachine) ?? settings.get(ownMachine) ?? usual;

/** Settings by device; that of the server's own machine, which stands for every wall without one, comes first. */
export const wallSettings = ({ store }: Pick<Context, 'store'>): ReadonlyMap<number, WallSetting> =>
  new Map([[ownMachine, usual], ...store.walls.all()]);
