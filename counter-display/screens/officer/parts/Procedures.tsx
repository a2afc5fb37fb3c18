import { ActionIcon, Kbd, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { useConsole } from '../console.ts';
import { keys } from '../model/desk.ts';
import { addProcedure, setCount } from '../model/outcome.ts';
import { byFold } from './FieldSelect.tsx';

/** The procedures done, with how often; found without marks, those of the visitor's field first. */
export function Procedures({ fieldId }: { readonly fieldId: number }): ReactNode {
  const { view, words, language, draft, changeDraft } = useConsole();
  const [query, setQuery] = useState('');
  const nameOf = (key: string): string =>
    view.procedures.find((procedure) => procedure.key === key)?.name[language] ?? key;
  const sorted = [...view.procedures].sort(
    (a, b) => Number(b.fieldId === fieldId) - Number(a.fieldId === fieldId),
  );
  return (
    <div className="procedures">
      <Select
        label={
          <>
            {words.procedures} <Kbd aria-hidden="true">{keys.procedure}</Kbd>
          </>
        }
        aria-label={words.procedures}
        placeholder={words.findProcedure}
        aria-keyshortcuts={keys.procedure}
        data-place="procedure"
        searchable
        openOnFocus={false}
        searchValue={query}
        onSearchChange={setQuery}
        value={null}
        data={sorted.map(({ key, name }) => ({ value: key, label: name[language] }))}
        filter={byFold}
        nothingFoundMessage={words.noProcedure}
        onChange={(key) => {
          setQuery('');
          if (key !== null) changeDraft((now) => addProcedure(now, key));
        }}
      />
      <ul>
        {draft.procedures.map(({ key, count }) => {
          const name = nameOf(key);
          const step = (by: number): void => changeDraft((now) => setCount(now, key, count + by));
          return (
            <li key={key}>
              <span>{name}</span>
              <ActionIcon variant="default" aria-label={fill(words.less, { name })} onClick={() => step(-1)}>
                −
              </ActionIcon>
              <b className="tabular">{count}</b>
              <ActionIcon variant="default" aria-label={fill(words.more, { name })} onClick={() => step(1)}>
                +
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
