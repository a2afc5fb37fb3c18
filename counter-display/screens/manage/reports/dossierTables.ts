import type { DossierCounts, Report } from '../../../../shared/contract/requests/report.ts';
import { reportWords } from '../../../../shared/i18n/screens/reports.ts';
import type { ReportDossierKey } from '../../../../shared/i18n/screens/reportDossiers.ts';
import { reportDossierWords } from '../../../../shared/i18n/screens/reportDossiers.ts';
import { sayStep } from './step.ts';
import type { Cell, Column, Table, Told } from './table.ts';
import { column, shareOf } from './table.ts';

/** Dossiers as tables, each with its words. */

export const concludedOf = ({ early, onTime, late, noLimit }: DossierCounts): number =>
  early + onTime + late + noLimit;

/** How many dossiers a report speaks of. */
export const dossiersIn = ({ dossiers }: Report): number =>
  dossiers.counts.received + concludedOf(dossiers.counts);

/** The share that provinces report: of what was concluded and had a limit. */
export const inTimeOf = ({ early, onTime, late }: DossierCounts): number | null =>
  shareOf(early + onTime, early + onTime + late);

type Line = readonly [ReportDossierKey, Column['kind'], (of: DossierCounts) => Cell];
const lines: readonly Line[] = [
  ['received', 'count', (of) => of.received],
  ['concluded', 'count', concludedOf],
  ['early', 'count', (of) => of.early],
  ['onTime', 'count', (of) => of.onTime],
  ['late', 'count', (of) => of.late],
  ['noLimit', 'count', (of) => of.noLimit],
  ['share', 'percent', inTimeOf],
  ['refused', 'count', (of) => of.refused],
  ['openInTime', 'count', (of) => of.openInTime],
  ['openLate', 'count', (of) => of.openLate],
  ['supplement', 'count', (of) => of.supplement],
];

/** What became of dossiers in this period and the one before. */
export function dossierFiguresTable({ report, language }: Told): Table {
  const words = reportDossierWords[language];
  const { figure, now, before } = reportWords[language];
  const { counts, before: earlier } = report.dossiers;
  return {
    title: words.dossiers,
    rowKinds: lines.map(([, kind]) => kind),
    columns: [column(figure, 'text'), column(now, 'count'), column(before, 'count')],
    rows: lines.map(([key, , of]) => [words[key], of(counts), of(earlier)]),
  };
}

/** What was received and concluded, by step of time. */
export function dossierTrendTable({ report, language }: Told): Table {
  const words = reportDossierWords[language];
  const { byDay, byWeek, byMonth } = reportWords[language];
  const { step } = report.trend;
  return {
    title: words.trend,
    columns: [
      column({ day: byDay, week: byWeek, month: byMonth }[step], 'text'),
      column(words.received, 'count'),
      column(words.concluded, 'count'),
      column(words.late, 'count'),
    ],
    rows: report.dossiers.trend.map(({ from, received, concluded, late }) => [
      sayStep(from, step),
      received,
      concluded,
      late,
    ]),
  };
}

export const dossierGroupings = ['field', 'procedure'] as const;
type DossierGrouping = (typeof dossierGroupings)[number];

/** Every figure of each field or procedure, and of all together. */
export function dossierGroupTable({ report, language }: Told, by: DossierGrouping): Table {
  const words = reportDossierWords[language];
  const line = (name: string, counts: DossierCounts): Cell[] => [
    name,
    ...lines.map(([, , of]) => of(counts)),
  ];
  return {
    title: `${words.dossiers}: ${words[by]}`,
    columns: [column(words[by], 'text'), ...lines.map(([key, kind]) => column(words[key], kind))],
    rows: [
      ...report.dossiers[by].map(({ name, counts }) => line(name?.[language] ?? words.unknownField, counts)),
      line(words.sum, report.dossiers.counts),
    ],
  };
}
