import type { ApiScope } from '../../shared/contract/apiScopes.ts';
import type { EventData, EventType } from '../../shared/contract/events.ts';
import type { ApiKeyRow, DeliveryRow, WebhookRow } from '../../shared/contract/requests/integration.ts';
import type { BusinessDay, Millis, OfficerId } from '../../shared/domain/ids.ts';

/** What other systems ask of storage. */

/** A key as it is checked. */
export type ApiKey = {
  readonly id: number;
  readonly keyHash: Buffer;
  readonly scopes: readonly ApiScope[];
  readonly expiresAt: Millis | null;
};

export type ApiKeyStore = {
  /** Those that are not revoked, the newest first. */
  readonly all: () => readonly ApiKeyRow[];
  readonly byPrefix: (prefix: string) => ApiKey | null;
  readonly add: (
    key: Pick<ApiKeyRow, 'name' | 'prefix' | 'scopes' | 'expiresAt'> & { readonly keyHash: Buffer },
    by: OfficerId,
    now: Millis,
  ) => void;
  /** @returns whether there was such a key. */
  readonly revoke: (id: number, now: Millis) => boolean;
  /** Notes that a key was used, at most once a minute. */
  readonly used: (id: number, now: Millis) => void;
};

export type WebhookSetting = {
  readonly url: string;
  readonly events: readonly EventType[];
  readonly on: boolean;
};

/** Something to be sent now. */
export type DueDelivery = {
  readonly id: number;
  readonly webhookId: number;
  readonly url: string;
  readonly eventId: string;
  readonly type: EventType;
  readonly at: Millis;
  /** JSON. */
  readonly data: string;
  readonly tries: number;
};

export type WebhookStore = {
  readonly all: () => readonly WebhookRow[];
  readonly isThere: (id: number) => boolean;
  /** @returns its id. */
  readonly add: (setting: WebhookSetting, secret: string) => number;
  readonly set: (id: number, setting: WebhookSetting) => void;
  readonly remove: (id: number) => void;
  /** A new secret; the one before stays beside it until then. */
  readonly rotate: (id: number, secret: string, until: Millis) => void;
  /** The newest first; that before it while it is still good. */
  readonly secrets: (id: number, now: Millis) => readonly string[];
  /** Whether anybody wants to know of what is of this type. */
  readonly isWanted: (type: EventType) => boolean;
  /** Puts what happened into the outbox of every webhook that wants it; part of the transaction of what happened. */
  readonly tell: <T extends EventType>(type: T, data: EventData<T>, now: Millis) => void;
  /** The same for one webhook alone, whatever it wants. */
  readonly tellOne: <T extends EventType>(id: number, type: T, data: EventData<T>, now: Millis) => void;
  /** What is to be sent now: of each webhook that is on and not `busy` the one that has waited longest. */
  readonly due: (now: Millis, busy: ReadonlySet<number>) => readonly DueDelivery[];
  /** Notes a try before it is made, and when to try again if nothing is heard of it. */
  readonly tried: (id: number, tries: number, tryAt: Millis) => void;
  readonly end: (id: number, state: 'sent' | 'dead', why: string | null, now: Millis) => void;
  readonly failed: (id: number, why: string) => void;
  /** @returns whether it was among those given up. */
  readonly resend: (id: number, now: Millis) => boolean;
  /** Given up first, then failed ones, then the newest. */
  readonly deliveries: (limit: number) => readonly DeliveryRow[];
  /** How many are to be sent, since when the oldest of them is, and how many were given up. */
  readonly figures: () => {
    readonly due: number;
    readonly oldestAt: Millis | null;
    readonly dead: number;
  };
  /** Forgets what was sent or given up before a moment. */
  readonly forgetBefore: (time: Millis) => void;
  /** The business days with numbers after the last whose end was told, and before `today`. */
  readonly daysToClose: (today: BusinessDay) => readonly BusinessDay[];
  /** The end of days up to this one has been told. */
  readonly closed: (day: BusinessDay) => void;
};

export type DropFile = {
  readonly name: string;
  readonly digest: Buffer;
  readonly outcome: 'imported' | 'repeated' | 'failed';
  readonly added: number;
  readonly what: string | null;
};

export type DropStore = {
  readonly isOn: () => boolean;
  readonly setOn: (on: boolean) => void;
  /** The newest first. */
  readonly files: (limit: number) => readonly (Omit<DropFile, 'digest'> & {
    readonly id: number;
    readonly at: Millis;
  })[];
  /** Whether a list with this in it has been imported. */
  readonly isImported: (digest: Buffer) => boolean;
  readonly add: (file: DropFile, now: Millis) => void;
  readonly forgetBefore: (time: Millis) => void;
};
