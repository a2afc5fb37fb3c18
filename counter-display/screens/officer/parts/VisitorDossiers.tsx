import type { ReactNode } from 'react';
import type { DossierNamed } from '../../../../shared/contract/views/dossier.ts';
import { dossierStateWords } from '../../../../shared/i18n/dossier.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { useServerTime } from '../../../../shared/link/useLink.ts';
import { sayDue } from '../../staff/dossiers/due.ts';
import { useConsole } from '../console.ts';

/** What the visitor at the desk has with the office, open ones first; nothing if there is nothing. */
export function VisitorDossiers({ dossiers }: { readonly dossiers: readonly DossierNamed[] }): ReactNode {
  const { view, language, link } = useConsole();
  const now = useServerTime(link);
  if (dossiers.length === 0) return null;
  return (
    <section>
      <h2>{dossierWords[language].visitors}</h2>
      <ul>
        {dossiers.map((dossier) => (
          <li key={dossier.id}>
            <b className="tabular">{dossier.code}</b> · {dossierStateWords[language][dossier.state]}
            {dossier.state === 'received' && ` · ${sayDue(dossier, now, view.office.timeZone, language)}`}
            <small>{dossier.procedure[language]}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
