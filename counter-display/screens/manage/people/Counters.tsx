import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import type { Part } from '../part.ts';
import { CounterFields } from './CounterFields.tsx';

type Counter = View<'manage'>['counters'][number];

/** The counters and the fields they serve. */
export function Counters(part: Part): ReactNode {
  const { view, language, disabled } = part;
  const words = manageOfficeWords[language];
  const [chosen, setChosen] = useState<Counter | null>(null);
  const namesOf = ({ fieldIds }: Counter): string =>
    view.fields
      .filter(({ id }) => fieldIds.includes(id))
      .map(({ name }) => name[language])
      .join(' · ');
  return (
    <section>
      <h2>{words.counters}</h2>
      <Table verticalSpacing="xs" fz="md">
        <Table.Tbody>
          {view.counters.map((counter) => (
            <Table.Tr key={counter.id}>
              <Table.Td fw={600} className="manage-nowrap">
                {fill(manageWords[language].counterN, { n: counter.number })}
              </Table.Td>
              <Table.Td>{namesOf(counter) || words.noFields}</Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-md"
                  variant="default"
                  disabled={disabled}
                  aria-label={`${words.servedFields}. ${fill(words.counterFields, { n: counter.number })}`}
                  onClick={() => setChosen(counter)}
                >
                  {words.servedFields}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {chosen !== null && <CounterFields {...part} counter={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}
