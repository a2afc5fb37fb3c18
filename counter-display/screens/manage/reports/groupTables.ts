import type { Figures, Group, Report } from '../../../../shared/contract/requests/report.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { reportWords } from '../../../../shared/i18n/screens/reports.ts';
import type { Cell, Table, Told } from './table.ts';
import { column, minutesOf, shareOf } from './table.ts';

/** Visits by what they have in common, as tables. */

/** The wait that is not to be exceeded, minutes. */
export const targetMinutes = ({ waitTargetMs }: Report): number => waitTargetMs / 60_000;

/** Who took a number and left without being served: never came, or said so on the phone page. */
export const abandonedOf = ({ noShow, withdrawn, issued }: Figures): number | null =>
  shareOf(noShow + withdrawn, issued);

export const groupings = ['field', 'counter', 'officer', 'channel', 'priority'] as const;
type Grouping = (typeof groupings)[number];

/** What a group is called: by its name, or by words for its key. */
function groupName({ key, name }: Group, language: Language): string {
  const words: Readonly<Record<string, string>> = reportWords[language];
  return name?.[language] ?? words[key] ?? key;
}

/** The figures of each field, counter, officer, way of taking numbers or priority, and of all together. */
export function groupTable({ report, language }: Told, by: Grouping): Table {
  const words = reportWords[language];
  const line = (name: string, of: Figures): Cell[] => [
    name,
    of.issued,
    of.served,
    of.noShow,
    abandonedOf(of),
    minutesOf(of.waitMeanMs),
    minutesOf(of.waitMedianMs),
    minutesOf(of.waitP90Ms),
    shareOf(of.withinTarget, of.called),
    minutesOf(of.walkMeanMs),
    minutesOf(of.serviceMeanMs),
    minutesOf(of.parkedMeanMs),
    of.rated,
    shareOf(of.satisfied, of.rated),
  ];
  return {
    title: `${words.groups}: ${words[by]}`,
    columns: [
      column(words[by], 'text'),
      column(words.issued, 'count'),
      column(words.served, 'count'),
      column(words.noShow, 'count'),
      column(words.abandoned, 'percent'),
      column(words.waitMean, 'minutes'),
      column(words.waitMedian, 'minutes'),
      column(words.waitP90, 'minutes'),
      column(fill(words.withinTarget, { n: targetMinutes(report) }), 'percent'),
      column(words.walkMean, 'minutes'),
      column(words.serviceMean, 'minutes'),
      column(words.parkedMean, 'minutes'),
      column(words.rated, 'count'),
      column(words.satisfied, 'percent'),
    ],
    rows: [
      ...report.groups[by].map((group) => line(groupName(group, language), group.figures)),
      line(words.total, report.figures),
    ],
  };
}
