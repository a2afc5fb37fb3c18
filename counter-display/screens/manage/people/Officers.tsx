import { Badge, Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import type { Part } from '../part.ts';
import { SetPassword } from './SetPassword.tsx';
import { Work } from './Work.tsx';

type Officer = View<'manage'>['officers'][number];

/** Who may log in, and where they work now. */
export function Officers(part: Part): ReactNode {
  const { view, language, disabled } = part;
  const words = manageWords[language];
  const more = manageOfficeWords[language];
  const [chosen, setChosen] = useState<Officer | null>(null);
  const [assigned, setAssigned] = useState<Officer | null>(null);
  const workOf = ({ fields, mayPick }: Officer): string =>
    [
      fields.length === 0
        ? more.allFields
        : fields.map(({ fieldId }) => view.fields.find(({ id }) => id === fieldId)?.prefix).join(', '),
      ...(mayPick ? [more.mayPickShort] : []),
    ].join(' · ');
  return (
    <section>
      <h2>{words.officers}</h2>
      <Table.ScrollContainer minWidth={820}>
        <Table verticalSpacing="xs" fz="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.name}</Table.Th>
              <Table.Th>{words.login}</Table.Th>
              <Table.Th>{words.role}</Table.Th>
              <Table.Th>{words.atCounter}</Table.Th>
              <Table.Th>{more.servedFields}</Table.Th>
              <Table.Th ta="right">{words.password}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.officers.map((officer) => (
              <Table.Tr key={officer.id}>
                <Table.Td fw={600}>{officer.name}</Table.Td>
                <Table.Td>{officer.login}</Table.Td>
                <Table.Td>{words[officer.role]}</Table.Td>
                <Table.Td>
                  {officer.counterNumber !== null && fill(words.counterN, { n: officer.counterNumber })}
                </Table.Td>
                <Table.Td>{workOf(officer)}</Table.Td>
                <Table.Td className="manage-actions">
                  <Badge color={officer.hasPassword ? 'green' : 'orange'} variant="light" c="dark">
                    {officer.hasPassword ? words.hasPassword : words.noPassword}
                  </Badge>
                  <Button
                    size="compact-md"
                    variant="default"
                    disabled={disabled}
                    aria-label={`${more.work}: ${officer.name}`}
                    onClick={() => setAssigned(officer)}
                  >
                    {more.work}
                  </Button>
                  <Button
                    size="compact-md"
                    variant="default"
                    disabled={disabled}
                    onClick={() => setChosen(officer)}
                  >
                    {words.setPassword}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {assigned !== null && <Work {...part} officer={assigned} onClose={() => setAssigned(null)} />}
      {chosen !== null && <SetPassword {...part} officer={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}
