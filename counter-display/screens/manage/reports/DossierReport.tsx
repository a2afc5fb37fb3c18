import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { reportDossierWords } from '../../../../shared/i18n/screens/reportDossiers.ts';
import { Bars } from './Bars.tsx';
import { Columns } from './Columns.tsx';
import { DataTable, FoldedTable } from './DataTable.tsx';
import type { DossierGrouping } from './dossierTables.ts';
import {
  concludedOf,
  dossierFiguresTable,
  dossierGroupings,
  dossierGroupTable,
  dossiersIn,
  dossierTrendTable,
  inTimeOf,
} from './dossierTables.ts';
import { Figures } from './Figures.tsx';
import type { Said } from './Sections.tsx';
import { sayStep } from './step.ts';
import { sayCell } from './table.ts';

/** Rows of the table of figures that are shown large. */
const large = [0, 1, 6, 4];
const conclusions = ['early', 'onTime', 'late', 'noLimit'] as const;

/** What was received, and what was concluded when: the figure that provinces report. */
export function DossierReport({ report, language, file }: Said): ReactNode {
  const words = reportDossierWords[language];
  const table = dossierFiguresTable({ report, language });
  const { counts } = report.dossiers;
  const concluded = concludedOf(counts);
  if (dossiersIn(report) === 0)
    return (
      <section>
        <h2>{table.title}</h2>
        <p>{words.none}</p>
      </section>
    );
  return (
    <section>
      <h2>{table.title}</h2>
      <p className="manage-soft">
        {fill(words.dossiersMore, {
          concluded: sayCell(concluded, 'count', language),
          share: sayCell(inTimeOf(counts), 'percent', language),
        })}
      </p>
      <Figures table={table} places={large} language={language} />
      <Bars
        label={table.title}
        bars={conclusions.map((key) => ({
          name: words[key],
          share: counts[key] / Math.max(1, ...conclusions.map((one) => counts[one])),
          value: sayCell(counts[key], 'count', language),
        }))}
      />
      <FoldedTable table={table} language={language} file={`${file}-ho-so`} />
    </section>
  );
}

/** The same by step of time. */
export function DossierTrend({ report, language, file }: Said): ReactNode {
  const words = reportDossierWords[language];
  const table = dossierTrendTable({ report, language });
  const { step } = report.trend;
  return (
    <section>
      <h2>{table.title}</h2>
      <p className="manage-soft">{words.trendMore}</p>
      <Columns
        label={table.title}
        say={(value) => sayCell(value, 'count', language)}
        points={report.dossiers.trend.map(({ from, concluded, received }) => ({
          name: step === 'month' ? sayStep(from, step) : sayStep(from, step).slice(0, 5),
          value: concluded,
          before: received,
        }))}
      />
      <FoldedTable table={table} language={language} file={`${file}-ho-so-theo-thoi-gian`} />
    </section>
  );
}

/** And by field or procedure. */
export function DossierGroups({ report, language, file }: Said): ReactNode {
  const words = reportDossierWords[language];
  const [by, setBy] = useState<DossierGrouping>('field');
  const table = dossierGroupTable({ report, language }, by);
  return (
    <section>
      <div className="manage-title">
        <h2>{table.title}</h2>
        <SegmentedControl
          aria-label={words.by}
          className="report-tool"
          value={by}
          onChange={(value) => setBy(dossierGroupings.find((one) => one === value) ?? by)}
          data={dossierGroupings.map((value) => ({ value, label: words[value] }))}
        />
      </div>
      <DataTable table={table} language={language} file={`${file}-ho-so-theo-nhom`} />
    </section>
  );
}
