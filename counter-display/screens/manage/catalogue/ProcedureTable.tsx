import { Badge, Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ProcedureRow } from '../../../../shared/contract/procedure.ts';
import { writeLimit } from '../../../../shared/i18n/limit.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { catalogueWords } from '../../../../shared/i18n/screens/manageCatalogue.ts';
import type { Part } from '../part.ts';

type Acts = {
  readonly onEdit: (row: ProcedureRow) => void;
  readonly onInUse: (row: ProcedureRow, inUse: boolean) => void;
};
type Props = Part & Acts & { readonly rows: readonly ProcedureRow[]; readonly total: number };

/** The procedures that were found, in the order of their fields. */
export function ProcedureTable({ rows, total, ...part }: Props): ReactNode {
  const words = catalogueWords[part.language];
  return (
    <>
      <p role="status" className="manage-soft">
        {rows.length === 0 ? words.nothing : fill(words.shownOf, { n: rows.length, total })}
      </p>
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={860}>
          <Table verticalSpacing="xs" fz="md" className="catalogue-table">
            <Table.Thead>
              <Table.Tr>
                {[words.officialCode, words.name, words.limit, words.fee].map((name) => (
                  <Table.Th key={name}>{name}</Table.Th>
                ))}
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Row key={row.key} {...part} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}

function Row({
  row,
  view,
  language,
  disabled,
  onEdit,
  onInUse,
}: Part & Acts & { row: ProcedureRow }): ReactNode {
  const words = catalogueWords[language];
  const name = row.name[language];
  const field = view.fields.find(({ id }) => id === row.fieldId);
  const marks = [
    ...(row.inUse ? [] : [words.retired]),
    ...(row.shown ? [] : [words.hidden]),
    // What was imported without English is kept in Vietnamese.
    ...(row.name.en === row.name.vi ? [words.missingEnglish] : []),
  ];
  return (
    <Table.Tr data-retired={!row.inUse}>
      <Table.Td className="manage-nowrap tabular">{row.officialCode}</Table.Td>
      <Table.Td>
        <b>{name}</b>
        <small className="manage-soft manage-block">{field?.name[language]}</small>
        {marks.map((mark) => (
          <Badge key={mark} className="manage-badge" color="gray" variant="outline">
            {mark}
          </Badge>
        ))}
      </Table.Td>
      <Table.Td>{writeLimit(row.limit, language) || words.noLimit}</Table.Td>
      <Table.Td className="catalogue-fee">{row.fee}</Table.Td>
      <Table.Td className="manage-actions">
        <Button
          size="compact-md"
          variant="default"
          disabled={disabled}
          aria-label={`${words.edit}: ${name}`}
          onClick={() => onEdit(row)}
        >
          {words.edit}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          // A procedure whose field was taken away comes back with another field.
          disabled={disabled || (!row.inUse && field === undefined)}
          aria-label={`${row.inUse ? words.retire : words.restore}: ${name}`}
          onClick={() => onInUse(row, !row.inUse)}
        >
          {row.inUse ? words.retire : words.restore}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
