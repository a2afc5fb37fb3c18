import type { DossierSetting } from '../../shared/contract/settings.ts';
import type { DossierState, DossierStep } from '../../shared/domain/dossier.ts';
import type { LetterKind } from '../../shared/domain/letter.ts';
import type { Brand } from '../../shared/kernel/brand.ts';
import type { Millis, TicketId, VisitorId } from '../../shared/domain/ids.ts';
import type { Actor } from './records.ts';

/** What dossiers and letters ask of storage. */

/** UUID made by the server. */
export type DossierId = Brand<string, 'DossierId'>;

export type Dossier = {
  readonly id: DossierId;
  readonly code: string;
  readonly procedureKey: string;
  readonly visitorId: VisitorId | null;
  /** Null: it was imported. */
  readonly ticketId: TicketId | null;
  readonly receivedAt: Millis;
  /** Null: no limit is known. */
  readonly dueAt: Millis | null;
  readonly state: DossierState;
};

/** A change of a dossier, and how it left it. */
export type NewStep = {
  readonly kind: DossierStep;
  readonly state: DossierState;
  readonly dueAt: Millis | null;
  /** What is missing, why it is refused or later. */
  readonly text: string | null;
  /** The service in which it was made. */
  readonly serviceId: number | null;
};
export type Step = Omit<NewStep, 'serviceId'> & { readonly at: Millis; readonly actor: Actor };

export type Which = 'open' | 'dueSoon' | 'overdue' | 'supplement' | 'ready' | 'all';
/** Lists by what is due: `soon` is the end of what counts as due soon. */
export type Clock = { readonly now: Millis; readonly soon: Millis };

export type DossierStore = {
  readonly add: (dossier: Dossier) => void;
  readonly find: (id: DossierId) => Dossier | null;
  readonly byCode: (code: string) => Dossier | null;
  /** Adds a step, and leaves the dossier as the step does. */
  readonly addStep: (id: DossierId, step: NewStep, by: Actor, now: Millis) => void;
  /** The newest first. */
  readonly steps: (id: DossierId) => readonly Step[];
  /** The last step of each; one that has none is left out. */
  readonly lastSteps: (ids: readonly DossierId[]) => ReadonlyMap<DossierId, Step>;
  /** Takes back what a service did: its steps, and the dossiers that it began. */
  readonly takeBack: (serviceId: number, now: Millis) => void;
  /** Those of a visitor, open ones first, of these the ones to be fetched; then the newest. */
  readonly ofVisitor: (visitorId: VisitorId, limit: number) => readonly Dossier[];
  /** By what is due first; `all` by what came last. */
  readonly list: (which: Which, clock: Clock, limit: number) => readonly Dossier[];
  /** The same of those in whose code the text occurs, without the first `after` of them. */
  readonly listByCode: (
    which: Which,
    part: string,
    clock: Clock,
    limit: number,
    after: number,
  ) => readonly Dossier[];
  readonly count: (which: Which, clock: Clock) => number;
  /** The next number of a year, from 1. */
  readonly nextNumber: (year: number) => number;
  readonly setting: () => DossierSetting;
  readonly setSetting: (setting: DossierSetting) => void;
};

export type Wording = { readonly title: string; readonly body: string };

export type LetterStore = {
  /** As the office worded it; null: as the product does. */
  readonly wording: (kind: LetterKind) => Wording | null;
  readonly setWording: (kind: LetterKind, wording: Wording | null) => void;
  /** Enters a letter. @returns its number in the year. */
  readonly add: (
    letter: { readonly year: number; readonly kind: LetterKind; readonly dossierId: DossierId },
    by: Actor,
    now: Millis,
  ) => number;
};
