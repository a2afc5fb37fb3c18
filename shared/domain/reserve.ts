import type { BusinessDay, FieldId, Millis } from './ids.ts';
import { formatNumber } from './ticket.ts';

/**
 * Numbers that a kiosk may give by itself while the server is away.
 *
 * Some hundreds of every field's day belong to kiosks, a hundred to each, and the server never counts into them: so
 * what a kiosk gave and what the server gave meanwhile can never meet, whatever either of them has forgotten since. On
 * one day a hundred belongs to one kiosk's memory (its keeper) and to no other.
 */

/** Which hundred of the day; 1 is the first one given away. */
export type Lane = number;

const hundred = 100;
/** The first number of each lane: four of three digits, the highest first, and ten of four for offices with more kiosks. */
const firsts = [900, 800, 700, 600, ...Array.from({ length: 10 }, (_, n) => 9900 - n * hundred)];

/** Every lane there is. */
export const lanes: readonly Lane[] = firsts.map((_, n) => n + 1);

/** The numbers of a lane, both ends included. @throws RangeError if there is no such lane. */
export function numbersOf(lane: Lane): { readonly first: number; readonly last: number } {
  const first = firsts[lane - 1];
  if (first === undefined) throw new RangeError(`there is no lane ${lane}`);
  return { first, last: first + hundred - 1 };
}

const isSetAside = (sequence: number): boolean =>
  firsts.some((first) => sequence >= first && sequence < first + hundred);

/** The number that the server gives after `last` (0: none yet): the next one that belongs to no kiosk. */
export function nextOrdinary(last: number): number {
  let next = last + 1;
  while (isSetAside(next)) next += hundred - (next % hundred);
  return next;
}

/** What the server has set aside for one kiosk for a day; the signature says that it was the server. */
export type Grant = {
  readonly day: BusinessDay;
  readonly lane: Lane;
  /** The kiosk's memory, by an id that it drew when it was made: one that was lost and made anew gets another lane. */
  readonly keeper: string;
  /** The paired kiosk; null for the one on the server's own machine. */
  readonly deviceId: number | null;
  readonly grantedAt: Millis;
  readonly fields: readonly { readonly fieldId: FieldId; readonly prefix: string }[];
};

/** What is signed of a grant: all of it, in one order. */
export const signedText = ({ day, lane, keeper, deviceId, grantedAt, fields }: Grant): string =>
  JSON.stringify([
    day,
    lane,
    keeper,
    deviceId,
    grantedAt,
    fields.map(({ fieldId, prefix }) => [fieldId, prefix]),
  ]);

/** What a kiosk remembers of every number that it gave, also of those that are handed in. */
export type Given = {
  readonly day: BusinessDay;
  readonly fieldId: FieldId;
  readonly sequence: number;
  readonly number: string;
};

/** The number as it is printed, or null if the grant does not hold it. */
export function numberIn(grant: Grant, fieldId: FieldId, sequence: number): string | null {
  const { first, last } = numbersOf(grant.lane);
  const field = grant.fields.find((one) => one.fieldId === fieldId);
  return field === undefined || sequence < first || sequence > last
    ? null
    : formatNumber(field.prefix, sequence);
}

/**
 * The next number of a field that a kiosk has not given on the grant's day, under whatever prefix: a manager may give a
 * field another prefix, or its prefix to another field, between two grants.
 * @param given everything that this kiosk gave that day.
 * @returns null if the reserve is used up, or holds nothing of the field.
 */
export function nextReserved(
  grant: Grant,
  fieldId: FieldId,
  given: readonly Given[],
): Pick<Given, 'sequence' | 'number'> | null {
  const { first } = numbersOf(grant.lane);
  const prefix = grant.fields.find((field) => field.fieldId === fieldId)?.prefix;
  if (prefix === undefined) return null;
  const used = given
    .filter(({ day }) => day === grant.day)
    .filter((one) => one.fieldId === fieldId || one.number === formatNumber(prefix, one.sequence))
    .map(({ sequence }) => sequence);
  const sequence = Math.max(first - 1, ...used) + 1;
  const number = numberIn(grant, fieldId, sequence);
  return number === null ? null : { sequence, number };
}

/** How many numbers of a field the reserve still holds. */
export function leftIn(grant: Grant, fieldId: FieldId, given: readonly Given[]): number {
  const next = nextReserved(grant, fieldId, given);
  return next === null ? 0 : numbersOf(grant.lane).last + 1 - next.sequence;
}
