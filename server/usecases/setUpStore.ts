import type { FieldSetting } from '../../shared/contract/settings.ts';
import type { BusinessDay, CounterId, FieldId, Millis, OfficerId } from '../../shared/domain/ids.ts';
import type { Bilingual, Officer } from './records.ts';

/** What a manager makes the office of. What is removed is on no list any more; past tickets still name it. */
export type SetUpStore = {
  readonly setName: (name: Bilingual, timeZone: string) => void;

  /** After all others. */
  readonly addField: (setting: FieldSetting) => void;
  readonly setField: (id: FieldId, setting: FieldSetting) => void;
  readonly orderFields: (ids: readonly FieldId[]) => void;
  /** Whether numbers of it are open, were given on `day`, or are to come with an appointment. */
  readonly isFieldInUse: (id: FieldId, day: BusinessDay, now: Millis) => boolean;
  readonly removeField: (id: FieldId, now: Millis) => void;

  /** The counter that had this number before it was removed comes back. */
  readonly addCounter: (number: number, name: Bilingual) => void;
  readonly setCounter: (id: CounterId, number: number, name: Bilingual) => void;
  /** Whether somebody works there, or an open ticket is kept for it. */
  readonly isCounterInUse: (id: CounterId) => boolean;
  /** Its displays and invitations go with it. */
  readonly removeCounter: (id: CounterId, now: Millis) => void;

  /** Also of officers who were removed: what is told of one must never seem to be of another. */
  readonly isLoginKnown: (login: string) => boolean;
  /** Without a password: cannot log in yet. */
  readonly addOfficer: (officer: Pick<Officer, 'login' | 'name' | 'role'>) => void;
  readonly setOfficer: (id: OfficerId, officer: Pick<Officer, 'name' | 'role'>) => void;
  /** Whether an open ticket is with the officer or kept for them. */
  readonly isOfficerInUse: (id: OfficerId) => boolean;
  /** Ends the sessions and frees the desk. */
  readonly removeOfficer: (id: OfficerId, now: Millis) => void;
};
