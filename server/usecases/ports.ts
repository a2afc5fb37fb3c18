import type { ApiScope } from '../../shared/contract/apiScopes.ts';
import type { DeviceScreen } from '../../shared/contract/protocol.ts';
import type { Role } from '../../shared/contract/schemas.ts';
import type { Population as PopulationName } from '../../shared/contract/settings.ts';
import type { CounterId, Millis, OfficerId, TicketId, VisitorId } from '../../shared/domain/ids.ts';
import type { Candidate, MeasuredThresholds, Population } from '../../shared/domain/matching.ts';
import type { DeviceHealth } from './deviceHealth.ts';
import type { CatalogueField } from './assistantStore.ts';
import type { Heeded } from './deviceWishes.ts';
import type { FaceMemory } from './faceMemory.ts';
import type { Backups } from './keepingStore.ts';
import type { TicketPrinters, WallMaterial } from './publicStore.ts';
import type { RatingScale } from './ratings.ts';
import type { Actor, StoredTemplate } from './records.ts';
import type { Store } from './store.ts';
import type { WrongCodes } from './wrongCodes.ts';

/** What the use cases need of the world beside storage, and who asks them. */

/** The face index in memory. */
export type Gallery = {
  readonly add: (template: StoredTemplate) => void;
  /** Puts these in the place of all of a visitor's templates, at once; none erases the visitor, also from memory. */
  readonly replace: (visitorId: VisitorId, vectors: readonly Float32Array[]) => void;
  /** The two most similar different visitors to an L2-normalised probe, `Float32Array[dimension]`, but for some. */
  readonly search: (
    probe: Float32Array,
    except?: ReadonlySet<VisitorId>,
  ) => {
    readonly best: Candidate | null;
    readonly second: Candidate | null;
  };
  /** The similarity of the two most similar templates of two visitors; -Infinity if one has none. */
  readonly likeness: (one: VisitorId, other: VisitorId) => number;
  /** How similar to a visitor's first template the most similar of all others is that is less so than `below`. */
  readonly nearestStranger: (visitorId: VisitorId, below: number) => number;
  /** Everybody, in the order of their first templates. */
  readonly visitors: () => readonly VisitorId[];
  /** Does what searches would have to wait for: after filling it, and when nobody is there. */
  readonly settle: () => void;
  /** How many templates it holds. */
  readonly size: () => number;
};

/** The model set that templates are of. */
export type FaceSet = {
  readonly id: string;
  readonly dimension: number;
  /** By whose faces they were measured on; the office says whose it expects. */
  readonly thresholds: Readonly<Record<PopulationName, MeasuredThresholds>>;
  readonly population: Population;
};

/** The faces known by one model set; the context's own are those of the set in use. */
export type Faces = {
  readonly faceSet: FaceSet;
  readonly gallery: Gallery;
  /** The threshold that the strangers in this gallery call for; null while they are too few to tell. */
  readonly ownAccept: () => number | null;
};

/** Seals small texts so that only this office's key opens them; each purpose has its own key. */
export type Vault = {
  readonly seal: (purpose: string, context: string, plain: Uint8Array) => Buffer;
  /** @returns null if it was sealed with another key, purpose or context, or was tampered with. */
  readonly open: (purpose: string, context: string, sealed: Uint8Array) => Buffer | null;
  /** Keyed digest: equal inputs give equal digests, and nobody without the key can guess inputs. */
  readonly digest: (purpose: string, plain: string | Uint8Array) => Buffer;
};

/** A screen that asks. `deviceId` is null for one on the server's own machine, which needs no pairing. */
export type ScreenCaller =
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
    }
  | {
      /** Whoever holds a ticket, on a phone. */
      readonly kind: 'visitor';
      readonly screen: 'track';
      readonly ticketId: TicketId;
      /** When the ticket's page ends. */
      readonly until: Millis;
    };

/** Another system, by its key. */
export type KeyCaller = {
  readonly kind: 'key';
  readonly screen: 'api';
  readonly keyId: number;
  readonly scopes: readonly ApiScope[];
};

/** Who asks. The folder is where lists are laid by whoever may write to the server's disk. */
export type Caller = ScreenCaller | KeyCaller | { readonly kind: 'folder'; readonly screen: 'folder' };

export type Context = Faces & {
  readonly store: Store;
  readonly vault: Vault;
  readonly wrongCodes: WrongCodes;
  /** By the set used before, of those who are known only by it; null if there are none or its files are gone. */
  readonly previousFaces: Faces | null;
  readonly faceMemory: FaceMemory;
  readonly deviceHealth: DeviceHealth;
  readonly heeded: Heeded;
  readonly printers: TicketPrinters;
  readonly wallMaterial: WallMaterial;
  readonly backups: Backups;
  readonly ratingScale: RatingScale;
  /** The fields that the product knows. */
  readonly catalogue: readonly CatalogueField[];
  readonly now: () => Millis;
  /** Whether an officer has a console open. */
  readonly isOnline: (officerId: OfficerId) => boolean;
  /** Whether a paired device is connected. */
  readonly isConnected: (deviceId: number) => boolean;
  /** When a paired device, or an officer's console, that is gone went; null if it was not there since the server started. */
  readonly lastThere: (what: 'device' | 'console', id: number) => Millis | null;
  /** Where visitors' phones reach this server, without a slash at its end. */
  readonly publicUrl: () => string;
  /** Where lists are laid to be taken. */
  readonly dropFolder: string;
};

/** A context inside the transaction that `perform` has opened. */
export type TransactionContext = Context & {
  /** Runs once the transaction is committed, though not on disk yet; never if it fails. Nobody may be told by it. */
  readonly afterCommit: (effect: () => void) => void;
};

/** @returns the caller as the audit keeps it. */
export function actorOf(caller: Caller): Actor {
  if (caller.kind === 'officer') return `officer:${caller.officerId}`;
  if (caller.kind === 'visitor') return `visitor:${caller.ticketId}`;
  if (caller.kind === 'key') return `key:${caller.keyId}`;
  if (caller.kind === 'folder') return 'folder';
  return caller.deviceId === null ? 'local' : `device:${caller.deviceId}`;
}
