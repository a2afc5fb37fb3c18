import { Button, Group, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import { Confirm } from '../dialog/Confirm.tsx';
import type { Part } from '../part.ts';
import { CounterForm } from './CounterForm.tsx';
import { CounterFields } from './CounterFields.tsx';

type Counter = View<'manage'>['counters'][number];
type Open =
  | { readonly kind: 'fields' | 'edit' | 'remove'; readonly counter: Counter }
  | { readonly kind: 'add'; readonly counter: null };

/** The counters and the fields they serve. */
export function Counters(part: Part): ReactNode {
  const { view, request, language, disabled } = part;
  const words = manageOfficeWords[language];
  const setUp = manageSetUpWords[language];
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const remove = async ({ id, number }: Counter): Promise<void> => {
    if ((await request.send('counter:remove', { counterId: id })) === null) return;
    request.say({ kind: 'note', text: fill(setUp.counterRemoved, { n: number }) });
    close();
  };
  const actions = { fields: words.servedFields, edit: setUp.edit, remove: setUp.remove };
  const namesOf = ({ fieldIds }: Counter): string =>
    view.fields
      .filter(({ id }) => fieldIds.includes(id))
      .map(({ name }) => name[language])
      .join(' · ');
  return (
    <section>
      <Group justify="space-between">
        <h2>{words.counters}</h2>
        <Button disabled={disabled} onClick={() => setOpen({ kind: 'add', counter: null })}>
          {setUp.addCounter}
        </Button>
      </Group>
      <Table className="manage-blocks" verticalSpacing="xs" fz="md">
        <Table.Tbody>
          {view.counters.map((counter) => (
            <Table.Tr key={counter.id}>
              <Table.Td fw={600} className="manage-nowrap">
                {fill(manageWords[language].counterN, { n: counter.number })}
              </Table.Td>
              <Table.Td>{namesOf(counter) || words.noFields}</Table.Td>
              <Table.Td className="manage-actions">
                {(['fields', 'edit', 'remove'] as const).map((kind) => (
                  <Button
                    key={kind}
                    size="compact-md"
                    variant="default"
                    disabled={disabled}
                    aria-label={`${actions[kind]}. ${fill(kind === 'fields' ? words.counterFields : manageWords[language].counterN, { n: counter.number })}`}
                    onClick={() => setOpen({ kind, counter })}
                  >
                    {actions[kind]}
                  </Button>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {open?.kind === 'fields' && <CounterFields {...part} counter={open.counter} onClose={close} />}
      {(open?.kind === 'add' || open?.kind === 'edit') && (
        <CounterForm {...part} counter={open.counter} onClose={close} />
      )}
      {open?.kind === 'remove' && (
        <Confirm
          {...part}
          title={fill(setUp.removeCounter, { n: open.counter.number })}
          more={setUp.removeCounterMore}
          keep={setUp.keep}
          act={setUp.remove}
          onAct={() => remove(open.counter)}
          onClose={close}
        />
      )}
    </section>
  );
}
