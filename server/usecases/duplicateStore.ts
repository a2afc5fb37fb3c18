import type { Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { Actor, Duplicate } from './records.ts';

/** Registrations that may be one person's. */
export type DuplicateStore = {
  /** Notes two visitors, in any order, unless they have been noted before. */
  readonly suspect: (one: VisitorId, other: VisitorId, why: Duplicate['why'], now: Millis) => void;
  /** Those that nobody has decided on, oldest first. */
  readonly open: (limit: number) => readonly Duplicate[];
  /** Null if it is not there or was decided on. */
  readonly find: (id: number) => Duplicate | null;
  /** These are two people, and nobody is asked about them again. */
  readonly dismiss: (id: number, by: Actor, now: Millis) => void;
  /**
   * Makes everything that refers to a visitor refer to another one, but for templates, which are sealed for their
   * owner, and removes the visitor.
   */
  readonly merge: (gone: VisitorId, kept: VisitorId) => void;
};
