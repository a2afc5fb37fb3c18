import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { reportWords } from '../../../../shared/i18n/screens/reports.ts';
import { Bars } from './Bars.tsx';
import { FoldedTable } from './DataTable.tsx';
import {
  factorsTable,
  levelsTable,
  proceduresTable,
  reasonsTable,
  recognitionTable,
} from './outcomeTables.ts';
import type { Said } from './Sections.tsx';
import { sayCell, shareOf } from './table.ts';

/** What services were for, what visitors thought, and what cameras saw. */

/** How many procedures are drawn; the table has all. */
const drawnProcedures = 10;

/** What services were for; the ten most frequent drawn. */
export function Procedures({ report, language, file }: Said): ReactNode {
  const words = reportWords[language];
  const table = proceduresTable({ report, language });
  const first = report.procedures.slice(0, drawnProcedures);
  const most = first[0]?.count ?? 1;
  const bars = table.rows.slice(0, drawnProcedures).map(([name, , times, sofar]) => ({
    name: String(name),
    share: Number(times) / most,
    value: sayCell(times ?? null, 'count', language),
    note: `${words.cumulative} ${sayCell(sofar ?? null, 'percent', language)}`,
  }));
  const drawn = table.rows[first.length - 1]?.[3] ?? null;
  return (
    <section>
      <h2>{table.title}</h2>
      <p className="manage-soft">
        {fill(words.proceduresMore, {
          n: first.length,
          share: sayCell(drawn, 'percent', language),
        })}
      </p>
      <Bars bars={bars} label={table.title} />
      <FoldedTable table={table} language={language} file={`${file}-thu-tuc`} />
    </section>
  );
}

/** What visitors thought: their ratings, by factor, and what they complained of. */
export function Satisfaction({ report, language, file }: Said): ReactNode {
  const words = reportWords[language];
  const { asked, levels } = report.satisfaction;
  const answered = levels.reduce((sum, count) => sum + count, 0);
  const { satisfied, rated } = report.figures;
  const tables = [levelsTable, factorsTable, reasonsTable].map((make) => make({ report, language }));
  const [levelTable, factorTable, reasonTable] = tables;
  const barsOf = (table: (typeof tables)[number] | undefined, place: number, whole: number) =>
    (table?.rows ?? []).map((row) => {
      const value = Number(row[place] ?? 0);
      const kind = table?.columns[place]?.kind ?? 'count';
      return {
        name: String(row[0]),
        share: whole === 0 ? 0 : value / whole,
        value: sayCell(row[place] ?? null, kind, language),
      };
    });
  const mostReasons = Math.max(1, ...report.satisfaction.reasons.map(({ count }) => count));
  return (
    <section>
      <h2>{words.satisfaction}</h2>
      <p className="manage-soft">
        {fill(words.satisfactionMore, {
          answered: sayCell(answered, 'count', language),
          asked: sayCell(asked, 'count', language),
          share: sayCell(shareOf(satisfied, rated), 'percent', language),
        })}
      </p>
      <Bars bars={barsOf(levelTable, 1, Math.max(asked - answered, ...levels))} label={words.satisfaction} />
      <h3>{words.factors}</h3>
      <p className="manage-soft">{words.factorsMore}</p>
      <Bars bars={barsOf(factorTable, 1, 1)} label={words.factors} />
      <h3>{words.reasons}</h3>
      <Bars bars={barsOf(reasonTable, 1, mostReasons)} label={words.reasons} />
      {tables.map((table, i) => (
        <FoldedTable
          key={table.title}
          table={table}
          language={language}
          file={`${file}-${['hai-long', 'yeu-to', 'ly-do'][i]}`}
        />
      ))}
    </section>
  );
}

/** How often the kiosks knew somebody. */
export function Recognition({ report, language, file }: Said): ReactNode {
  const words = reportWords[language];
  const table = recognitionTable({ report, language });
  const { recognised, answered, unsure, unknown, denied } = report.recognition;
  const seen = recognised + unsure + unknown;
  const known = recognised + answered;
  return (
    <section>
      <h2>{table.title}</h2>
      <p className="manage-soft">
        {fill(words.recognitionMore, {
          share: sayCell(shareOf(known, seen), 'percent', language),
          denied: sayCell(shareOf(denied, known), 'percent', language),
        })}
      </p>
      <Bars
        label={table.title}
        bars={table.rows.map(([name, count]) => ({
          name: String(name),
          share: Number(count) / Math.max(1, recognised, unknown),
          value: sayCell(count ?? null, 'count', language),
        }))}
      />
      <FoldedTable table={table} language={language} file={`${file}-nhan-dien`} />
    </section>
  );
}
