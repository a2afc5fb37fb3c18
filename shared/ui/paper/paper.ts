import type { Issued } from '../../contract/requests.ts';
import type { OwnTicket } from '../../contract/requests/reserve.ts';
import type { Language } from '../../contract/schemas.ts';
import type { PaperTexts } from '../../contract/texts.ts';
import { fill } from '../../i18n/language.ts';
import { sayOwn } from '../../i18n/ownText.ts';
import { paperWords } from '../../i18n/paper.ts';
import { sayDate, sayTime } from '../../i18n/time.ts';
import { sayWait } from '../../i18n/wait.ts';

type Bilingual = Readonly<Record<Language, string>>;

/** What a ticket is printed from. */
export type PaperFacts = {
  readonly issued: Issued | OwnTicket;
  readonly office: Bilingual;
  /** In the office's own words. */
  readonly texts: PaperTexts;
  readonly timeZone: string;
  readonly field: Bilingual;
  /** Fields to go on to afterwards, in their order. */
  readonly afterwards: readonly Bilingual[];
  readonly priority: Bilingual | null;
  /** Papers to have ready, by procedure. */
  readonly papers: readonly { readonly procedure: Bilingual; readonly papers: readonly string[] }[];
};

/** One block of the ticket, from top to bottom. */
export type Block =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Dots. */
      readonly size: number;
      readonly bold: boolean;
      readonly align: 'centre' | 'left';
    }
  | { readonly kind: 'rule' }
  | { readonly kind: 'code'; readonly text: string };

/** More would make the paper longer than anybody reads. */
const proceduresAtMost = 2;

const text = (size: number, words: string, bold = false, align: 'centre' | 'left' = 'centre'): Block => ({
  kind: 'text',
  text: words,
  size,
  bold,
  align,
});
const rule: Block = { kind: 'rule' };

/** What only the server knows. */
const expectations = (
  issued: Issued,
  words: (typeof paperWords)[Language],
  at: (time: number) => string,
  language: Language,
): readonly Block[] => [
  ...(issued.appointmentAt === null
    ? []
    : [text(32, fill(words.appointment, { time: at(issued.appointmentAt) }), true)]),
  text(30, fill(words.ahead, { n: issued.peopleAhead })),
  text(30, fill(words.expected, { wait: sayWait(issued.wait, language) })),
];

/** What stands on the ticket, for paper 576 dots (72 mm) wide. */
export function paperOf(facts: PaperFacts, language: Language): readonly Block[] {
  const { issued, office, texts, timeZone, field, afterwards, priority, papers } = facts;
  const words = paperWords[language];
  const at = (time: number): string => `${sayTime(time, timeZone)} ${sayDate(time, timeZone)}`;
  const lists = papers.slice(0, proceduresAtMost).filter((one) => one.papers.length > 0);
  const head = sayOwn(texts.ticketHead, { vi: '', en: '' }, language);
  const thanks = { vi: paperWords.vi.thanks, en: paperWords.en.thanks };
  return [
    text(30, office[language], true),
    ...(head === '' ? [] : [text(24, head)]),
    rule,
    text(28, words.yourNumber),
    ...(issued.trackUrl === null ? [text(28, words.alone, true)] : []),
    text(150, issued.number, true),
    text(38, field[language], true),
    ...(afterwards.length === 0
      ? []
      : [text(28, fill(words.afterwards, { fields: afterwards.map((one) => one[language]).join(', ') }))]),
    ...(priority === null ? [] : [text(26, fill(words.priority, { name: priority[language] }))]),
    rule,
    ...(issued.trackUrl === null ? [] : expectations(issued, words, at, language)),
    text(26, at(issued.issuedAt)),
    ...(lists.length === 0 ? [] : [rule, text(26, words.ready, true, 'left')]),
    ...lists.flatMap((one) => [
      text(24, one.procedure[language], true, 'left'),
      ...one.papers.map((paper) => text(24, `– ${paper}`, false, 'left')),
    ]),
    rule,
    ...(issued.trackUrl === null
      ? [text(26, words.aloneMeans)]
      : [{ kind: 'code', text: issued.trackUrl } as const, text(24, words.follow)]),
    text(28, sayOwn(texts.ticketFoot, thanks, language), true),
  ];
}
