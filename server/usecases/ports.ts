import type { DeviceScreen } from '../../shared/contract/protocol.ts';
import type { Role } from '../../shared/contract/schemas.ts';
import type { CounterId, Millis, OfficerId } from '../../shared/domain/ids.ts';
import type { Candidate, MeasuredThresholds, Population } from '../../shared/domain/matching.ts';
import type { Actor, StoredTemplate } from './records.ts';
import type { Store } from './store.ts';
import type { WrongCodes } from './wrongCodes.ts';

/** What the use cases need of the world beside storage, and who asks them. */

/** The face index in memory. */
export type Gallery = {
  readonly add: (template: StoredTemplate) => void;
  /** The two most similar different visitors to an L2-normalised probe, `Float32Array[dimension]`. */
  readonly search: (probe: Float32Array) => {
    readonly best: Candidate | null;
    readonly second: Candidate | null;
  };
  readonly size: () => number;
};

/** The model set that templates are of. */
export type FaceSet = {
  readonly id: string;
  readonly dimension: number;
  readonly thresholds: MeasuredThresholds;
  readonly population: Population;
};

/** Seals small texts so that only this office's key opens them; each purpose has its own key. */
export type Vault = {
  readonly seal: (purpose: string, context: string, plain: Uint8Array) => Buffer;
  /** @returns null if it was sealed with another key, purpose or context, or was tampered with. */
  readonly open: (purpose: string, context: string, sealed: Uint8Array) => Buffer | null;
  /** Keyed digest: equal inputs give equal digests, and nobody without the key can guess inputs. */
  readonly digest: (purpose: string, plain: string | Uint8Array) => Buffer;
};

/** Who asks. `deviceId` is null for a screen on the server's own machine, which needs no pairing. */
export type Caller =
  | {
      readonly kind: 'device';
      readonly screen: DeviceScreen;
      readonly deviceId: number | null;
      readonly counterId: CounterId | null;
    }
  | {
      readonly kind: 'officer';
      readonly screen: 'officer' | 'manage';
      readonly officerId: OfficerId;
      readonly role: Role;
      readonly sessionHash: Buffer;
    };

export type Context = {
  readonly store: Store;
  readonly vault: Vault;
  readonly gallery: Gallery;
  readonly faceSet: FaceSet;
  readonly wrongCodes: WrongCodes;
  readonly now: () => Millis;
  /** Whether an officer has a console open. */
  readonly isOnline: (officerId: OfficerId) => boolean;
  /** Whether a paired device is connected. */
  readonly isConnected: (deviceId: number) => boolean;
};

/** A context inside the transaction that `perform` has opened. */
export type TransactionContext = Context & {
  /** Runs once the transaction is on disk; never if it fails. */
  readonly afterCommit: (effect: () => void) => void;
};

/** @returns the caller as the audit keeps it. */
export function actorOf(caller: Caller): Actor {
  if (caller.kind === 'officer') return `officer:${caller.officerId}`;
  return caller.deviceId === null ? 'local' : `device:${caller.deviceId}`;
}
