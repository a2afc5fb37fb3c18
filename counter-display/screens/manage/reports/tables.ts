import type { Figures, Group, Report } from '../../../../shared/contract/requests/report.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import type { ReportKey } from '../../../../shared/i18n/screens/reports.ts';
import { reportWords } from '../../../../shared/i18n/screens/reports.ts';
import { weekdayName } from '../../../../shared/i18n/time.ts';
import { writeDay } from '../../../../shared/i18n/time.ts';
import type { Cell, Column, Table } from './table.ts';
import { column, minutesOf, shareOf } from './table.ts';
import {
  factorsTable,
  levelsTable,
  proceduresTable,
  reasonsTable,
  recognitionTable,
} from './outcomeTables.ts';

/** Visits as tables, each with its words. */

type Said = { readonly report: Report; readonly language: Language };
const targetMinutes = ({ waitTargetMs }: Report): number => waitTargetMs / 60_000;

/** Who took a number and left without being served: never came, or said so on the phone page. */
export const abandonedOf = ({ noShow, withdrawn, issued }: Figures): number | null =>
  shareOf(noShow + withdrawn, issued);

/** The figures that people ask for, each with what it is in this period and the one before. */
export function figuresTable({ report, language }: Said): Table {
  const words = reportWords[language];
  const lines: readonly (readonly [ReportKey, Column['kind'], (of: Figures) => Cell])[] = [
    ['issued', 'count', (of) => of.issued],
    ['served', 'count', (of) => of.served],
    ['noShow', 'count', (of) => of.noShow],
    ['withdrawn', 'count', (of) => of.withdrawn],
    ['cancelled', 'count', (of) => of.cancelled],
    ['unfinished', 'count', (of) => of.unfinished],
    ['open', 'count', (of) => of.open],
    ['abandoned', 'percent', abandonedOf],
    ['called', 'count', (of) => of.called],
    ['withinTarget', 'percent', (of) => shareOf(of.withinTarget, of.called)],
    ['waitMean', 'minutes', (of) => minutesOf(of.waitMeanMs)],
    ['waitMedian', 'minutes', (of) => minutesOf(of.waitMedianMs)],
    ['waitP90', 'minutes', (of) => minutesOf(of.waitP90Ms)],
    ['walkMean', 'minutes', (of) => minutesOf(of.walkMeanMs)],
    ['serviceMean', 'minutes', (of) => minutesOf(of.serviceMeanMs)],
    ['serviceMedian', 'minutes', (of) => minutesOf(of.serviceMedianMs)],
    ['parked', 'count', (of) => of.parked],
    ['parkedMean', 'minutes', (of) => minutesOf(of.parkedMeanMs)],
    ['rated', 'count', (of) => of.rated],
    ['satisfied', 'percent', (of) => shareOf(of.satisfied, of.rated)],
  ];
  return {
    title: words.figures,
    rowKinds: lines.map(([, kind]) => kind),
    columns: [column(words.figure, 'text'), column(words.now, 'count'), column(words.before, 'count')],
    rows: lines.map(([key, , of]) => [
      fill(words[key], { n: targetMinutes(report) }),
      of(report.figures),
      of(report.before.figures),
    ]),
  };
}

/** `11/2026` for months, `16/11/2026` for days and the first days of weeks. */
export const sayStep = (from: string, step: Report['trend']['step']): string =>
  step === 'month' ? writeDay(from).slice(3) : writeDay(from);

export function trendTable({ report, language }: Said): Table {
  const words = reportWords[language];
  const { step, now, before } = report.trend;
  const name = { day: words.byDay, week: words.byWeek, month: words.byMonth }[step];
  return {
    title: words.trend,
    columns: [
      column(name, 'text'),
      column(words.issued, 'count'),
      column(words.served, 'count'),
      column(words.waitMean, 'minutes'),
      column(words.issuedBefore, 'count'),
    ],
    rows: now.map(({ from, issued, served, waitMeanMs }, i) => [
      sayStep(from, step),
      issued,
      served,
      minutesOf(waitMeanMs),
      before[i]?.issued ?? null,
    ]),
  };
}

/** Hours across, weekdays down: only those in which there was anybody, and the hours between them. */
export function hoursTable({ report, language }: Said): Table {
  const words = reportWords[language];
  const all = report.hours.map(({ hour }) => hour);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const hours = all.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const days = [...new Set(report.hours.map(({ weekday }) => weekday))];
  return {
    title: words.hours,
    columns: [column(words.hour, 'text'), ...hours.map((hour) => column(`${hour}h`, 'count'))],
    rows: days.map((weekday) => [
      weekdayName(weekday + 1, language),
      ...hours.map(
        (hour) => report.hours.find((cell) => cell.weekday === weekday && cell.hour === hour)?.issued ?? null,
      ),
    ]),
  };
}

export function waitsTable({ report, language }: Said): Table {
  const words = reportWords[language];
  return {
    title: words.waits,
    columns: [column(words.waited, 'text'), column(words.people, 'count'), column(words.share, 'percent')],
    rows: report.waits.map(({ minutes, below, count }) => [
      // With spaces, since programs for tables take 5-10 for a date.
      below === null ? fill(words.fromMinutes, { n: minutes }) : `${minutes} – ${below}`,
      count,
      shareOf(count, report.figures.called),
    ]),
  };
}

export const groupings = ['field', 'counter', 'officer', 'channel'] as const;
export type Grouping = (typeof groupings)[number];

/** What a group is called: by its name, or by words for its key. */
function groupName({ key, name }: Group, language: Language): string {
  const words: Readonly<Record<string, string>> = reportWords[language];
  return name?.[language] ?? words[key] ?? key;
}

export function groupTable({ report, language }: Said, by: Grouping): Table {
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
    minutesOf(of.serviceMeanMs),
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
      column(words.serviceMean, 'minutes'),
      column(words.rated, 'count'),
      column(words.satisfied, 'percent'),
    ],
    rows: [
      ...report.groups[by].map((group) => line(groupName(group, language), group.figures)),
      line(words.total, report.figures),
    ],
  };
}

/** Everything there is to export, a sheet each. */
export const allTables = (said: Said): Table[] => [
  figuresTable(said),
  trendTable(said),
  hoursTable(said),
  waitsTable(said),
  ...groupings.map((by) => groupTable(said, by)),
  proceduresTable(said),
  levelsTable(said),
  factorsTable(said),
  reasonsTable(said),
  recognitionTable(said),
];
