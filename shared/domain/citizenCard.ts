import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { BusinessDay, IsoDay } from './ids.ts';

/**
 * What the QR code of a citizen card says, as far as it is of use here. The code is not signed: it saves typing, and
 * proves nothing.
 */
export type CitizenCard = {
  /** Twelve digits. */
  readonly idNumber: string;
  /** As on the card; null where a scanner garbled it so that it is no name. Always to be confirmed. */
  readonly name: string | null;
  readonly birthDate: IsoDay;
  /** What does not fit together, for whoever confirms it. */
  readonly doubts: readonly CardDoubt[];
};

/** Facts that contradict the number: its province, the century and sex in its 4th digit, its two digits of the year. */
export type CardDoubt = 'province' | 'century' | 'sex' | 'birthYear';

/** `notCard`: some other code. `badCard`: a card's, but its number or a date is none. */
export type CardTrouble = 'notCard' | 'badCard';

/** Number, earlier number, name, date of birth, sex, address, date of issue; cards from 7/2024 have four more. */
const fieldsLeast = 7;
const nameLongest = 80;

/** Where births were registered, by the list of 2016 that numbers are made from; from 100 on they are countries. */
const provinces = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
);
const firstCountry = '100';

/** The day that `ddmmyyyy` means; null if there is no such day. */
function dayOf(text: string): IsoDay | null {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d{4})$/u.exec(text.trim()) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // Some days that are none are taken for the first of the next month.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? (iso as IsoDay) : null;
}

/** A name as the contract has it, of Latin letters; null if it is none, for some scanners drop or garble its marks. */
function nameOf(text: string): string | null {
  const name = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const fits = /^\p{Script=Latin}[\p{Script=Latin}\p{M} .'’-]*$/u.test(name) && !/[ªº]/u.test(name);
  return fits && name.length <= nameLongest ? name : null;
}

/** Male or female; null if a scanner garbled it. */
function isFemale(text: string): boolean | null {
  const sex = text.normalize('NFC').trim().toLowerCase();
  if (sex === 'nam') return false;
  return sex === 'nữ' || sex === 'nu' ? true : null;
}

function doubtsOf(idNumber: string, birthDate: IsoDay, female: boolean | null): CardDoubt[] {
  const place = idNumber.slice(0, 3);
  const digit = Number(idNumber.charAt(3));
  const century = 19 + Math.floor(digit / 2);
  return [
    ...(provinces.has(place) || place >= firstCountry ? [] : (['province'] as const)),
    ...(birthDate.startsWith(String(century)) ? [] : (['century'] as const)),
    ...(female === null || female === (digit % 2 === 1) ? [] : (['sex'] as const)),
    ...(birthDate.slice(2, 4) === idNumber.slice(4, 6) ? [] : (['birthYear'] as const)),
  ];
}

/**
 * Reads the QR code of a citizen card (of 2021, or of 7/2024) as a camera or a scanner gives it. Address, sex, date of
 * issue and what else it holds are only looked at, and not given on.
 * @param text anything at all; nothing makes it throw.
 * @param today after which nobody was born and no card issued.
 */
export function parseCitizenCard(text: string, today: BusinessDay): Result<CitizenCard, CardTrouble> {
  const fields = text.split('|');
  const [number = '', , name = '', birth = '', sex = '', , issued = ''] = fields;
  if (fields.length < fieldsLeast) return err('notCard');
  const idNumber = number.replace(/^\uFEFF/u, '').trim();
  const birthDate = dayOf(birth);
  const issuedOn = dayOf(issued);
  if (!/^\d{12}$/u.test(idNumber) || birthDate === null || issuedOn === null) return err('badCard');
  if (birthDate < '1900' || issuedOn < birthDate || `${issuedOn}` > today) return err('badCard');
  return ok({
    idNumber,
    name: nameOf(name),
    birthDate,
    doubts: doubtsOf(idNumber, birthDate, isFemale(sex)),
  });
}

/** All that is shown of a card's number. */
export const lastDigits = (idNumber: string): string => idNumber.slice(-4);
