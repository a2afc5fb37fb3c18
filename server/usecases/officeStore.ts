import type { FloorLimits, Rules } from '../../shared/contract/settings.ts';
import type { Hours } from '../../shared/domain/hours.ts';
import type { BusinessDay, FieldId, Millis, TicketId, VisitorId } from '../../shared/domain/ids.ts';
import type { StateKind } from '../../shared/domain/ticket.ts';
import type { Papers } from './publicStore.ts';
import type {
  Actor,
  Bilingual,
  ConsentText,
  Counter,
  Field,
  Office,
  PriorityClass,
  Procedure,
} from './records.ts';

/** What the office itself, its opening hours, limits and appointments ask of storage. */

export type OfficeStore = {
  readonly office: () => Office;
  /** Where phones reach the server, if it was set; null: at its address in its network. */
  readonly publicUrl: () => string | null;
  readonly fields: () => readonly Field[];
  readonly counters: () => readonly Counter[];
  readonly consentText: () => ConsentText;
  readonly priorityClasses: () => readonly PriorityClass[];
  /** What the office does now, in the fields' order. */
  readonly procedures: () => readonly Procedure[];
  /** Also those out of use, which past services and dossiers name. */
  readonly everyProcedure: () => readonly Procedure[];
  readonly hours: () => Hours;
  readonly setHours: (hours: Hours) => void;
  readonly setRules: (rules: Rules) => void;
  readonly setQuota: (id: FieldId, dailyQuota: number | null) => void;
  /** @param message what locked kiosks show; null opens them. */
  readonly setLock: (message: Bilingual | null) => void;
  readonly setFloorLimits: (limits: FloorLimits) => void;
  readonly setKiosk: (kiosk: Pick<Office, 'population' | 'dwellMs'>) => void;
  /** The address that stands on paper; null is the server's own in its network. */
  readonly setPublicUrl: (url: string | null) => void;
  /** The procedures of each field that visitors are told of, that are asked for most and need papers, at most `ofEach`, most asked first. */
  readonly mostAsked: (ofEach: number) => readonly Papers[];
};

export type NewAppointment = {
  /** What the visitor types at the kiosk; unique among those of the day. */
  readonly code: string;
  readonly day: BusinessDay;
  readonly at: Millis;
  readonly fieldId: FieldId;
  readonly name: string | null;
  /** The registered visitor whom it is taken to be for. */
  readonly visitorId: VisitorId | null;
};

export type Appointment = NewAppointment & {
  readonly id: number;
  readonly cancelled: boolean;
  /** What it became when the visitor checked in. */
  readonly ticket: { readonly id: TicketId; readonly number: string } | null;
};

export type AppointmentStore = {
  readonly add: (appointment: NewAppointment, by: Actor) => void;
  readonly find: (id: number) => Appointment | null;
  readonly byCode: (day: BusinessDay, code: string) => Appointment | null;
  /** Those of a day that this visitor is expected to, by time. */
  readonly ofVisitor: (visitorId: VisitorId, day: BusinessDay) => readonly Appointment[];
  /** All of a day, by time, also those cancelled or checked in. */
  readonly ofDay: (day: BusinessDay) => readonly Appointment[];
  /** Those of a day that are neither cancelled nor checked in, by time. */
  readonly expected: (day: BusinessDay, limit: number) => readonly Appointment[];
  /** Those from a moment on that are not cancelled, by time. */
  readonly from: (at: Millis, limit: number) => readonly Appointment[];
  readonly checkIn: (id: number, ticketId: TicketId) => void;
  readonly cancel: (id: number, now: Millis) => void;
  /** Forgets names that were opened and are still in memory. */
  readonly forgetOpenedNames: () => void;
  /** Registered visitors who left a name. */
  readonly namedVisitors: () => readonly VisitorId[];
};

/** What the passing of time and the limits on numbers need to know. */
export type DeadlineStore = {
  /** Moves every moment until which something lasts, or at which it is tried again, by so many ms. */
  readonly move: (by: Millis) => void;
};

export type DayStore = {
  /** The latest place in line that a ticket of the day was given; null if there is none. */
  readonly lastPlace: (day: BusinessDay) => Millis | null;
  /** The visitor's tickets that are still open or were issued on the day, oldest first. */
  readonly ticketsOf: (
    visitorId: VisitorId,
    day: BusinessDay,
  ) => readonly { readonly number: string; readonly open: boolean; readonly ofToday: boolean }[];
  /** Whether a cool-down ends, or an appointment's time comes, after `from` and at `to` or before. */
  readonly somebodyDue: (from: Millis, to: Millis) => boolean;
  /** How many of a day's tickets are in each state that any is in. */
  readonly ticketsByState: (day: BusinessDay) => ReadonlyMap<StateKind, number>;
  /** Frees the counters that were taken before a moment. */
  readonly leaveDesksTakenBefore: (time: Millis) => void;
};
