import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ProcedureRow } from '../../../../shared/contract/procedure.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { catalogueWords, manageTextWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import type { Part } from '../part.ts';
import type { Undo } from '../texts/UndoBar.tsx';
import { UndoBar } from '../texts/UndoBar.tsx';
import { useRead } from '../texts/useRead.ts';
import { CatalogueFile } from './CatalogueFile.tsx';
import type { Wanted } from './find.ts';
import { found } from './find.ts';
import { ProcedureForm } from './ProcedureForm.tsx';
import { ProcedureTable } from './ProcedureTable.tsx';
import { settingOf } from './setting.ts';
import './catalogue.css';

/** What the office does: searched, filtered, changed, and exchanged with other programs. */
export function Catalogue(part: Part): ReactNode {
  const { view, request, language, disabled } = part;
  const words = catalogueWords[language];
  const { value, again } = useRead(request, view.catalogueStamp, () => request.send('procedure:list', {}));
  const [wanted, setWanted] = useState<Wanted>({ text: '', fieldId: null, state: 'used' });
  const [editing, setEditing] = useState<ProcedureRow | 'new' | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const rows = value?.rows ?? null;

  /** The row as it is by then: what is taken back must not take back somebody else's change. */
  const saved = (before: ProcedureRow): void =>
    setUndo({
      text: fill(words.saved, { name: before.name.vi }),
      act: async () => {
        const revision = before.revision + 1;
        const input = { key: before.key, revision, setting: settingOf(before) };
        return (await request.send('procedure:save', input)) !== null;
      },
    });
  const setInUse = async ({ key, name }: ProcedureRow, inUse: boolean): Promise<void> => {
    const put = async (now: boolean): Promise<boolean> =>
      (await request.send('procedure:setInUse', { key, inUse: now })) !== null;
    if (!(await put(inUse))) return;
    const text = fill(inUse ? words.restoredNow : words.retiredNow, { name: name[language] });
    setUndo({ text, act: () => put(!inUse) });
  };
  const close = (): void => setEditing(null);
  return (
    <>
      <section>
        <Group justify="space-between">
          <h2>{words.title}</h2>
          <Button disabled={disabled} onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        </Group>
        <p className="manage-soft">{words.more}</p>
        <Filter {...part} wanted={wanted} onWanted={setWanted} />
        <UndoBar {...part} undo={undo} onUndone={() => setUndo(null)} />
        {rows === null ? (
          <Waiting {...part} onAgain={again} />
        ) : (
          <ProcedureTable
            {...part}
            rows={found(rows, wanted)}
            total={rows.length}
            onEdit={setEditing}
            onInUse={(row, inUse) => void setInUse(row, inUse)}
          />
        )}
        {editing !== null && (
          <ProcedureForm
            {...part}
            procedure={editing === 'new' ? null : editing}
            onSaved={editing === 'new' ? () => setUndo(null) : () => saved(editing)}
            onClose={close}
          />
        )}
      </section>
      <CatalogueFile {...part} rows={rows} onWritten={() => setUndo(null)} />
    </>
  );
}

function Waiting({ request, language, onAgain }: Part & { readonly onAgain: () => void }): ReactNode {
  const words = manageTextWords[language];
  if (request.busy !== null) return <p role="status">{words.waiting}</p>;
  return (
    <Button variant="default" onClick={onAgain}>
      {words.again}
    </Button>
  );
}

type FilterProps = Part & { readonly wanted: Wanted; readonly onWanted: (wanted: Wanted) => void };

function Filter({ view, language, wanted, onWanted }: FilterProps): ReactNode {
  const words = catalogueWords[language];
  const states = { used: words.stateUsed, retired: words.stateRetired, all: words.stateAll } as const;
  return (
    <div className="manage-grid catalogue-filter" role="search">
      <TextInput
        size="md"
        label={words.search}
        placeholder={words.searchMore}
        value={wanted.text}
        maxLength={80}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => onWanted({ ...wanted, text: value })}
      />
      <NativeSelect
        size="md"
        label={words.field}
        value={String(wanted.fieldId ?? '')}
        data={[
          { value: '', label: words.allFields },
          ...view.fields.map(({ id, name }) => ({ value: String(id), label: name[language] })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onWanted({ ...wanted, fieldId: value === '' ? null : Number(value) })
        }
      />
      <NativeSelect
        size="md"
        label={words.state}
        value={wanted.state}
        data={(['used', 'retired', 'all'] as const).map((value) => ({ value, label: states[value] }))}
        onChange={({ currentTarget: { value } }) =>
          onWanted({ ...wanted, state: (['retired', 'all'] as const).find((one) => one === value) ?? 'used' })
        }
      />
    </div>
  );
}
