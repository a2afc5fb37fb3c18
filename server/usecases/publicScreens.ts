import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { DeviceScreen } from '../../shared/contract/protocol.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { publicRequests } from '../../shared/contract/requests/public.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Context, TransactionContext } from './ports.ts';
import { printPaper } from './printPaper.ts';
import { ownMachine } from './publicStore.ts';
import { setPush } from './pushes.ts';
import type { UseCases } from './table.ts';

/** Whether a screen of this kind is paired under this id; null stands for the server's own machine. */
const isKnown = ({ store }: Context, deviceId: number | null, screen: DeviceScreen): boolean =>
  deviceId === null ||
  store.devices.all().some((device) => device.id === deviceId && device.screen === screen);

/** Sets how one wall looks and sounds; null: the one here, and every one without settings of its own. */
function setUpWall(
  context: Context,
  { deviceId, setting }: ParsedInput<'wall:setUp'>,
): Result<RequestOutput<'wall:setUp'>, Refused> {
  if (!isKnown(context, deviceId, 'wall')) return err(refuse('unknownDevice'));
  context.store.walls.set(deviceId ?? ownMachine, setting);
  return ok({});
}

/** Sets where a kiosk's printer is; work under way on other printers goes on. */
function setUpPrinter(
  context: TransactionContext,
  { deviceId, address }: ParsedInput<'printer:setUp'>,
): Result<RequestOutput<'printer:setUp'>, Refused> {
  const { store, printers, afterCommit } = context;
  if (!isKnown(context, deviceId, 'kiosk')) return err(refuse('unknownDevice'));
  store.printers.set(deviceId ?? ownMachine, address);
  afterCommit(() => printers.use(store.printers.all()));
  return ok({});
}

/** Sets the address by which visitors' phones reach the office. */
function setPublicUrl(
  { store }: Context,
  { url }: ParsedInput<'office:setPublicUrl'>,
): Result<RequestOutput<'office:setPublicUrl'>, Refused> {
  // Kept without the last stroke, since paths are put after it.
  store.office.setPublicUrl(url?.replace(/\/+$/u, '') ?? null);
  return ok({});
}

/** How walls, printers and the address on paper are set up, and printing itself. */
export const publicScreenUseCases: Pick<
  UseCases<keyof typeof publicRequests>,
  'paper:print' | 'wall:setUp' | 'printer:setUp' | 'office:setPublicUrl' | 'office:setPush'
> = {
  'paper:print': printPaper,
  'wall:setUp': setUpWall,
  'printer:setUp': setUpPrinter,
  'office:setPublicUrl': setPublicUrl,
  'office:setPush': setPush,
};
