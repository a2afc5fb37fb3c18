import { CloseButton, Kbd, TextInput, Textarea } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { useConsole } from '../console.ts';
import { keys } from '../model/desk.ts';
import { addCode, addMade, dropCode, dropMade, keepsDossiers, most, needsSaid } from '../model/outcome.ts';
import { DossierDue } from './DossierDue.tsx';
import { Press } from './Press.tsx';

/** Dossier codes, typed, scanned or made by the server, one Enter each; when they are due, and what is missing. */
export function Dossiers(): ReactNode {
  const { words, language, draft, changeDraft } = useConsole();
  const own = dossierWords[language];
  const keeps = keepsDossiers(draft);
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
        {keeps && (
          <Press sends={false} can={draft.procedures.length > 0} onPress={() => changeDraft(addMade)}>
            {own.makeCode}
          </Press>
        )}
      </div>
      {needsSaid(draft) && (
        <Textarea
          label={draft.result === 'supplement' ? own.missing : own.reason}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={most.noteLength}
          value={draft.said}
          onChange={({ currentTarget: { value } }) => changeDraft((now) => ({ ...now, said: value }))}
        />
      )}
      {keeps && draft.procedures.length === 0 && <p className="dossiers-hint">{own.needsProcedure}</p>}
      <ul data-dated={keeps || undefined}>
        {draft.dossierCodes.map((code) => (
          <li key={code}>
            <b className="tabular">{code}</b>
            {keeps && <DossierDue code={code} />}
            <CloseButton
              size="sm"
              aria-label={fill(words.remove, { name: code })}
              onClick={() => changeDraft((now) => dropCode(now, code))}
            />
          </li>
        ))}
        {keeps &&
          draft.made.map((procedureKey, place) => (
            <li key={`${place} ${procedureKey}`}>
              <b>{own.madeCode}</b>
              <DossierDue procedureKey={procedureKey} />
              <CloseButton
                size="sm"
                aria-label={own.removeMade}
                onClick={() => changeDraft((now) => dropMade(now, place))}
              />
            </li>
          ))}
      </ul>
    </div>
  );
}
