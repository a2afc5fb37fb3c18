import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { RequestOutput } from '../../../../shared/contract/requests.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { keptNumberWords } from '../../../../shared/i18n/screens/keptNumbers.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { Part } from '../part.ts';

type Kept = RequestOutput<'reserve:kept'>['kept'];

/** Numbers that a kiosk gave while the server was away and that never came into the line; nothing while there are none. */
export function KeptNumbers({ view, request, language, disabled }: Part): ReactNode {
  const words = keptNumberWords[language];
  const [kept, setKept] = useState<Kept | null>(null);
  if (view.keptNumbers === 0) return null;
  const show = async (): Promise<void> => {
    const answer = await request.send('reserve:kept', {});
    if (answer !== null) setKept(answer.kept);
  };
  return (
    <section>
      <div className="manage-title">
        <h2>{words.title}</h2>
        <Button variant="default" disabled={disabled} onClick={() => void show()}>
          {words.show}
        </Button>
      </div>
      <p>{fill(words.many, { n: view.keptNumbers })}</p>
      {kept !== null && <List kept={kept} view={view} language={language} />}
    </section>
  );
}

function List({
  kept,
  view,
  language,
}: Pick<Part, 'view' | 'language'> & { readonly kept: Kept }): ReactNode {
  const words = keptNumberWords[language];
  const { timeZone } = view.office;
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing="xs" fz="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.number}</Table.Th>
            <Table.Th>{words.field}</Table.Th>
            <Table.Th>{words.issuedAt}</Table.Th>
            <Table.Th>{words.kiosk}</Table.Th>
            <Table.Th>{words.why}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kept.map(({ ticketId, number, fieldId, issuedAt, kiosk, why }) => (
            <Table.Tr key={ticketId}>
              <Table.Td className="tabular" fw={700}>
                {number}
              </Table.Td>
              <Table.Td>{view.fields.find(({ id }) => id === fieldId)?.name[language]}</Table.Td>
              <Table.Td className="tabular manage-nowrap">
                {`${sayTime(issuedAt, timeZone)} ${sayDate(issuedAt, timeZone)}`}
              </Table.Td>
              <Table.Td>{kiosk ?? words.ownKiosk}</Table.Td>
              <Table.Td>{words[why]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
