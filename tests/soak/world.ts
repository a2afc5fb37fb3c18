import type { Millis } from '../../shared/domain/ids.ts';
import type { Draws } from '../../shared/domain/random.ts';
import type { Agenda } from './agenda.ts';
import type { Station, Tally } from './screens.ts';

/** Somebody of the town who may come again, with a made-up face or a made-up card. */
export type Person = { readonly id: number; readonly birthYear: number };

/** Who registered a face, who a card, and how many have come so far. */
export type Town = { readonly faces: Person[]; readonly cards: Person[]; people: number };

/** What all who act share. */
export type World = {
  readonly agenda: Agenda;
  readonly random: Draws;
  readonly tally: Tally;
  readonly url: string;
  /** The same server by a line that breaks now and then. */
  readonly lineUrl: string;
  readonly kiosks: readonly Station<'kiosk'>[];
  /** The display of each counter, by its number. */
  readonly displays: ReadonlyMap<number, Station<'counter'>>;
  /** Of the model set in use. */
  readonly dimension: number;
  readonly town: Town;
};

/** One day of it. */
export type Day = {
  readonly world: World;
  readonly opens: Millis;
  /** No numbers are given from here on. */
  readonly closes: Millis;
  /** Who has walked away and does not come when called, by ticket. */
  readonly gone: Set<string>;
  /** Who has come today already, by face. */
  readonly seen: Set<number>;
  readonly phones: Map<string, Station<'track'>>;
  mostPhones: number;
  /** Codes of appointments that nobody has come to yet. */
  readonly expected: { readonly code: string; readonly at: Millis }[];
};

export const minute: Millis = 60_000;
export const hour: Millis = 60 * minute;

export const happens = ({ random }: World, probability: number): boolean => random.uniform() < probability;

/** One of a list. @throws if there is none. */
export function oneOf<T>({ random }: World, from: readonly T[]): T {
  const found = from[Math.floor(random.uniform() * from.length)];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
}

/** A time somewhere between two. */
export const between = ({ random }: World, from: Millis, to: Millis): Millis =>
  Math.round(from + random.uniform() * (to - from));
