import type { DossierState } from '../../shared/domain/dossier.ts';
import type { BusinessDay, CounterId, FieldId, Millis, OfficerId } from '../../shared/domain/ids.ts';
import type { ServiceResult } from '../../shared/contract/schemas.ts';
import type { Bilingual, RecognitionOutcome } from './records.ts';

/** How a visit ended. */
export type Ending = 'served' | 'noShow' | 'withdrawn' | 'cancelled' | 'unfinished' | 'open';

/** A visit as reports count it; null where it did not come to that. */
export type VisitFacts = {
  readonly day: BusinessDay;
  readonly issuedAt: Millis;
  readonly fieldId: FieldId;
  readonly channel: string;
  /** Null: of no priority class. */
  readonly priority: string | null;
  readonly ending: Ending;
  readonly waitMs: Millis | null;
  readonly walkMs: Millis | null;
  readonly serviceMs: Millis | null;
  readonly parkedMs: Millis | null;
  readonly counterId: CounterId | null;
  readonly officerId: OfficerId | null;
  /** 1 not satisfied .. 4 very satisfied; 0: was asked and did not answer; null: was not asked. */
  readonly level: number | null;
};

/** A dossier as reports count it. */
export type DossierFacts = {
  readonly procedureKey: string;
  readonly receivedAt: Millis;
  /** Null: no limit is known. */
  readonly dueAt: Millis | null;
  /** Its result was ready, or it was refused; null: not yet, or nobody knows when. */
  readonly concludedAt: Millis | null;
  readonly state: DossierState;
};

export type ProcedureCount = { readonly key: string; readonly result: ServiceResult; readonly count: number };

export type ReasonCount = { readonly codes: readonly string[]; readonly count: number };

/** Something that visits are counted by. `isOver`: it was taken away since. */
export type Named = { readonly key: string; readonly name: Bilingual; readonly isOver: boolean };

/** What reports ask of storage, from the first to the last of some days. */
export type ReportStore = {
  /** All that there ever were, in the office's order. */
  readonly names: () => Readonly<Record<'field' | 'counter' | 'officer' | 'priority', readonly Named[]>>;
  readonly visits: (from: BusinessDay, to: BusinessDay) => readonly VisitFacts[];
  /** Why visitors were not satisfied: how many chose which reasons. */
  readonly reasons: (from: BusinessDay, to: BusinessDay) => readonly ReasonCount[];
  /** Of services that ended from one moment to before another. */
  readonly procedures: (from: Millis, until: Millis) => readonly ProcedureCount[];
  /** Received or concluded from one moment to before another. */
  readonly dossiers: (from: Millis, until: Millis) => readonly DossierFacts[];
  readonly recognitions: (from: Millis, until: Millis) => ReadonlyMap<RecognitionOutcome, number>;
};
