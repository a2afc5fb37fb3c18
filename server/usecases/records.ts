import type { DeviceScreen } from '../../shared/contract/protocol.ts';
import type { Role, ServiceResult } from '../../shared/contract/schemas.ts';
import type { FloorLimits, Population, Rules } from '../../shared/contract/settings.ts';
import type { Limit } from '../../shared/domain/dueDate.ts';
import type { MissPolicy } from '../../shared/domain/command.ts';
import type {
  BusinessDay,
  CounterId,
  FieldId,
  IsoDay,
  Millis,
  OfficerId,
  TicketId,
  VisitorId,
} from '../../shared/domain/ids.ts';
import type { Described } from '../../shared/domain/templates.ts';
import type { Desk } from '../../shared/domain/ticket.ts';

/** The records that the use cases work on, beside tickets. */

export type Bilingual = { readonly vi: string; readonly en: string };

export type Office = {
  readonly name: Bilingual;
  readonly timeZone: string;
  readonly missPolicy: MissPolicy;
  readonly oneOfEvery: number;
  readonly limits: Omit<Rules, 'oneOfEvery' | 'maxCalls' | 'coolDownMs'>;
  /** What locked kiosks show; null while they are not. */
  readonly lock: Bilingual | null;
  /** From when on the live floor says that a line or a wait is long. */
  readonly floorLimits: FloorLimits;
  /** Whose faces are expected, and how long a head rests on a choice, ms. */
  readonly population: Population;
  readonly dwellMs: Millis;
};

export type Field = {
  readonly id: FieldId;
  readonly code: string;
  readonly prefix: string;
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly icon: string;
  readonly colour: string;
  readonly serviceMs: Millis;
  /** How many numbers a day; null is no limit. */
  readonly dailyQuota: number | null;
};

export type Counter = {
  readonly id: CounterId;
  readonly number: number;
  readonly name: Bilingual;
  readonly fieldIds: readonly FieldId[];
};

export type Officer = {
  readonly id: OfficerId;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string | null;
  /** May call out of turn, as managers may. */
  readonly mayPick: boolean;
  /** Which of a counter's fields, lower ranks first; none: all of them, alike. */
  readonly fields: readonly { readonly fieldId: FieldId; readonly rank: number }[];
};

/** `until`: when the officer means to be back; null if that is open. */
export type Break = { readonly since: Millis; readonly until: Millis | null };

/** A counter that is taken. */
export type Seat = Desk & {
  readonly officerName: string;
  readonly takenAt: Millis;
  readonly onBreak: Break | null;
};

/** A visit as officers see it afterwards. */
export type Visit = {
  readonly day: BusinessDay;
  readonly number: string;
  readonly fieldId: FieldId;
  /** What came of its last service; null if there was none. */
  readonly result: ServiceResult | null;
  /** Keys of the procedures of all its services. */
  readonly procedures: readonly string[];
};

export type Device = {
  readonly id: number;
  readonly screen: DeviceScreen;
  readonly name: string;
  readonly counterId: CounterId | null;
  readonly pairedAt: Millis;
};

export type PriorityClass = {
  readonly code: string;
  readonly name: Bilingual;
  /** Whether kiosks offer it to be declared. */
  readonly asked: boolean;
};

export type Procedure = {
  readonly key: string;
  readonly fieldId: FieldId;
  /** By which the national catalogue knows it; may be empty. */
  readonly officialCode: string;
  readonly name: Bilingual;
  /** How long it may take; null: nobody knows. */
  readonly limit: Limit | null;
  /** As people are told it; may be empty. */
  readonly fee: string;
  /** What to have ready. */
  readonly papers: readonly string[];
  /** Whether visitors are told of it. */
  readonly shown: boolean;
  readonly inUse: boolean;
  /** Grows with every change. */
  readonly revision: number;
};

export type ConsentText = {
  readonly version: string;
  readonly title: Bilingual;
  readonly body: { readonly vi: readonly string[]; readonly en: readonly string[] };
};

/** A call as displays need it: the ticket, where, and its newest announcement. */
export type Call = {
  readonly ticketId: TicketId;
  readonly announcementId: number;
  readonly announcements: number;
  readonly number: string;
  readonly counterId: CounterId;
  readonly counterNumber: number;
  readonly fieldId: FieldId;
  readonly state: 'called' | 'serving';
  readonly calledAt: Millis;
  /** Calls before this one that nobody answered. */
  readonly misses: number;
};

export type Invitation = Pick<Device, 'screen' | 'name' | 'counterId'>;

export type Visitor = {
  readonly id: VisitorId;
  readonly name: string | null;
  /** That of the birth date, where it is known. Null for those who registered before it was asked for. */
  readonly birthYear: number | null;
  /** Null for those who said only the year. */
  readonly birthDate: IsoDay | null;
  /** Keyed digest (`idHashOf`) of the number of the citizen card, and its last four digits; null without a card. */
  readonly idHash: Buffer | null;
  readonly idLast4: string | null;
  /** What the visitor said, or what the QR code of a card said: that is not signed, so neither is proof. */
  readonly factsFrom: 'said' | 'card';
  readonly registeredAt: Millis;
};

/** What is known of somebody who has said nothing. */
export const nobodyYet = {
  name: null,
  birthYear: null,
  birthDate: null,
  idHash: null,
  idLast4: null,
  factsFrom: 'said',
} as const satisfies Partial<Visitor>;

export type StoredTemplate = { readonly visitorId: VisitorId; readonly vector: Float32Array };

/** A template of somebody's, as it is weighed against the others. */
export type KeptTemplate = Described & { readonly id: number; readonly madeAt: Millis };

/** Two registrations that may be one person's. */
export type Duplicate = {
  readonly id: number;
  readonly visitorIds: readonly [VisitorId, VisitorId];
  /** The faces are as alike as one person's and the facts agree; or the card of the one came with the other's face. */
  readonly why: 'face' | 'card';
};

export const recognitionOutcomes = [
  'recognised',
  'unsure',
  'unknown',
  'denied',
  'enrolled',
  /** Got a template of the set in use, after having been known by another only. */
  'relearned',
  /** The second fact was right or wrong. */
  'answered',
  'wrongAnswer',
  /** Taken for a picture; the head did not turn when asked. */
  'replay',
  'noTurn',
  /** Not looked for: the kiosk had asked too often. */
  'limited',
] as const;
export type RecognitionOutcome = (typeof recognitionOutcomes)[number];

/** Who did something, as the audit keeps it; of a visitor on the phone, by the ticket. */
export type Actor =
  | 'system'
  | 'local'
  | 'folder'
  | `officer:${number}`
  | `device:${number}`
  | `visitor:${TicketId}`
  | `key:${number}`;
