import type { KeptWhy } from '../../shared/contract/requests/reserve.ts';
import type { BusinessDay, FieldId, Millis, TicketId } from '../../shared/domain/ids.ts';
import type { Lane } from '../../shared/domain/reserve.ts';

/** The channel of numbers that a kiosk gave by itself: the server does not count on from them. */
export const reserveChannel = 'offline';

/** Whose the numbers of a lane are on a day. */
export type LaneHolder = {
  readonly day: BusinessDay;
  readonly lane: Lane;
  readonly keeper: string;
};

/** A number that was handed in and not taken into the line. */
export type KeptNumber = {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly day: BusinessDay;
  readonly fieldId: FieldId;
  readonly issuedAt: Millis;
  readonly handedInAt: Millis;
  /** Null: the kiosk on the server's own machine. */
  readonly deviceId: number | null;
  readonly why: KeptWhy;
};

/** What storage knows of the numbers that kiosks give by themselves. */
export type ReserveStore = {
  readonly lanesOn: (day: BusinessDay) => readonly LaneHolder[];
  /** Nothing changes if the lane, or the keeper, has its row of the day already. */
  readonly setAside: (holder: LaneHolder) => void;
  /** The lane that a keeper had last, on any day that is still known. */
  readonly lastLane: (keeper: string) => Lane | null;
  /** Whether an older backup was put in the place of this database at or after a moment. */
  readonly wasRestoredSince: (time: Millis) => boolean;
  readonly keep: (number: KeptNumber) => void;
  readonly isKept: (id: TicketId) => boolean;
  readonly countKept: () => number;
  /** Newest first. `kiosk`: its name; null for the one on the server's own machine. */
  readonly kept: (limit: number) => readonly (Omit<KeptNumber, 'deviceId'> & {
    readonly kiosk: string | null;
  })[];
  /** Forgets lanes of days before `day`, and what was handed in before `time`. */
  readonly forgetBefore: (day: BusinessDay, time: Millis) => void;
};
