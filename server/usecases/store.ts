import type { ArrivalTally } from '../../shared/domain/estimate/arrivals.ts';
import type { CallRecord } from '../../shared/domain/estimate/calls.ts';
import type {
  BusinessDay,
  CounterId,
  FieldId,
  Millis,
  TicketId,
  VisitorId,
} from '../../shared/domain/ids.ts';
import type { Described } from '../../shared/domain/templates.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import type { DanBietStore } from './danBiet.ts';
import type { DuplicateStore } from './duplicateStore.ts';
import type { AssistantStore } from './assistantStore.ts';
import type { WishStore } from './deviceWishes.ts';
import type { ConfigurationStore } from './configurationStore.ts';
import type { DossierStore, LetterStore } from './dossierStore.ts';
import type { ApiKeyStore, DropStore, WebhookStore } from './integrationStore.ts';
import type { ErasureStore, RetentionStore } from './keepingStore.ts';
import type { AppointmentStore, DayStore, DeadlineStore, OfficeStore } from './officeStore.ts';
import type { BreachStore, ConsentStore, DataRequestStore, KeptStore } from './privacyStore.ts';
import type { DeviceStore, OfficerStore } from './peopleStore.ts';
import type { ReportStore } from './reportStore.ts';
import type { PrinterStore, WallStore } from './publicStore.ts';
import type { PushStore } from './pushStore.ts';
import type { AuditStore, DeskStore, NoteStore, RatingStore, ServiceStore, WorkStore } from './queueStore.ts';
import type { ReserveStore } from './reserveStore.ts';
import type { SetUpStore } from './setUpStore.ts';
import type { StorageTrouble } from './storageFault.ts';
import type { TextStore } from './textStore.ts';
import type {
  Actor,
  Call,
  KeptTemplate,
  RecognitionOutcome,
  StoredTemplate,
  Visit,
  Visitor,
} from './records.ts';

/** What the use cases ask of storage; `server/db` keeps it in SQLite. All of it is synchronous. */

export type TicketStore = {
  /** The next number that the server gives; what kiosks gave by themselves does not count into it. */
  readonly nextSequence: (fieldId: FieldId, day: BusinessDay) => number;
  /** How many numbers of a field were given on a day, also by kiosks by themselves. */
  readonly countGiven: (fieldId: FieldId, day: BusinessDay) => number;
  /** Whether a number, or the place in the field's sequence, is somebody's on a day. */
  readonly isTaken: (place: {
    readonly day: BusinessDay;
    readonly fieldId: FieldId;
    readonly sequence: number;
    readonly number: string;
  }) => boolean;
  readonly add: (ticket: Ticket, sequence: number, channel: string, by: Actor) => void;
  /** Writes what `advance` made of a ticket: ends the open period and begins the next, unless the stay goes on. */
  readonly save: (before: Ticket, after: Ticket, by: Actor, now: Millis) => void;
  readonly find: (id: TicketId) => Ticket | null;
  readonly atCounter: (counterId: CounterId) => Ticket | null;
  /** Who waits on a day, also with a number kept from an earlier one; by place in line. */
  readonly waiting: (day: BusinessDay) => readonly Ticket[];
  /** Those of them who wait for a field. */
  readonly line: (day: BusinessDay, fieldId: FieldId) => readonly Ticket[];
  /** Who waits on a day, is at a desk, parked or missed. */
  readonly open: (day: BusinessDay) => readonly Ticket[];
  /** Those of a field that were done or cancelled last, newest first. */
  readonly ended: (fieldId: FieldId, day: BusinessDay, limit: number) => readonly Ticket[];
  /** Every ticket that is neither done, cancelled nor expired, of days before `day`. */
  readonly openBefore: (day: BusinessDay) => readonly Ticket[];
  /** The ordering rule in SQL (`shared/domain/queue.ts` holds it in words of the domain). */
  readonly next: (desk: Desk, day: BusinessDay, oneOfEvery: number, now: Millis) => TicketId | null;
  /** As `CallingDesk` has it; `Infinity` also when the last was more than `oneOfEvery` calls ago. */
  readonly normalCallsSincePriority: (counterId: CounterId, day: BusinessDay, oneOfEvery: number) => number;
  readonly openCalls: () => readonly Call[];
  /** The last calls of a day that are no longer open, newest first; of some fields and counters, or of all for `[]`. */
  readonly recentCalls: (
    day: BusinessDay,
    limit: number,
    of?: { readonly fieldIds: readonly FieldId[]; readonly counterIds: readonly CounterId[] },
  ) => readonly Pick<Call, 'number' | 'counterNumber' | 'fieldId'>[];
  /** Fields this visitor took numbers for, most recent first, each once. */
  readonly usualFields: (visitorId: VisitorId, limit: number) => readonly FieldId[];
  readonly visits: (visitorId: VisitorId) => number;
  /** The visitor's visits before this one, newest first. */
  readonly visitsBefore: (visitorId: VisitorId, id: TicketId, limit: number) => readonly Visit[];
  /** How long the ticket was served in stays that are over, ms. */
  readonly servedMs: (id: TicketId) => Millis;
};

