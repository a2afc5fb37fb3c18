import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { ConnectionPart } from './useConnections.ts';

/** Lists that other programs lay into a folder of the server. */
export function Drop({ data, view, request, language, disabled, reload }: ConnectionPart): ReactNode {
  const words = connectionsWords[language];
  const { timeZone } = view.office;
  const { on, folder, files } = data.drop;
  const set = async (next: boolean): Promise<void> => {
    if ((await request.send('drop:setUp', { on: next })) === null) return;
    await reload();
    request.say({ kind: 'note', text: next ? words.dropSwitchedOn : words.dropSwitchedOff });
  };
  return (
    <section>
      <h2>{words.drop}</h2>
      <p className="manage-soft">{words.dropHelp}</p>
      <Switch
        label={words.dropOn}
        checked={on}
        disabled={disabled}
        onChange={(event) => void set(event.currentTarget.checked)}
      />
      <p className="connections-folder">
        {words.dropFolder}: <code>{folder}/in</code>
      </p>
      {files.length === 0 ? (
        <p>{words.noFiles}</p>
      ) : (
        <ul className="connections-list" aria-label={words.drop}>
          {files.map(({ id, name, at, outcome, added, what }) => (
            <li key={id}>
              <div className="connections-what">
                <span>
                  <b>{name}</b> · {sayTime(at, timeZone)} {sayDate(at, timeZone)}
                </span>
                <p data-trouble={outcome === 'failed'}>
                  {fill(words[`outcome_${outcome}`], { n: added })}
                  {what === null ? '' : `: ${what.split('\n')[language === 'vi' ? 0 : 1] ?? what}`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
