import { CloseButton, Kbd, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { useConsole } from '../console.ts';
import { keys } from '../model/desk.ts';
import { addCode, dropCode, most } from '../model/outcome.ts';
import { Press } from './Press.tsx';

/** Dossier codes, typed or scanned, one Enter each. */
export function Dossiers(): ReactNode {
  const { words, draft, changeDraft } = useConsole();
  const add = (): void => changeDraft((now) => addCode(now, now.code));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="dossiers">
      <div className="typed-row">
        <TextInput
          label={
            <>
              {words.dossiers} <Kbd aria-hidden="true">{keys.dossier}</Kbd>
            </>
          }
          aria-label={words.dossiers}
          placeholder={words.dossierHint}
          aria-keyshortcuts={keys.dossier}
          data-place="dossier"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={most.codeLength}
          value={draft.code}
          onChange={({ currentTarget: { value } }) => changeDraft((now) => ({ ...now, code: value }))}
          onKeyDown={onKeyDown}
        />
        <Press sends={false} can={draft.code.trim() !== ''} onPress={add}>
          {words.addDossier}
        </Press>
      </div>
      <ul>
        {draft.dossierCodes.map((code) => (
          <li key={code} className="tabular">
            {code}
            <CloseButton
              size="sm"
              aria-label={fill(words.remove, { name: code })}
              onClick={() => changeDraft((now) => dropCode(now, code))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
