import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { reportWords } from '../../../../shared/i18n/screens/reports.ts';
import { weekdayName } from '../../../../shared/i18n/time.ts';
import { Columns } from './Columns.tsx';
import { CsvButton, FoldedTable } from './DataTable.tsx';
import { Figures } from './Figures.tsx';
import { Grouped } from './Grouped.tsx';
import { Heat } from './Heat.tsx';
import { sayStepBriefly } from './step.ts';
import type { Told } from './table.ts';
import { sayCell, shareOf } from './table.ts';
import { groupings, groupTable } from './groupTables.ts';
import { figuresTable, hoursTable, trendTable, waitsTable } from './tables.ts';

/** The parts of a report. Each is a picture with its table. */

export type Said = Told & {
  /** What files are called, without what is in them. */
  readonly file: string;
};

/** Rows of the table of figures that are shown large. */
const large = [0, 1, 2, 5, 7, 10, 12, 9, 14, 19];

/** The figures that people ask for. */
export function Overview({ report, language, file }: Said): ReactNode {
  const table = figuresTable({ report, language });
  return (
    <section>
      <h2>{table.title}</h2>
      <Figures table={table} places={large} language={language} />
      <FoldedTable table={table} language={language} file={`${file}-tong-quan`} />
    </section>
  );
}

/** Numbers by step of time. */
export function Trend({ report, language, file }: Said): ReactNode {
  const words = reportWords[language];
  const table = trendTable({ report, language });
  const { step, now, before } = report.trend;
  return (
    <section>
      <h2>{table.title}</h2>
      <p className="manage-soft">{words.trendMore}</p>
      <Columns
        label={table.title}
        say={(value) => sayCell(value, 'count', language)}
        points={now.map(({ from, issued }, i) => ({
          name: sayStepBriefly(from, step),
          value: issued,
          before: before[i]?.issued ?? null,
        }))}
      />
      <FoldedTable table={table} language={language} file={`${file}-theo-thoi-gian`} />
    </section>
  );
}

/** Which hours of the week are busy. */
export function Hours({ report, language, file }: Said): ReactNode {
  const words = reportWords[language];
  const table = hoursTable({ report, language });
  const busiest = report.hours.toSorted((one, other) => other.issued - one.issued)[0];
  return (
    <section>
      <h2>{table.title}</h2>
      <p className="manage-soft">{words.hoursMore}</p>
      {busiest !== undefined && (
        <p>
          {fill(words.busiest, {
            day: weekdayName(busiest.weekday + 1, language),
            hour: busiest.hour,
            n: sayCell(busiest.issued, 'count', language),
          })}
        </p>
      )}
      <Heat table={table} language={language} />
      <CsvButton table={table} language={language} file={`${file}-gio-trong-tuan`} />
    </section>
  );
}

/** How the waits are spread. */
export function Waits({ report, language, file }: Said): ReactNode {
  const words = reportWords[language];
  const table = waitsTable({ report, language });
  const target = report.waitTargetMs / 60_000;
  const within = shareOf(report.figures.withinTarget, report.figures.called);
  return (
    <section>
      <h2>{table.title}</h2>
      <p className="manage-soft">
        {fill(words.waitsMore, { share: sayCell(within, 'percent', language), n: target })}
      </p>
      <Columns
        label={table.title}
        say={(value) => sayCell(value, 'count', language)}
        isNarrow
        emphasised={(place) => (report.waits[place]?.minutes ?? 0) >= target}
        points={report.waits.map(({ minutes, below, count }) => ({
          name: below === null ? `≥ ${minutes}` : `${minutes}–${below}`,
          value: count,
          before: null,
        }))}
      />
      <FoldedTable table={table} language={language} file={`${file}-thoi-gian-cho`} />
    </section>
  );
}

/** The figures by what visits have in common. */
export const Groups = ({ report, language, file }: Said): ReactNode => (
  <Grouped
    label={reportWords[language].by}
    groupings={groupings}
    nameOf={(by) => reportWords[language][by]}
    tableOf={(by) => groupTable({ report, language }, by)}
    more={reportWords[language].counting}
    language={language}
    file={`${file}-theo-nhom`}
  />
);
