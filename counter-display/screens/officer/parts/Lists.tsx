import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { useServerTime } from '../../../../shared/link/useLink.ts';
import { useConsole } from '../console.ts';
import type { Tab } from '../model/desk.ts';
import { deskState, keys, tabs } from '../model/desk.ts';
import { found, rowsOf } from '../model/lists.ts';
import { ListFilter } from './ListFilter.tsx';
import { Press } from './Press.tsx';
import { Rows } from './Rows.tsx';

/** Everybody who is not at the desk, in one list at a time. */
export function Lists({ onTab }: { readonly onTab: (tab: Tab) => void }): ReactNode {
  const { view, words, tab } = useConsole();
  return (
    <section className="lists" aria-label={words.lists}>
      <Tabs
        value={tab}
        onChange={(next) => onTab(tabs.find((one) => one === next) ?? 'line')}
        keepMounted={false}
      >
        <Tabs.List grow>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one} aria-keyshortcuts={keys[one]}>
              <span>{words[`tab_${one}`]}</span>
              <span>
                <b className="tabular">{view[one].length}</b>
                <kbd aria-hidden="true">{keys[one]}</kbd>
              </span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          <List key={tab} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function List(): ReactNode {
  const { view, words, language, link, tab, run } = useConsole();
  const now = useServerTime(link);
  const [query, setQuery] = useState('');
  const [fieldId, setFieldId] = useState<number | null>(null);
  const all = rowsOf(tab, view);
  const add = tab === 'appointments' ? 'appointment' : 'add';
  return (
    <div className="list">
      <ListFilter query={query} onQuery={setQuery} fieldId={fieldId} onField={setFieldId} />
      <Rows
        rows={found(all, fieldId, query)}
        none={all.length === 0 ? words[`empty_${tab}`] : null}
        query={query}
        now={now}
      />
      {deskState(view) !== 'none' && (
        <Press sends={false} shortcut={keys[add]} onPress={() => run(add)}>
          {add === 'add' ? words.add : words.addAppointment}
        </Press>
      )}
      {deskState(view) !== 'none' && (
        <Press sends={false} variant="subtle" shortcut={keys.dossiers} onPress={() => run('dossiers')}>
          {dossierWords[language].find}
        </Press>
      )}
    </div>
  );
}
