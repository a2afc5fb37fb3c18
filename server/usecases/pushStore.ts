import type { PushSubscription } from '../../shared/contract/schemas.ts';
import type { Millis, TicketId } from '../../shared/domain/ids.ts';

/** What telling phones asks of storage. */

/** An EC key on P-256 as push services know it: both halves in base64url. */
export type PushKey = { readonly publicKey: string; readonly privateKey: string };

/** A phone that waits to be told. */
export type Unsent = {
  readonly ticketId: TicketId;
  readonly subscription: PushSubscription;
  /** How often it was tried. */
  readonly tries: number;
};

export type PushStore = {
  /** Whether the office has it switched on. */
  readonly isOn: () => boolean;
  readonly setOn: (on: boolean) => void;
  readonly publicKey: () => string | null;
  /** @throws if the office has no key. */
  readonly key: () => PushKey;
  readonly setKey: (key: PushKey) => void;
  readonly isSubscribed: (ticketId: TicketId) => boolean;
  /** In the place of one there may have been. */
  readonly subscribe: (ticketId: TicketId, subscription: PushSubscription, now: Millis) => void;
  readonly unsubscribe: (ticketId: TicketId) => void;
  /** Those to be tried at or before a moment. */
  readonly unsent: (now: Millis) => readonly Unsent[];
  /** @param tryAt when to try again; null: never. */
  readonly tried: (ticketId: TicketId, tries: number, tryAt: Millis | null) => void;
};
