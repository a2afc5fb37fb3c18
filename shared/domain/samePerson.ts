import type { IsoDay } from './ids.ts';
import { contradicts } from './name.ts';

/** What tells whether two registrations can be one person's. */
export type Person = {
  readonly name: string | null;
  readonly birthYear: number | null;
  readonly birthDate: IsoDay | null;
  /** By which the own citizen card is known; null without one. */
  readonly idHash: Uint8Array | null;
};

const differ = <T>(one: T | null, other: T | null): boolean =>
  one !== null && other !== null && one !== other;

/** A card is one visitor's only, so two who have cards are two people, whatever else is the same. */
export const haveTwoCards = (one: Person, other: Person): boolean =>
  one.idHash !== null && other.idHash !== null;

/** Whether what two people said of themselves is the same, as far as both said it: the year, and nothing against it. */
export const agree = (one: Person, other: Person): boolean =>
  one.birthYear !== null &&
  one.birthYear === other.birthYear &&
  !differ(one.birthDate, other.birthDate) &&
  !contradicts(one.name, other.name) &&
  !haveTwoCards(one, other);
