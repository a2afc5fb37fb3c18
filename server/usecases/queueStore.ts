import type { ParsedInput } from '../../shared/contract/requests.ts';
import type { Service } from '../../shared/domain/command.ts';
import type { CounterId, FieldId, Millis, OfficerId, TicketId } from '../../shared/domain/ids.ts';
import type { Desk } from '../../shared/domain/ticket.ts';
import type { Actor, Bilingual, Break, Officer, Seat } from './records.ts';

/** What the queue asks of storage beside tickets. */

export type Outcome = ParsedInput<'ticket:finish'>['outcome'];

/** A service as it is stored. */
export type StoredService = Service & { readonly id: number; readonly ticketId: TicketId };

/** What officers recorded at the end of each leg. */
export type ServiceStore = {
  /** @returns its id. */
  readonly add: (ticketId: TicketId, service: Service, outcome: Outcome) => number;
  /** The one finished last, of all legs of the ticket. */
  readonly last: (ticketId: TicketId) => StoredService | null;
  readonly remove: (id: number) => void;
  /** Finished at or after a moment, oldest first. */
  readonly since: (time: Millis) => readonly (StoredService & { readonly number: string })[];
};

export type Rating = {
  readonly ticketId: TicketId;
  /** Where the visit ended. */
  readonly desk: Desk;
  /** 4 very satisfied .. 1 not satisfied; null: the visitor was asked and did not answer. */
  readonly level: number | null;
  readonly reasons: readonly string[];
  readonly remark: string | null;
  readonly screen: 'counter' | 'track';
};

/** What visitors thought of their visits; what they wrote is sealed on disk. */
export type RatingStore = {
  /** Why a visit was not satisfying, to choose from. */
  readonly reasons: () => readonly { readonly code: string; readonly name: Bilingual }[];
  /** Whether the visitor rated the visit or was asked and did not answer. */
  readonly isRated: (ticketId: TicketId) => boolean;
  readonly add: (rating: Rating, now: Millis) => void;
  /** Also if there is none. */
  readonly remove: (ticketId: TicketId) => void;
};

export type Note = { readonly at: Millis; readonly officerName: string; readonly text: string };

/** What officers wrote about tickets; sealed on disk. */
export type NoteStore = {
  readonly add: (ticketId: TicketId, officerId: OfficerId, text: string, now: Millis) => void;
  /** Oldest first. */
  readonly of: (ticketId: TicketId) => readonly Note[];
};

/** Who did what. Rows are chained, so that a change from outside is found. */
export type AuditEntry = {
  readonly by: Actor;
  readonly request: string;
  /** Facts that the contract names as fit to be kept. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Millis;
};

export type AuditStore = {
  /** Chains the rows of a release that did not; once, at start. */
  readonly begin: () => void;
  /** Forgets the oldest rows, those from before a moment. @returns how many. */
  readonly forgetBefore: (time: Millis) => number;
  readonly add: (by: Actor, request: string, detail: AuditEntry['detail'], now: Millis) => void;
  /** Adds many in their order, for the price of one and a little for each. */
  readonly addAll: (entries: readonly AuditEntry[]) => void;
  /** When something was kept last; null if nothing ever was. */
  readonly lastAt: () => Millis | null;
};

/** Who serves what. */
export type WorkStore = {
  readonly setOfficer: (id: OfficerId, work: Pick<Officer, 'fields' | 'mayPick'>) => void;
  readonly setCounter: (id: CounterId, fieldIds: Iterable<FieldId>) => void;
};

/** Who sits at which counter. */
export type DeskStore = {
  readonly all: () => readonly Seat[];
  readonly ofOfficer: (officerId: OfficerId) => Desk | null;
  readonly officerAt: (counterId: CounterId) => { readonly id: OfficerId; readonly name: string } | null;
  readonly take: (desk: Desk, now: Millis) => void;
  readonly leave: (officerId: OfficerId) => void;
  /** Null ends the break. */
  readonly setBreak: (officerId: OfficerId, onBreak: Break | null) => void;
  readonly breakOf: (officerId: OfficerId) => Break | null;
};
