import type { Millis, OfficerId } from '../../shared/domain/ids.ts';
import type { Device, Invitation, Officer } from './records.ts';

/** What officers, their sessions and paired devices ask of storage. */

export type OfficerStore = {
  readonly all: () => readonly Officer[];
  readonly find: (id: OfficerId) => Officer | null;
  readonly byLogin: (login: string) => Officer | null;
  readonly setPasswordHash: (id: OfficerId, hash: string) => void;
  readonly addSession: (tokenHash: Buffer, officerId: OfficerId, expiresAt: Millis) => void;
  readonly sessionOfficer: (tokenHash: Buffer, now: Millis) => Officer | null;
  readonly endSession: (tokenHash: Buffer) => void;
  readonly endSessionsOf: (id: OfficerId) => void;
  readonly forgetSessionsOver: (now: Millis) => void;
};

export type DeviceStore = {
  readonly all: () => readonly Device[];
  /** Whether it is paired and was not removed; asked before every view it gets. */
  /** Of all that are paired. */
  readonly pairedIds: () => readonly number[];
  readonly isPaired: (id: number) => boolean;
  readonly byToken: (tokenHash: Buffer) => Device | null;
  readonly add: (device: Invitation, tokenHash: Buffer, now: Millis) => void;
  /** @returns whether there was such a device. */
  readonly remove: (id: number, now: Millis) => boolean;
  readonly invite: (invitation: Invitation, codeHash: Buffer, expiresAt: Millis) => void;
  /** Uses up an invitation. */
  readonly redeem: (codeHash: Buffer, now: Millis) => Invitation | null;
};
