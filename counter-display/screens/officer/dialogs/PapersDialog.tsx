import type { ReactNode } from 'react';
import type { DossierPaper } from '../../../../shared/contract/views/dossier.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { PrintPapers } from '../../staff/dossiers/PrintPapers.tsx';
import { useConsole } from '../console.ts';
import { Shell } from './Shell.tsx';

/** What the visitor takes home of dossiers, to be printed. */
export function PapersDialog({ papers }: { readonly papers: readonly DossierPaper[] }): ReactNode {
  const { view, language, words, closeDialog } = useConsole();
  return (
    <Shell title={dossierWords[language].paperTitle} size={640}>
      <PrintPapers
        papers={papers}
        office={view.office}
        language={language}
        closeLabel={words.close}
        onClose={closeDialog}
      />
    </Shell>
  );
}
