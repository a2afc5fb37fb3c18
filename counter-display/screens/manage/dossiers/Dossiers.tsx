import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DossierPaper, DossierRow } from '../../../../shared/contract/views/dossier.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { manageDossierWords } from '../../../../shared/i18n/screens/manageDossiers.ts';
import { DossierSearch } from '../../staff/dossiers/DossierSearch.tsx';
import { PrintPapers } from '../../staff/dossiers/PrintPapers.tsx';
import { Dialog } from '../dialog/Dialog.tsx';
import type { Part } from '../part.ts';
import { WriteLetter } from './WriteLetter.tsx';

const lists = ['open', 'overdue', 'dueSoon', 'supplement', 'ready'] as const;
type List = (typeof lists)[number];

/** How many dossiers wait for what, and each of them. */
export function Dossiers(part: Part & { readonly now: () => number }): ReactNode {
  const { view, request, language, disabled, now } = part;
  const words = manageDossierWords[language];
  const [which, setWhich] = useState<List>(view.dossiers.figures.overdue > 0 ? 'overdue' : 'open');
  const [paper, setPaper] = useState<DossierPaper | null>(null);
  const [letter, setLetter] = useState<DossierRow | null>(null);
  const { figures } = view.dossiers;
  return (
    <section>
      <h2>{words.list}</h2>
      <SegmentedControl
        className="dossier-lists"
        aria-label={words.list}
        value={which}
        onChange={(value) => setWhich(value)}
        data={lists.map((value) => ({ value, label: `${words[`which_${value}`]}: ${figures[value]}` }))}
      />
      <p className="manage-soft">{words.soonMore}</p>
      <DossierSearch
        key={which}
        which={which}
        request={request}
        language={language}
        timeZone={view.office.timeZone}
        hours={view.hours}
        now={now()}
        disabled={disabled}
        version={JSON.stringify(figures)}
        onDone={(text) => request.say({ kind: 'note', text })}
        onPaper={setPaper}
        onLetter={setLetter}
      />
      {paper !== null && (
        <Dialog
          language={language}
          title={dossierWords[language].paperTitle}
          size="lg"
          onClose={() => setPaper(null)}
        >
          <PrintPapers
            papers={[paper]}
            office={view.office}
            language={language}
            closeLabel={words.close}
            onClose={() => setPaper(null)}
          />
        </Dialog>
      )}
      {letter !== null && <WriteLetter {...part} dossier={letter} onClose={() => setLetter(null)} />}
    </section>
  );
}
