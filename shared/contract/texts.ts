import { z } from 'zod';

/** What offices put into their own words, and how many letters fit where it is shown. */
export const officeTextLimits = {
  /** The kiosk's first line, and the last one beside the number. */
  kioskWelcome: 60,
  kioskThanks: 60,
  /** Under the office's name on the paper, and at its end. */
  ticketHead: 120,
  ticketFoot: 120,
  /** At the foot of a ticket's page on a phone. */
  phoneNotice: 200,
} as const;
export type OfficeTextKey = keyof typeof officeTextLimits;
export const officeTextKeys = Object.keys(officeTextLimits) as OfficeTextKey[];

/** One line: it is shown as it is, never as markup. */
const lineOf = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .overwrite((text) => text.replace(/\s+/gu, ' '))
    .max(most);
const wordingOf = (most: number) =>
  /** An empty English text: there is none yet. */
  z.strictObject({ vi: lineOf(most).min(1), en: lineOf(most) });
export type OwnText = z.infer<ReturnType<typeof wordingOf>>;

/** What the office has worded itself; null: as the product words it. */
export const officeTexts = z.strictObject({
  kioskWelcome: wordingOf(officeTextLimits.kioskWelcome).nullable(),
  kioskThanks: wordingOf(officeTextLimits.kioskThanks).nullable(),
  ticketHead: wordingOf(officeTextLimits.ticketHead).nullable(),
  ticketFoot: wordingOf(officeTextLimits.ticketFoot).nullable(),
  phoneNotice: wordingOf(officeTextLimits.phoneNotice).nullable(),
});
export type OfficeTexts = z.infer<typeof officeTexts>;
/** What stands on paper. */
export const paperTexts = officeTexts.pick({ ticketHead: true, ticketFoot: true });
export type PaperTexts = z.infer<typeof paperTexts>;

const worded = <K extends OfficeTextKey>(key: K) =>
  z.strictObject({ key: z.literal(key), wording: wordingOf(officeTextLimits[key]).nullable() });
/** One text as it is to be from now on. */
export const textChange = z.discriminatedUnion('key', [
  worded('kioskWelcome'),
  worded('kioskThanks'),
  worded('ticketHead'),
  worded('ticketFoot'),
  worded('phoneNotice'),
]);

export const consentLimits = { title: 120, paragraph: 700, paragraphs: 8 } as const;
const paragraphs = z.array(lineOf(consentLimits.paragraph).min(1)).min(1).max(consentLimits.paragraphs);
/** What visitors agree to: nobody is asked in a language that it is not worded in. */
export const consentWording = z.strictObject({
  title: z.strictObject({
    vi: lineOf(consentLimits.title).min(1),
    en: lineOf(consentLimits.title).min(1),
  }),
  body: z.strictObject({ vi: paragraphs, en: paragraphs }),
});
export type ConsentWording = z.infer<typeof consentWording>;
/** A wording, when it came into use and how many agreed to it. */
export const consentVersion = consentWording.extend({
  version: z.string(),
  /** Null: it came with the product. */
  madeAt: z.int().nullable(),
  /** How many ever agreed to it, and for how many of them that still stands. */
  agreed: z.int().nonnegative(),
  standing: z.int().nonnegative(),
});
export type ConsentVersion = z.infer<typeof consentVersion>;
