import { Badge, Button, Group, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import { priorityWords } from '../../../../shared/i18n/screens/managePriority.ts';
import { Confirm } from '../dialog/Confirm.tsx';
import type { Part } from '../part.ts';
import { Arrows, RowActs } from '../rows/RowButtons.tsx';
import type { Undo } from '../texts/UndoBar.tsx';
import { UndoBar } from '../texts/UndoBar.tsx';
import { ClassForm } from './ClassForm.tsx';

export type PriorityRow = View<'manage'>['priorityClasses'][number];
type Open =
  | { readonly kind: 'edit'; readonly row: PriorityRow | null }
  | { readonly kind: 'remove'; readonly row: PriorityRow };

type RowProps = Part & {
  readonly row: PriorityRow;
  readonly index: number;
  readonly onOpen: (open: Open) => void;
};

function Row({ row, index, view, request, language, disabled, onOpen }: RowProps): ReactNode {
  const words = priorityWords[language];
  const name = row.name[language];
  return (
    <Table.Tr>
      <Table.Td className="manage-nowrap">
        <Arrows
          {...{ name, language, disabled, index }}
          order={view.priorityClasses.map(({ code }) => code)}
          onOrder={(codes) => void request.send('priority:order', { codes })}
        />
      </Table.Td>
      <Table.Td>
        {name}{' '}
        {!row.asked && (
          <Badge className="manage-badge priority-mark" color="gray" variant="outline">
            {words.notAsked}
          </Badge>
        )}
      </Table.Td>
      <Table.Td className="manage-actions">
        <RowActs
          {...{ name, language, disabled }}
          onEdit={() => onOpen({ kind: 'edit', row })}
          onRemove={() => onOpen({ kind: 'remove', row })}
        />
      </Table.Td>
    </Table.Tr>
  );
}

/** The classes of people who are called first, in the order in which they are offered. */
export function Classes(part: Part): ReactNode {
  const { view, request, language, disabled } = part;
  const words = priorityWords[language];
  const [open, setOpen] = useState<Open | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const close = (): void => setOpen(null);
  const saved = ({ code, ...setting }: PriorityRow): void =>
    setUndo({
      text: fill(words.saved, { name: setting.name[language] }),
      act: async () => (await request.send('priority:save', { code, setting })) !== null,
    });
  const remove = async ({ code, name }: PriorityRow): Promise<void> => {
    if ((await request.send('priority:remove', { code })) === null) return;
    request.say({ kind: 'note', text: fill(words.removed, { name: name[language] }) });
    setUndo(null);
    close();
  };
  return (
    <section>
      <Group justify="space-between">
        <h2>{words.groups}</h2>
        <Button disabled={disabled} onClick={() => setOpen({ kind: 'edit', row: null })}>
          {words.add}
        </Button>
      </Group>
      <p className="manage-soft">{words.groupsMore}</p>
      {view.priorityClasses.every(({ asked }) => !asked) && <p role="status">{words.nobodyAsked}</p>}
      <UndoBar {...part} undo={undo} onUndone={() => setUndo(null)} />
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="xs" fz="md">
          <Table.Tbody>
            {view.priorityClasses.map((row, index) => (
              <Row key={row.code} {...part} row={row} index={index} onOpen={setOpen} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {open?.kind === 'edit' && <ClassForm {...part} row={open.row} onSaved={saved} onClose={close} />}
      {open?.kind === 'remove' && (
        <Confirm
          {...part}
          title={fill(words.remove, { name: open.row.name[language] })}
          more={words.removeMore}
          keep={manageSetUpWords[language].keep}
          act={manageSetUpWords[language].remove}
          onAct={() => remove(open.row)}
          onClose={close}
        />
      )}
    </section>
  );
}
