import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { Table } from './table.ts';
import { sayCell } from './table.ts';

const shades = 5;

/** A table whose cells are the darker the more they hold; the numbers say the same. */
export function Heat({ table, language }: { readonly table: Table; readonly language: Language }): ReactNode {
  const { columns, rows, title } = table;
  const numbers = rows.flat().filter((cell) => typeof cell === 'number');
  const most = Math.max(1, ...numbers);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="report-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="report-heat tabular">
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={String(name)}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td
                  key={columns[i + 1]?.name}
                  data-shade={typeof cell === 'number' ? Math.ceil((cell / most) * shades) : 0}
                >
                  {sayCell(cell, 'count', language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
