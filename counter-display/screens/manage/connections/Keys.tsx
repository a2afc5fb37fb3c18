import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ApiKeyRow } from '../../../../shared/contract/requests/integration.ts';
import { scopeWords } from '../../../../shared/i18n/api.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import { Confirm } from '../dialog/Confirm.tsx';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { MakeKey } from './MakeKey.tsx';
import { Secret } from './Secret.tsx';
import type { ConnectionPart } from './useConnections.ts';

/** What is known of a key: who made it, how long it is good, when it was used. */
function factsOf(key: ApiKeyRow, { language, view, now }: ConnectionPart): string {
  const words = connectionsWords[language];
  const { timeZone } = view.office;
  const date = (at: number): string => sayDate(at, timeZone);
  const { expiresAt, usedAt } = key;
  const ends = expiresAt !== null && expiresAt <= now() ? words.over : words.endsOn;
  return [
    `${key.prefix}…`,
    fill(words.madeBy, { name: key.madeBy, date: date(key.madeAt) }),
    expiresAt === null ? words.endless : fill(ends, { date: date(expiresAt) }),
    usedAt === null
      ? words.unused
      : fill(words.usedAt, { time: sayTime(usedAt, timeZone), date: date(usedAt) }),
  ].join(' · ');
}

/** The keys by which other systems come in. */
export function Keys(part: ConnectionPart): ReactNode {
  const { data, request, language, disabled, reload } = part;
  const words = connectionsWords[language];
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly key: string } | null>(null);
  const [leaving, setLeaving] = useState<ApiKeyRow | null>(null);
  const revoke = async ({ id, name }: ApiKeyRow): Promise<void> => {
    if ((await request.send('apiKey:revoke', { keyId: id })) === null) return;
    setLeaving(null);
    await reload();
    request.say({ kind: 'note', text: fill(words.revoked, { name }) });
  };
  return (
    <section>
      <div className="manage-title">
        <h2>{words.keys}</h2>
        <Button disabled={disabled} onClick={() => setMaking(true)}>
          {words.makeKey}
        </Button>
      </div>
      <p className="manage-soft">{words.keysHelp}</p>
      {data.keys.length === 0 ? (
        <p>{words.noKeys}</p>
      ) : (
        <ul className="connections-list" aria-label={words.keys}>
          {data.keys.map((key) => (
            <li key={key.id}>
              <div className="connections-what">
                <b>{key.name}</b>
                <span>{key.scopes.map((scope) => scopeWords[language][scope]).join(' · ')}</span>
                <p>{factsOf(key, part)}</p>
              </div>
              <Button
                variant="default"
                disabled={disabled}
                aria-label={`${words.revoke}: ${key.name}`}
                onClick={() => setLeaving(key)}
              >
                {words.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {making && (
        <MakeKey
          {...part}
          onMade={(key) => {
            setMaking(false);
            setMade(key);
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {made !== null && (
        <Secret
          language={language}
          title={fill(words.keyMade, { name: made.name })}
          more={words.keyOnce}
          secret={made.key}
          onClose={() => setMade(null)}
        />
      )}
      {leaving !== null && (
        <Confirm
          {...part}
          title={fill(words.revokeTitle, { name: leaving.name })}
          more={words.revokeMore}
          keep={manageWords[language].cancel}
          act={words.revoke}
          onAct={() => revoke(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}
