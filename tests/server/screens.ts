import { onTestFinished } from 'vitest';
import type { Health } from '../../shared/contract/health.ts';
import type { WallSetting } from '../../shared/contract/settings.ts';
import type { Input } from '../factories/clients.ts';
import type { FakePrinter } from '../factories/fakePrinter.ts';
import { startPrinter } from '../factories/fakePrinter.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';

/** A wall as it is before anybody sets it up. */
export const plainWall: WallSetting = {
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

/** What a kiosk says of itself whose camera was away twice. */
export const wellKiosk: Health = {
  version: '1.2.3',
  upMs: 3_600_000,
  faults: { page: 1, graphics: 0, hung: 0, window: 0, helper: 0, server: 0, camera: 2, worker: 0 },
  diskFreeBytes: 40_000_000_000,
  temperatureC: 51,
  threads: true,
  camera: 'on',
};

/** A picture as wide as the roll, every byte of it `fill`. */
export const pictureOf = (height: number, fill: number): Input<'paper:print'>['picture'] => ({
  width: 576,
  height,
  bits: Buffer.alloc(72 * height, fill).toString('base64'),
});

/** A printer that goes when the test does. @param port 0 takes any free one. */
export async function fakePrinter(port = 0): Promise<FakePrinter> {
  const printer = await startPrinter(port);
  onTestFinished(() => printer.close());
  return printer;
}

/** The kiosk on the server's own machine, with a printer of its own. */
export async function withPrinter(office: StaffedOffice) {
  const [manage, kiosk, printer] = await Promise.all([office.manage(), office.kiosk(), fakePrinter()]);
  await manage.do('printer:setUp', { deviceId: null, address: printer.address });
  await kiosk.until((view) => view.printer === 'ready');
  return { manage, kiosk, printer };
}
