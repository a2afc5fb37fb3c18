import type { BreachFacts, Language } from '../../shared/contract/schemas.ts';
import type { DataRequestKind } from '../../shared/domain/dataRequest.ts';
import type { BusinessDay, FieldId, IsoDay, Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { Actor } from './records.ts';

/** What consents, people's requests about their data, and breaches ask of storage. */

export type Consent = {
  readonly version: string;
  readonly language: Language;
  readonly agreedAt: Millis;
  readonly withdrawnAt: Millis | null;
};

export type ConsentStore = {
  readonly add: (
    visitorId: VisitorId,
    consent: Pick<Consent, 'version' | 'language'> & { readonly wordingHash: Buffer },
    by: Actor,
    now: Millis,
  ) => void;
  /** Ends those of a visitor that stand; they stay on record. */
  readonly withdraw: (visitorId: VisitorId, by: Actor, now: Millis) => void;
  /** Newest first. */
  readonly of: (visitorId: VisitorId) => readonly Consent[];
  /** How many stand, to this wording and to older ones, and how many were ever withdrawn. */
  readonly count: (version: string) => {
    readonly current: number;
    readonly older: number;
    readonly withdrawn: number;
  };
};

/** What a correction is to make of a visitor's facts; null leaves one as it is. */
export type Correction = { readonly name: string | null; readonly birthDate: IsoDay | null };

export type NewDataRequest = {
  readonly kind: DataRequestKind;
  readonly channel: 'desk' | 'post' | 'kiosk';
  readonly visitorId: VisitorId | null;
  readonly receivedOn: BusinessDay;
  readonly correction: Correction | null;
  readonly note: string | null;
};

export type DataRequest = NewDataRequest & {
  readonly id: number;
  readonly acknowledgedAt: Millis | null;
  readonly closedAt: Millis | null;
  readonly outcome: 'done' | 'refused' | null;
  readonly refusal: string | null;
};

export type DataRequestStore = {
  /** @returns its id. */
  readonly add: (request: NewDataRequest, now: Millis) => number;
  readonly find: (id: number) => DataRequest | null;
  /** Those that are not closed, in the order in which they came. */
  readonly open: () => readonly DataRequest[];
  /** Those closed last, newest first. */
  readonly closed: (limit: number) => readonly DataRequest[];
  /** Newest first. */
  readonly of: (visitorId: VisitorId) => readonly DataRequest[];
  readonly acknowledge: (id: number, now: Millis) => void;
  /** @param refusal why it was refused; null: it was carried out. */
  readonly close: (id: number, refusal: string | null, now: Millis) => void;
};

export type Breach = {
  readonly id: number;
  readonly noticedAt: Millis;
  readonly facts: BreachFacts;
  readonly reportedAt: Millis | null;
  readonly closedAt: Millis | null;
};

export type BreachStore = {
  readonly add: (noticedAt: Millis, facts: BreachFacts, now: Millis) => void;
  /** Writes the facts and the times of one that is there. */
  readonly save: (breach: Breach) => void;
  readonly find: (id: number) => Breach | null;
  /** Newest first. */
  readonly all: () => readonly Breach[];
};

/** What is kept of a person beside the facts, for the person to see. */
export type KeptStore = {
  readonly templates: (
    visitorId: VisitorId,
  ) => readonly { readonly modelId: string; readonly madeAt: Millis }[];
  /** Newest first. */
  readonly visits: (
    visitorId: VisitorId,
    limit: number,
  ) => readonly { readonly number: string; readonly fieldId: FieldId; readonly issuedAt: Millis }[];
  readonly appointments: (
    visitorId: VisitorId,
    limit: number,
  ) => readonly { readonly fieldId: FieldId; readonly at: Millis }[];
  /** Tickets that name a registered visitor. */
  readonly visitCount: () => number;
  /** Everybody who is registered. */
  readonly visitors: () => readonly VisitorId[];
};
