import { Button, Group, NumberInput, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { sayField } from '../../staff/fieldNames.ts';
import { useEdited } from '../form/useEdited.ts';
import type { Part } from '../part.ts';

type Field = View<'manage'>['fields'][number];

function Quota({ field, request, language, disabled }: Part & { readonly field: Field }): ReactNode {
  const words = manageOfficeWords[language];
  const { shown: quota, isEdited, edit, saved } = useEdited(field.dailyQuota, request);
  const name = field.name[language];
  const save = (): void =>
    void saved(
      request.send('field:setQuota', { fieldId: field.id, dailyQuota: quota }),
      fill(words.quotaSaved, { field: name }),
    );
  return (
    <Table.Tr>
      <Table.Td fw={600}>{sayField(field, language)}</Table.Td>
      <Table.Td className="tabular">{fill(words.issuedToday, { n: field.issuedToday })}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <NumberInput
            aria-label={fill(words.quotaOf, { field: name })}
            value={quota ?? ''}
            min={0}
            max={9999}
            allowDecimal={false}
            clampBehavior="strict"
            w={110}
            onChange={(value) => edit(value === '' ? null : Number(value))}
          />
          <Button
            size="compact-md"
            variant="default"
            aria-label={`${manageWords[language].save}: ${name}`}
            disabled={disabled || !isEdited}
            onClick={save}
          >
            {manageWords[language].save}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** How many numbers each field gives in a day. */
export function Quotas(part: Part): ReactNode {
  const words = manageOfficeWords[part.language];
  return (
    <section>
      <h2>{words.quotas}</h2>
      <p className="manage-soft">{words.quotasHelp}</p>
      <Table.ScrollContainer minWidth={520}>
        <Table verticalSpacing={6} fz="md">
          <Table.Tbody>
            {part.view.fields.map((field) => (
              <Quota key={field.id} {...part} field={field} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
