import type { danBietRequests } from '../../shared/contract/requests/danBiet.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import type { Taken } from '../../shared/domain/load.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { UseCases } from './table.ts';

/** What the page "Dân biết" asks of storage. */
export type DanBietStore = {
  /** Whether anybody may read it. */
  readonly isOn: () => boolean;
  readonly setOn: (on: boolean) => void;
  /** Numbers taken from the first to the last of some days. */
  readonly taken: (from: BusinessDay, to: BusinessDay) => readonly Taken[];
  /** How many rated their visits of some days that are over, and how many of them were satisfied. */
  readonly ratings: (
    from: BusinessDay,
    to: BusinessDay,
  ) => { readonly rated: number; readonly satisfied: number };
};

/** Every request about the page. */
export const danBietUseCases: UseCases<keyof typeof danBietRequests> = {
  'danBiet:set': ({ store }, { on }) => {
    store.danBiet.setOn(on);
    return ok({});
  },
};
