import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { DataTable } from './DataTable.tsx';
import type { Table } from './table.ts';

type Props<By extends string> = {
  /** What is asked of whoever chooses. */
  readonly label: string;
  readonly groupings: readonly [By, ...By[]];
  readonly nameOf: (by: By) => string;
  readonly tableOf: (by: By) => Table;
  /** What stands above the table. */
  readonly more?: string;
  readonly language: Language;
  /** What the table's file is called, without its ending. */
  readonly file: string;
};

/** A table whose rows are grouped by what somebody chooses; at first by the first of the groupings. */
export function Grouped<By extends string>(props: Props<By>): ReactNode {
  const { label, groupings, nameOf, tableOf, more, language, file } = props;
  const [by, setBy] = useState<By>(groupings[0]);
  const table = tableOf(by);
  return (
    <section>
      <div className="manage-title">
        <h2>{table.title}</h2>
        <SegmentedControl
          aria-label={label}
          className="report-tool"
          value={by}
          onChange={setBy}
          data={groupings.map((value) => ({ value, label: nameOf(value) }))}
        />
      </div>
      {more !== undefined && <p className="manage-soft">{more}</p>}
      <DataTable table={table} language={language} file={file} />
    </section>
  );
}