/** What waits are foretold from. */
export type WaitStore = {
  /** Calls of the tickets of `days` days before `day`, in the order in which they were made. */
  readonly callsBefore: (day: BusinessDay, days: number) => readonly CallRecord[];
  readonly callsOn: (day: BusinessDay) => readonly CallRecord[];
  /** Priority tickets issued in `days` days before `day`, by hour of the UTC clock, and how many days had tickets. */
  readonly priorityArrivalsBefore: (
    day: BusinessDay,
    days: number,
  ) => { readonly days: number; readonly tallies: readonly ArrivalTally[] };
};

/** A model set, or an older make of it. */
export type SetKey = { readonly modelId: string; readonly dimension: number };

export type VisitorStore = {
  readonly add: (visitor: Visitor) => void;
  readonly find: (id: VisitorId) => Visitor | null;
  /** Whose citizen card has this number, by its keyed digest. */
  readonly byIdHash: (idHash: Buffer) => Visitor | null;
  /** Writes all that is known of somebody who is there, but when they registered. */
  readonly setFacts: (visitor: Omit<Visitor, 'registeredAt'>) => void;
  readonly addTemplate: (template: StoredTemplate & Described, modelId: string, madeAt: Millis) => void;
  /** What `kept` gave. */
  readonly removeTemplate: (id: KeptTemplate['id']) => void;
  /** A visitor's templates of one set, oldest first. */
  readonly kept: (id: VisitorId, modelId: string, dimension: number) => readonly KeptTemplate[];
  /** The sets by which a visitor is known. */
  readonly setsOf: (id: VisitorId) => readonly SetKey[];
  /** Removes what other sets than this one, or an older make of it, left of a visitor. */
  readonly forgetOtherSets: (id: VisitorId, modelId: string, dimension: number) => void;
  /** The number of the newest template there is; 0 if there is none. */
  readonly newestTemplate: () => number;
  /**
   * Those of one model set, oldest first, of the numbers `after + 1`..`upTo`; what an older make of it left, of another
   * dimension, stays away. @param known whom this set knows are left out.
   */
  readonly templates: (
    set: SetKey,
    after: number,
    upTo: number,
    known?: SetKey | null,
  ) => readonly StoredTemplate[];
  readonly templatesOf: (id: VisitorId, modelId: string, dimension: number) => readonly Float32Array[];
  /** Sets by which visitors are known who are not known by this one, most visitors first. */
  readonly otherSets: (modelId: string, dimension: number) => readonly SetKey[];
  /** `toRelearn`: visitors known, but not by this set. */
  readonly count: (
    modelId: string,
    dimension: number,
  ) => { readonly visitors: number; readonly templates: number; readonly toRelearn: number };
  /** Removes every template of a visitor, of whatever set. */
  readonly forgetFace: (id: VisitorId) => void;
  readonly countRecognition: (outcome: RecognitionOutcome, by: Actor, now: Millis) => void;
  readonly recognitionsSince: (since: Millis) => ReadonlyMap<RecognitionOutcome, number>;
};

export type RequestStore = {
  readonly find: (id: string) => {
    readonly name: string;
    readonly caller: string;
    readonly digest: Buffer;
    readonly answer: string;
  } | null;
  readonly add: (
    id: string,
    request: {
      readonly name: string;
      readonly caller: string;
      readonly digest: Buffer;
      readonly answer: string;
    },
    now: Millis,
  ) => void;
  readonly forgetBefore: (time: Millis) => void;
};

export type Store = {
  /**
   * Runs `work` in one transaction: all of it is done when this returns, or none of it if `work` throws. It is on disk, and
   * may be told, when whoever runs use cases says so (`server/commits.ts`).
   * @throws StorageFault if the disk does not do what it is told, after which none of it is kept.
   */
  readonly transaction: <T>(work: () => T) => T;
  /** What the disk did to the last transaction that wrote; null if all is well. */
  readonly trouble: () => StorageTrouble | null;
  /** After trouble: makes what room it can, and finds out whether the database can be written again. Never throws. */
  readonly tryAgain: () => void;
  readonly office: OfficeStore;
  readonly tickets: TicketStore;
  readonly waits: WaitStore;
  readonly desks: DeskStore;
  readonly officers: OfficerStore;
  readonly devices: DeviceStore;
  readonly visitors: VisitorStore;
  readonly duplicates: DuplicateStore;
  readonly requests: RequestStore;
  readonly appointments: AppointmentStore;
  readonly days: DayStore;
  readonly deadlines: DeadlineStore;
  readonly services: ServiceStore;
  readonly notes: NoteStore;
  readonly ratings: RatingStore;
  readonly audit: AuditStore;
  readonly work: WorkStore;
  readonly setUp: SetUpStore;
  readonly texts: TextStore;
  readonly walls: WallStore;
  readonly printers: PrinterStore;
  readonly reports: ReportStore;
  readonly danBiet: DanBietStore;
  readonly dossiers: DossierStore;
  readonly letters: LetterStore;
  readonly consents: ConsentStore;
  readonly dataRequests: DataRequestStore;
  readonly breaches: BreachStore;
  readonly kept: KeptStore;
  readonly configuration: ConfigurationStore;
  readonly wishes: WishStore;
  readonly assistant: AssistantStore;
  readonly erasure: ErasureStore;
  readonly retention: RetentionStore;
  readonly pushes: PushStore;
  readonly apiKeys: ApiKeyStore;
  readonly webhooks: WebhookStore;
  readonly drop: DropStore;
  readonly reserves: ReserveStore;
};
