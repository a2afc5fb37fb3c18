import type { Language } from '../../../shared/contract/schemas.ts';
import type { KeptData } from '../../../shared/contract/views/privacy.ts';
import type { BusinessDay, IsoDay } from '../../../shared/domain/ids.ts';
import type { KnownVisitor } from './visitorTypes.ts';

/** What is kept of the visitor, opened by a face and the birth date. */
export type Mine = { readonly mineRef: string; readonly data: KeptData };
export type Forgetting = 'withdraw' | 'erase';

/** How it ended. `wrong`: that was not the birth date. */
export type MineEnd =
  | { readonly kind: 'wrong' | 'failed' | 'tooYoung' | 'corrected' | 'withdraw' | 'erase' }
  | { readonly kind: 'asked'; readonly dueOn: BusinessDay };

/** Where a visit is that is about the visitor's own data. */
export type MineStage =
  /** The camera knows nobody here: staff can help. */
  | { readonly at: 'mineUnknown' }
  | {
      readonly at: 'mineProof';
      readonly visitor: KnownVisitor;
      readonly text: string;
      /** The request under way. */
      readonly request: number | null;
    }
  | ({ readonly at: 'mine' } & Mine)
  | ({ readonly at: 'mineName'; readonly text: string } & Mine)
  | ({
      readonly at: 'mineBirth';
      readonly name: string | null;
      readonly text: string;
      readonly request: number | null;
    } & Mine)
  /** Asked whether it is meant; `sure`: for the second time, where there is no way back. */
  | ({
      readonly at: 'mineForget';
      readonly what: Forgetting;
      readonly sure: boolean;
      readonly request: number | null;
    } & Mine)
  | { readonly at: 'mineEnd'; readonly end: MineEnd }
  /** The wording has changed since the visitor agreed. `agrees`: what was answered, while it is sent. */
  | {
      readonly at: 'consentAgain';
      readonly visitor: KnownVisitor;
      readonly agrees: boolean;
      readonly request: number | null;
    };

/** What is asked of the server about the visitor's data. */
export type MineRequest =
  | { readonly name: 'prove'; readonly visitorRef: string; readonly birthDate: IsoDay }
  | {
      readonly name: 'correct';
      readonly mineRef: string;
      readonly fullName: string | null;
      readonly birthDate: IsoDay;
    }
  | { readonly name: Forgetting; readonly mineRef: string }
  | {
      readonly name: 'consent';
      readonly visitorRef: string;
      readonly agrees: boolean;
      readonly consent: { readonly version: string; readonly language: Language };
    };

export type MineAnswer =
  | ({ readonly kind: 'opened' } & Mine)
  | { readonly kind: 'wrong' | 'corrected' | 'done' }
  | { readonly kind: 'asked'; readonly dueOn: BusinessDay };
