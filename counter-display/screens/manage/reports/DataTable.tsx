import { Button, Table as Grid } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { reportWords } from '../../../../shared/i18n/screens/reports.ts';
import { download } from '../download.ts';
import { csvOf } from './files.ts';
import type { Table } from './table.ts';
import { kindAt, sayCell } from './table.ts';

type Of = {
  readonly table: Table;
  readonly language: Language;
  /** What the file is called, without its ending. */
  readonly file: string;
};

/** Takes a table along. */
export function CsvButton({ table, language, file }: Of): ReactNode {
  const save = (): void => download(new Blob([csvOf(table, language)], { type: 'text/csv' }), `${file}.csv`);
  return (
    <Button variant="default" size="xs" className="report-tool" onClick={save}>
      {reportWords[language].csv}
    </Button>
  );
}

/** The numbers behind a picture, with the way to take them along. */
export function DataTable({ table, language, file }: Of): ReactNode {
  const { columns, rows, title } = table;
  return (
    <div className="report-table">
      {/* Reached by keyboard, so that a table wider than the page can be moved. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="report-scroll" role="region" aria-label={title} tabIndex={0}>
        <Grid fz="md" verticalSpacing={6}>
          <Grid.Thead>
            <Grid.Tr>
              {columns.map(({ name, kind }) => (
                <Grid.Th key={name} scope="col" ta={kind === 'text' ? 'left' : 'right'}>
                  {name}
                </Grid.Th>
              ))}
            </Grid.Tr>
          </Grid.Thead>
          <Grid.Tbody>
            {rows.map((row, y) => (
              <Grid.Tr key={String(row[0])}>
                {row.map((cell, x) => (
                  <Grid.Td
                    key={columns[x]?.name}
                    className="tabular"
                    ta={columns[x]?.kind === 'text' ? 'left' : 'right'}
                  >
                    {sayCell(cell, kindAt(table, y, x), language)}
                  </Grid.Td>
                ))}
              </Grid.Tr>
            ))}
          </Grid.Tbody>
        </Grid>
      </div>
      <CsvButton table={table} language={language} file={file} />
    </div>
  );
}

/** The same folded away under a picture. */
export const FoldedTable = (of: Of): ReactNode => (
  <details className="report-details">
    <summary>
      {reportWords[of.language].tableOf}: {of.table.title}
    </summary>
    <DataTable {...of} />
  </details>
);
