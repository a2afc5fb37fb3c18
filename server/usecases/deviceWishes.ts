import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { DeviceScreen } from '../../shared/contract/protocol.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Heeds, Wish } from '../../shared/contract/views/parts.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
import { ownMachine } from './publicStore.ts';
import type { UseCases } from './table.ts';

type Done = Result<Record<string, never>, Refused>;

/** What managers want of screens, by device (0: the kiosk on the server's own machine). */
export type WishStore = {
  readonly of: (deviceId: number) => Wish;
  /** By device, of those of which something was ever wanted. */
  readonly all: () => ReadonlyMap<number, Wish>;
  readonly setLocked: (deviceId: number, locked: boolean) => void;
  readonly addReload: (deviceId: number) => void;
  readonly addSound: (deviceId: number) => void;
};

/**
 * What screens have fulfilled, in memory only: each says it again when the server is back. A screen that has said
 * nothing has just loaded its page, and shows what it always shows.
 */
export type Heeded = {
  readonly keep: (deviceId: number, heeds: Heeds) => void;
  readonly of: (deviceId: number) => Heeds | null;
};

/** @returns a memory of nothing. */
export function makeHeeded(): Heeded {
  const heeded = new Map<number, Heeds>();
  return {
    keep: (deviceId, heeds) => void heeded.set(deviceId, heeds),
    of: (deviceId) => heeded.get(deviceId) ?? null,
  };
}

const nothingWanted: Wish = { locked: false, reloads: 0, sounds: 0 };

/**
 * What is wanted of a screen. Of the server's own machine only the kiosk has wishes.
 * @param wishes of all screens.
 */
export function wishFor(
  wishes: ReadonlyMap<number, Wish>,
  screen: DeviceScreen,
  deviceId: number | null,
): Wish {
  if (deviceId === null && screen !== 'kiosk') return nothingWanted;
  return wishes.get(deviceId ?? ownMachine) ?? nothingWanted;
}

/** Whether such a screen is there to be asked something. */
const isThere = ({ store }: Context, deviceId: number | null, only?: DeviceScreen): boolean =>
  deviceId === null ||
  store.devices.all().some(({ id, screen }) => id === deviceId && (only ?? screen) === screen);

function lock(context: Context, { deviceId, locked }: ParsedInput<'device:lock'>): Done {
  if (!isThere(context, deviceId, 'kiosk')) return err(refuse('unknownDevice'));
  context.store.wishes.setLocked(deviceId ?? ownMachine, locked);
  return ok({});
}

function reload(context: Context, { deviceId }: ParsedInput<'device:reload'>): Done {
  if (!isThere(context, deviceId)) return err(refuse('unknownDevice'));
  context.store.wishes.addReload(deviceId ?? ownMachine);
  return ok({});
}

function reprint(
  context: TransactionContext,
  { deviceId }: ParsedInput<'device:reprint'>,
): Result<RequestOutput<'device:reprint'>, Refused> {
  const { printers, afterCommit } = context;
  if (!isThere(context, deviceId, 'kiosk')) return err(refuse('unknownDevice'));
  const kiosk = deviceId ?? ownMachine;
  if (printers.stateOf(kiosk) === null) return err(refuse('noPrinter'));
  if (!printers.hasPrinted(kiosk)) return ok({ printing: false });
  afterCommit(() => {
    // Whether paper came out is told by the printer's state.
    printers.printAgain(kiosk).catch(() => undefined);
  });
  return ok({ printing: true });
}

function keepHeeds(
  { heeded, afterCommit }: TransactionContext,
  { heeds }: ParsedInput<'device:heeds'>,
  caller: Caller,
): Done {
  if (caller.kind !== 'device' || (caller.deviceId === null && caller.screen !== 'kiosk')) return ok({});
  const deviceId = caller.deviceId ?? ownMachine;
  afterCommit(() => heeded.keep(deviceId, heeds));
  return ok({});
}

/** What is asked of screens from afar. */
export const deviceWishUseCases: UseCases<
  'device:heeds' | 'device:lock' | 'device:reload' | 'device:reprint'
> = {
  'device:heeds': keepHeeds,
  'device:lock': lock,
  'device:reload': reload,
  'device:reprint': reprint,
};
