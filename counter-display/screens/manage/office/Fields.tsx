import { Button, Group, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import { Confirm } from '../dialog/Confirm.tsx';
import type { Part } from '../part.ts';
import { Arrows, RowActs } from '../rows/RowButtons.tsx';
import { FieldForm } from './FieldForm.tsx';

export type Field = View<'manage'>['fields'][number];
type Open =
  | { readonly kind: 'edit'; readonly field: Field | null }
  | { readonly kind: 'remove'; readonly field: Field };

type RowProps = Part & {
  readonly field: Field;
  readonly index: number;
  readonly onOpen: (open: Open) => void;
};

function Row({ field, index, view, request, language, disabled, onOpen }: RowProps): ReactNode {
  const words = manageSetUpWords[language];
  const name = field.name[language];
  return (
    <Table.Tr>
      <Table.Td className="manage-nowrap">
        <Arrows
          {...{ name, language, disabled, index }}
          order={view.fields.map(({ id }) => id)}
          onOrder={(fieldIds) => void request.send('field:order', { fieldIds })}
        />
      </Table.Td>
      <Table.Td>
        <span className="manage-field" style={{ borderColor: field.colour }}>
          <b>{field.prefix}</b> {name}
        </span>
        <small className="manage-soft manage-block">{field.description[language]}</small>
      </Table.Td>
      <Table.Td className="manage-nowrap tabular">
        {fill(words.minutes, { n: Math.round(field.serviceMs / 60_000) })}
      </Table.Td>
      <Table.Td className="manage-actions">
        <RowActs
          {...{ name, language, disabled }}
          onEdit={() => onOpen({ kind: 'edit', field })}
          onRemove={() => onOpen({ kind: 'remove', field })}
        />
      </Table.Td>
    </Table.Tr>
  );
}

/** The fields that kiosks offer, in their order. */
export function Fields(part: Part): ReactNode {
  const { view, request, language, disabled } = part;
  const words = manageSetUpWords[language];
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const remove = async (field: Field): Promise<void> => {
    if ((await request.send('field:remove', { fieldId: field.id })) === null) return;
    request.say({ kind: 'note', text: fill(words.fieldRemoved, { name: field.name[language] }) });
    close();
  };
  return (
    <section>
      <Group justify="space-between">
        <h2>{words.fields}</h2>
        <Button disabled={disabled} onClick={() => setOpen({ kind: 'edit', field: null })}>
          {words.addField}
        </Button>
      </Group>
      <p className="manage-soft">{words.fieldsHelp}</p>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing="xs" fz="md">
          <Table.Tbody>
            {view.fields.map((field, index) => (
              <Row key={field.id} {...part} field={field} index={index} onOpen={setOpen} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {open?.kind === 'edit' && <FieldForm {...part} field={open.field} onClose={close} />}
      {open?.kind === 'remove' && (
        <Confirm
          {...part}
          title={fill(words.removeField, { name: open.field.name[language] })}
          more={words.removeFieldMore}
          keep={words.keep}
          act={words.remove}
          onAct={() => remove(open.field)}
          onClose={close}
        />
      )}
    </section>
  );
}
