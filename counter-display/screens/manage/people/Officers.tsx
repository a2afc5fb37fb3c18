import { Badge, Button, Group, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import { Confirm } from '../dialog/Confirm.tsx';
import type { Part } from '../part.ts';
import { OfficerForm } from './OfficerForm.tsx';
import { SetPassword } from './SetPassword.tsx';
import { Work } from './Work.tsx';

type Officer = View<'manage'>['officers'][number];
type Open =
  | { readonly kind: 'work' | 'password' | 'edit' | 'remove'; readonly officer: Officer }
  | { readonly kind: 'add' };

type DialogProps = Part & { readonly open: Open | null; readonly onClose: () => void };

function OfficerDialog({ open, ...part }: DialogProps): ReactNode {
  const words = manageSetUpWords[part.language];
  if (open === null) return null;
  if (open.kind === 'add') return <OfficerForm {...part} officer={null} />;
  const { officer } = open;
  if (open.kind === 'work') return <Work {...part} officer={officer} />;
  if (open.kind === 'password') return <SetPassword {...part} officer={officer} />;
  if (open.kind === 'edit') return <OfficerForm {...part} officer={officer} />;
  const remove = async (): Promise<void> => {
    if ((await part.request.send('officer:remove', { officerId: officer.id })) === null) return;
    part.request.say({ kind: 'note', text: fill(words.officerRemoved, { name: officer.name }) });
    part.onClose();
  };
  return (
    <Confirm
      {...part}
      title={fill(words.removeOfficer, { name: officer.name })}
      more={words.removeOfficerMore}
      keep={words.keep}
      act={words.remove}
      onAct={remove}
    />
  );
}

/** Who may log in, and where they work now. */
export function Officers(part: Part): ReactNode {
  const { view, language, disabled } = part;
  const words = manageWords[language];
  const more = manageOfficeWords[language];
  const [open, setOpen] = useState<Open | null>(null);
  const actions = {
    work: more.work,
    password: words.setPassword,
    edit: manageSetUpWords[language].edit,
    remove: manageSetUpWords[language].remove,
  };
  const workOf = ({ fields, mayPick }: Officer): string =>
    [
      fields.length === 0
        ? more.allFields
        : fields.map(({ fieldId }) => view.fields.find(({ id }) => id === fieldId)?.prefix).join(', '),
      ...(mayPick ? [more.mayPickShort] : []),
    ].join(' · ');
  return (
    <section>
      <Group justify="space-between">
        <h2>{words.officers}</h2>
        <Button disabled={disabled} onClick={() => setOpen({ kind: 'add' })}>
          {manageSetUpWords[language].addOfficer}
        </Button>
      </Group>
      <Table.ScrollContainer minWidth={820}>
        <Table verticalSpacing="xs" fz="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.name}</Table.Th>
              <Table.Th>{words.role}</Table.Th>
              <Table.Th>{words.atCounter}</Table.Th>
              <Table.Th>{more.servedFields}</Table.Th>
              <Table.Th ta="right">{words.password}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.officers.map((officer) => (
              <Table.Tr key={officer.id}>
                <Table.Td fw={600}>
                  {officer.name}
                  <small className="manage-soft manage-block">{officer.login}</small>
                </Table.Td>
                <Table.Td className="manage-nowrap">{words[officer.role]}</Table.Td>
                <Table.Td className="manage-nowrap">
                  {officer.counterNumber !== null && fill(words.counterN, { n: officer.counterNumber })}
                </Table.Td>
                <Table.Td>{workOf(officer)}</Table.Td>
                <Table.Td className="manage-actions">
                  <Badge color={officer.hasPassword ? 'green' : 'orange'} variant="light" c="dark">
                    {officer.hasPassword ? words.hasPassword : words.noPassword}
                  </Badge>
                  {(['work', 'password', 'edit', 'remove'] as const).map((kind) => (
                    <Button
                      key={kind}
                      size="compact-md"
                      variant="default"
                      disabled={disabled}
                      aria-label={`${actions[kind]}: ${officer.name}`}
                      onClick={() => setOpen({ kind, officer })}
                    >
                      {actions[kind]}
                    </Button>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <OfficerDialog {...part} open={open} onClose={() => setOpen(null)} />
    </section>
  );
}
