import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { reportDossierWords } from '../../../../shared/i18n/screens/reportDossiers.ts';
import { Bars } from './Bars.tsx';
import { Columns } from './Columns.tsx';
import { FoldedTable } from './DataTable.tsx';
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
import { Grouped } from './Grouped.tsx';
import type { Said } from './Sections.tsx';
import { sayStepBriefly } from './step.ts';
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
          name: sayStepBriefly(from, step),
          value: concluded,
          before: received,
        }))}
      />
      <FoldedTable table={table} language={language} file={`${file}-ho-so-theo-thoi-gian`} />
    </section>
  );
}

/** And by field or procedure. */
export const DossierGroups = ({ report, language, file }: Said): ReactNode => (
  <Grouped
    label={reportDossierWords[language].by}
    groupings={dossierGroupings}
    nameOf={(by) => reportDossierWords[language][by]}
    tableOf={(by) => dossierGroupTable({ report, language }, by)}
    language={language}
    file={`${file}-ho-so-theo-nhom`}
  />
);
