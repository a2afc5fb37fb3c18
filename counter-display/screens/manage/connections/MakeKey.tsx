import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ApiScope } from '../../../../shared/contract/apiScopes.ts';
import { apiScopes } from '../../../../shared/contract/apiScopes.ts';
import { scopeWords } from '../../../../shared/i18n/api.ts';
import { dayMs } from '../../../../shared/domain/localTime.ts';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import type { ConnectionPart } from './useConnections.ts';

type Props = ConnectionPart & {
  readonly onMade: (made: { readonly name: string; readonly key: string }) => void;
  readonly onClose: () => void;
};

/** After how many days a key ends; null: never. */
const ends = { end365: 365, end90: 90, endNever: null } as const;
type End = keyof typeof ends;

/** Who the key is for, and what it may do. */
export function MakeKey({ onMade, ...part }: Props): ReactNode {
  const { request, language, now, reload } = part;
  const words = connectionsWords[language];
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ApiScope[]>([]);
  const [end, setEnd] = useState<End>('end365');
  const make = async (): Promise<void> => {
    const days = ends[end];
    const expiresAt = days === null ? null : now() + days * dayMs;
    const called = name.trim();
    const made = await request.send('apiKey:make', { name: called, scopes: [...scopes], expiresAt });
    if (made === null) return;
    await reload();
    onMade({ name: called, key: made.key });
  };
  return (
    <FormDialog
      {...part}
      title={words.makeKey}
      act={words.makeKey}
      size="lg"
      isWhole={name.trim() !== '' && scopes.length > 0}
      onSave={make}
    >
      <TextInput
        size="md"
        label={words.keyName}
        placeholder={words.keyNameHint}
        value={name}
        maxLength={60}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={words.keyScopes}
        value={[...scopes]}
        onChange={(chosen) => setScopes(apiScopes.filter((scope) => chosen.includes(scope)))}
      >
        <div className="connections-choices">
          {apiScopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={scopeWords[language][scope]} description={scope} />
          ))}
        </div>
      </Checkbox.Group>
      <NativeSelect
        size="md"
        label={words.keyEnds}
        data={(Object.keys(ends) as End[]).map((value) => ({ value, label: words[value] }))}
        value={end}
        onChange={(event) => setEnd(event.currentTarget.value as End)}
      />
    </FormDialog>
  );
}
