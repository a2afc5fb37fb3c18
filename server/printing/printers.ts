import type { Fault, Picture } from './escpos.ts';
import { escposOf } from './escpos.ts';
import type { Port } from './ports.ts';
import { PrinterFault, portOf } from './ports.ts';

/** `away`: it does not answer, or takes nothing. */
export type PrinterState = 'ready' | 'away' | Fault;

/** The printers of the kiosks, by the kiosk's device (0: the one on the server's own machine). */
export type Printers = {
  /** Takes over which printers there are; one whose address stays keeps its state and its work. */
  readonly use: (addresses: ReadonlyMap<number, string>) => void;
  /** @returns null if the kiosk has no printer of its own. */
  readonly stateOf: (deviceId: number) => PrinterState | null;
  /** Since when it is in that state, ms since 1970; null if it has been since it was set up, or there is none. */
  readonly since: (deviceId: number) => number | null;
  /** One after another on each printer. A picture that fails is not tried again: its visitor has gone on by then. */
  readonly print: (deviceId: number, picture: Picture) => Promise<void>;
  /** Whether something was printed that can be printed again. */
  readonly hasPrinted: (deviceId: number) => boolean;
  /** Prints the last picture once more. */
  readonly printAgain: (deviceId: number) => Promise<void>;
  readonly close: () => void;
};

type Printer = {
  readonly address: string;
  readonly port: Port;
  state: PrinterState;
  since: number | null;
  work: Promise<void>;
  /** In memory only: on it stands a visitor's number. */
  last: Picture | null;
};

const checkMs = 20_000;

/**
 * @param changed called when a printer falls into trouble or comes out of it.
 * @param log told why, in words that name no visitor.
 * @param now the clock, ms since 1970.
 */
export function makePrinters(changed: () => void, log: (why: string) => void, now: () => number): Printers {
  let printers = new Map<number, Printer>();

  const become = (printer: Printer, state: PrinterState, why: string): void => {
    if (printer.state === state) return;
    printer.state = state;
    printer.since = now();
    log(`${printer.address}: ${why}`);
    changed();
  };
  /** Does something with the printer after whatever it is doing, and notes how that went. */
  const inTurn = (printer: Printer, task: (port: Port) => Promise<void>): Promise<void> => {
    const done = printer.work.then(() => task(printer.port));
    printer.work = done.then(
      () => become(printer, 'ready', 'works again'),
      (error: unknown) =>
        become(
          printer,
          error instanceof PrinterFault ? error.fault : 'away',
          error instanceof Error ? error.message : 'fails',
        ),
    );
    return done;
  };
  const print: Printers['print'] = (deviceId, picture) => {
    const printer = printers.get(deviceId);
    if (printer === undefined) return Promise.reject(new Error('this kiosk has no printer'));
    printer.last = picture;
    return inTurn(printer, (port) => port.print(escposOf(picture)));
  };
  const checks = setInterval(() => {
    // A printer that works shows it by printing; asking it all day would only wake it.
    for (const printer of printers.values())
      if (printer.state !== 'ready') inTurn(printer, (port) => port.check()).catch(() => undefined);
  }, checkMs);
  checks.unref();

  return {
    use: (addresses) => {
      printers = new Map(
        [...addresses].map(([deviceId, address]) => {
          const known = printers.get(deviceId);
          if (known?.address === address) return [deviceId, known];
          const made: Printer = {
            address,
            port: portOf(address),
            state: 'ready',
            since: null,
            work: Promise.resolve(),
            last: null,
          };
          inTurn(made, (port) => port.check()).catch(() => undefined);
          return [deviceId, made];
        }),
      );
    },
    stateOf: (deviceId) => printers.get(deviceId)?.state ?? null,
    since: (deviceId) => printers.get(deviceId)?.since ?? null,
    print,
    hasPrinted: (deviceId) => (printers.get(deviceId)?.last ?? null) !== null,
    printAgain: (deviceId) => {
      const last = printers.get(deviceId)?.last ?? null;
      return last === null ? Promise.reject(new Error('nothing was printed')) : print(deviceId, last);
    },
    close: () => clearInterval(checks),
  };
}
