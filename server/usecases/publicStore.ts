import type { Language } from '../../shared/contract/schemas.ts';
import type { WallSetting } from '../../shared/contract/settings.ts';
import type { View } from '../../shared/contract/views.ts';
import type { FieldId, Millis } from '../../shared/domain/ids.ts';
import type { Bilingual } from './records.ts';

/** What walls, voices and paper ask of storage and of the machine. */

/** Screens on the server's own machine have no device; their settings are kept under this. */
export const ownMachine = 0;

export type WallStore = {
  /** By device, of walls that are still paired and of the one on the server's own machine. */
  readonly all: () => ReadonlyMap<number, WallSetting>;
  readonly set: (deviceId: number, setting: WallSetting) => void;
};

export type PrinterStore = {
  /** Addresses by device, of kiosks that are still paired and of the one on the server's own machine. */
  readonly all: () => ReadonlyMap<number, string>;
  /** @param address null takes the kiosk's printer away. */
  readonly set: (deviceId: number, address: string | null) => void;
};

/** A procedure and what to have ready for it. */
export type Papers = {
  readonly fieldId: FieldId;
  readonly procedure: Bilingual;
  readonly papers: readonly string[];
};

/** Whether a printer works; if not, what it says is wrong, or that it does not answer. */
export type PrinterState = View<'manage'>['printers'][number]['state'];

/** The kiosks' printers at work; `server/printing` has them. */
export type TicketPrinters = {
  /** Takes over which printers there are. */
  readonly use: (addresses: ReadonlyMap<number, string>) => void;
  /** @returns null if the kiosk has no printer of its own. */
  readonly stateOf: (deviceId: number) => PrinterState | null;
  /** Since when it is in that state; null if that is not known. */
  readonly since: (deviceId: number) => Millis | null;
  /** Rejects if the printer failed, which its state then shows. */
  readonly print: (
    deviceId: number,
    picture: { readonly width: number; readonly height: number; readonly bits: Uint8Array },
  ) => Promise<void>;
  /** Whether something was printed that can be printed again. */
  readonly hasPrinted: (deviceId: number) => boolean;
  /** Prints the last picture once more. */
  readonly printAgain: (deviceId: number) => Promise<void>;
};

/** What the data folder and the machine hold for walls; looked up now and then, never while somebody waits. */
export type WallMaterial = {
  /** Languages with a whole pack of recordings, and those that the machine's speech program speaks. */
  readonly voice: () => { readonly clips: readonly Language[]; readonly made: readonly Language[] };
  /** Names of pictures and films, in order. */
  readonly media: () => readonly string[];
};
