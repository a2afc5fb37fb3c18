import type {
  ConsentVersion,
  ConsentWording,
  OfficeTextKey,
  OfficeTexts,
  OwnText,
} from '../../shared/contract/texts.ts';
import type { PrioritySetting, ProcedureSetting } from '../../shared/contract/procedure.ts';
import type { Millis } from '../../shared/domain/ids.ts';

/** What a manager words: the catalogue, the classes of priority, texts on screens, the consent. */
export type TextStore = {
  /** Grows with every change of a procedure. */
  readonly catalogueStamp: () => number;
  /** In use, after the others of its field. */
  readonly addProcedure: (key: string, setting: ProcedureSetting) => void;
  readonly setProcedure: (key: string, setting: ProcedureSetting) => void;
  readonly setProcedureInUse: (key: string, inUse: boolean, now: Millis) => void;

  /** After all others. */
  readonly addPriority: (setting: PrioritySetting) => void;
  readonly setPriority: (code: string, setting: PrioritySetting) => void;
  readonly orderPriorities: (codes: readonly string[]) => void;
  /** Whether an open ticket is of the class. */
  readonly isPriorityInUse: (code: string) => boolean;
  /** On no list any more; past tickets still name it. */
  readonly removePriority: (code: string, now: Millis) => void;

  readonly all: () => OfficeTexts;
  /** @param wording null: as the product words it. */
  readonly set: (key: OfficeTextKey, wording: OwnText | null) => void;

  /** Every wording of the consent, the newest first. */
  readonly consentVersions: () => ConsentVersion[];
  /** Puts a new wording in the place of the one in use. */
  readonly addConsent: (version: string, wording: ConsentWording, now: Millis) => void;
};
