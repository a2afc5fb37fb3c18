import { Button, TextInput } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { RequestInput, RequestOutput } from '../../../../shared/contract/requests.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { Hours } from '../../../../shared/contract/settings.ts';
import type { DossierPaper, DossierRow } from '../../../../shared/contract/views/dossier.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import type { Request } from '../useRequest.ts';
import { DossierLine } from './DossierLine.tsx';

/** More would not be looked through. */
const shownAtMost = 50;

type Props = {
  readonly which: RequestInput<'dossier:find'>['which'];
  readonly request: Request;
  readonly language: Language;
  readonly timeZone: string;
  readonly hours: Hours;
  readonly now: number;
  readonly disabled: boolean;
  /** Changes when the lists may have changed otherwise. */
  readonly version?: string;
  /** Something was recorded, in words. */
  readonly onDone: (said: string) => void;
  readonly onPaper: (paper: DossierPaper) => void;
  /** Only for whoever may write letters. */
  readonly onLetter?: (dossier: DossierRow) => void;
};

/**
 * The dossiers of one list, found by code or name, each with what can be done with it. They are asked for when the list
 * is opened and after every change here, since names are opened only for who looks for them.
 */
export function DossierSearch({
  which,
  request,
  language,
  version = '',
  onDone,
  onPaper,
  ...rest
}: Props): ReactNode {
  const words = dossierWords[language];
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<RequestOutput<'dossier:find'> | null>(null);
  const { send } = request;
  const look = async (wanted: string): Promise<void> => {
    // Whoever searches a name looks among all of them.
    const list = wanted.trim() === '' ? which : 'all';
    const answer = await send('dossier:find', { which: list, query: wanted, limit: shownAtMost });
    if (answer !== null) setFound(answer);
  };
  const looked = useRef<string | null>(null);
  useEffect(() => {
    if (looked.current === version) return;
    looked.current = version;
    void look(query);
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!rest.disabled) void look(query);
  };
  const changed = async (code: string): Promise<void> => {
    await look(query);
    onDone(fill(words.done, { code }));
  };
  const print = async (dossierId: string): Promise<void> => {
    const paper = await send('dossier:paper', { dossierId });
    if (paper !== null) onPaper(paper);
  };
  return (
    <div className="dossier-search">
      <form onSubmit={submit} role="search">
        <TextInput
          label={words.search}
          placeholder={words.searchHint}
          value={query}
          maxLength={80}
          autoComplete="off"
          data-autofocus
          onChange={({ currentTarget: { value } }) => setQuery(value)}
        />
        <Button type="submit" disabled={rest.disabled}>
          {words.searchNow}
        </Button>
      </form>
      {found?.rows.length === 0 && <p role="status">{words.nothing}</p>}
      <ul className="dossier-lines">
        {found?.rows.map((dossier) => (
          <DossierLine
            key={dossier.id}
            {...rest}
            dossier={dossier}
            send={send}
            language={language}
            onChanged={() => void changed(dossier.code)}
            onPrint={() => void print(dossier.id)}
          />
        ))}
      </ul>
      {found !== null && found.rows.length < found.total && (
        <p>{fill(words.shown, { n: found.rows.length, total: found.total })}</p>
      )}
    </div>
  );
}
