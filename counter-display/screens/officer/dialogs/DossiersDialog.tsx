import type { ReactNode } from 'react';
import { useState } from 'react';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { useServerTime } from '../../../../shared/link/useLink.ts';
import { DossierSearch } from '../../staff/dossiers/DossierSearch.tsx';
import { useConsole } from '../console.ts';
import { Shell } from './Shell.tsx';

/** Finds dossiers by code or name, and records what became of them. */
export function DossiersDialog(): ReactNode {
  const { view, language, link, request, isCut, open } = useConsole();
  const [said, setSaid] = useState('');
  const now = useServerTime(link);
  return (
    <Shell title={dossierWords[language].find} size={980}>
      <p className="dialog-hint" role="status">
        {said}
      </p>
      <DossierSearch
        which="open"
        request={request}
        language={language}
        timeZone={view.office.timeZone}
        hours={view.hours}
        now={now}
        disabled={isCut || request.busy !== null}
        onDone={setSaid}
        onPaper={(paper) => open({ kind: 'papers', papers: [paper] })}
      />
    </Shell>
  );
}
