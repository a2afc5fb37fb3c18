import type { Figures } from '../../../../shared/contract/requests/report.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import type { ReportKey } from '../../../../shared/i18n/screens/reports.ts';
import { reportWords } from '../../../../shared/i18n/screens/reports.ts';
import { weekdayName } from '../../../../shared/i18n/time.ts';
import {
  dossierFiguresTable,
  dossierGroupings,
  dossierGroupTable,
  dossierTrendTable,
} from './dossierTables.ts';
import { sayStep } from './step.ts';
import { abandonedOf, groupings, groupTable, targetMinutes } from './groupTables.ts';
import type { Cell, Column, Table, Told } from './table.ts';
import { column, minutesOf, shareOf } from './table.ts';
import {
  factorsTable,
  levelsTable,
  proceduresTable,
  reasonsTable,
  recognitionTable,
} from './outcomeTables.ts';

/** Visits as tables, each with its words. */

/** The figures that people ask for, each with what it is in this period and the one before. */
export function figuresTable({ report, language }: Told): Table {
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

/** Numbers by step of time, beside those of the period before. */
export function trendTable({ report, language }: Told): Table {
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
export function hoursTable({ report, language }: Told): Table {
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

/** How many waited how long, in bins of minutes. */
export function waitsTable({ report, language }: Told): Table {
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

/** Everything there is to export, a sheet each. */
export const allTables = (said: Told): Table[] => [
  figuresTable(said),
  trendTable(said),
  hoursTable(said),
  waitsTable(said),
  ...groupings.map((by) => groupTable(said, by)),
  proceduresTable(said),
  dossierFiguresTable(said),
  dossierTrendTable(said),
  ...dossierGroupings.map((by) => dossierGroupTable(said, by)),
  levelsTable(said),
  factorsTable(said),
  reasonsTable(said),
  recognitionTable(said),
];
