import { Kbd, Select, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useConsole } from '../console.ts';
import { keys } from '../model/desk.ts';
import { rowsOf } from '../model/lists.ts';
import { byFold } from './FieldSelect.tsx';
import { focusRow } from './Rows.tsx';

type Props = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly fieldId: number | null;
  readonly onField: (fieldId: number | null) => void;
};

/** Narrows a list to a number or name and to one of the fields in it. */
export function ListFilter({ query, onQuery, fieldId, onField }: Props): ReactNode {
  const { view, words, language, tab } = useConsole();
  const inList = new Set<number>(rowsOf(tab, view).map(({ of }) => of.fieldId));
  const fields = view.fields.filter(({ id }) => inList.has(id) || id === fieldId);
  const intoList = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    focusRow(0);
  };
  return (
    <div className="list-filter" role="search">
      <TextInput
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        aria-keyshortcuts={keys.search}
        data-place="search"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={({ currentTarget: { value } }) => onQuery(value)}
        onKeyDown={intoList}
        rightSection={<Kbd aria-hidden="true">{keys.search}</Kbd>}
      />
      <Select
        aria-label={words.field}
        allowDeselect={false}
        value={fieldId === null ? '' : String(fieldId)}
        data={[
          { value: '', label: words.everyField },
          ...fields.map(({ id, name }) => ({ value: String(id), label: name[language] })),
        ]}
        filter={byFold}
        onChange={(id) => onField(id === null || id === '' ? null : Number(id))}
      />
    </div>
  );
}
