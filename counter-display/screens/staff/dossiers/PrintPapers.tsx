import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { DossierPaper as Facts } from '../../../../shared/contract/views/dossier.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import type { Office, Size } from './DossierPaper.tsx';
import { DossierPaper } from './DossierPaper.tsx';

const sizes = ['roll', 'a5'] as const satisfies readonly Size[];
/** The printer's sheet; it comes after every other rule of the page, and so holds while this is open. */
const pageOf: Readonly<Record<Size, string>> = {
  roll: '@page { size: 80mm 200mm; margin: 4mm; }',
  a5: '@page { size: A5; margin: 12mm; }',
};

type Props = {
  readonly papers: readonly Facts[];
  readonly office: Office;
  readonly language: Language;
  readonly closeLabel: string;
  readonly onClose: () => void;
};

/** Papers of dossiers, to be printed: on which paper, and what was received. Without its mark a paper is not listed. */
export function PrintPapers({ papers, office, language, closeLabel, onClose }: Props): ReactNode {
  const words = dossierWords[language];
  const [size, setSize] = useState<Size>('roll');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string): void => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const keyOf = (paper: Facts, name: string): string => `${paper.id} ${name}`;
  return (
    <div className="dossier-papers">
      {papers.map((paper) => (
        <section key={paper.id}>
          <h3>
            <b className="tabular">{paper.code}</b> {paper.procedure[language]}
          </h3>
          {paper.papers.length > 0 && (
            <fieldset>
              <legend>{words.papersReceived}</legend>
              {paper.papers.map((name) => (
                <Checkbox
                  key={name}
                  label={name}
                  checked={!left.has(keyOf(paper, name))}
                  onChange={() => toggle(keyOf(paper, name))}
                />
              ))}
            </fieldset>
          )}
        </section>
      ))}
      <SegmentedControl
        aria-label={words.size}
        value={size}
        onChange={(value) => setSize(value)}
        data={sizes.map((value) => ({ value, label: words[`size_${value}`] }))}
      />
      <div className="dossier-form-end">
        <Button variant="default" onClick={onClose}>
          {closeLabel}
        </Button>
        <Button data-autofocus onClick={() => window.print()}>
          {words.printPaper}
        </Button>
      </div>
      {createPortal(
        <div className="slip" data-paper={size} aria-hidden="true" lang="vi">
          <style>{pageOf[size]}</style>
          {papers.map((paper) => (
            <DossierPaper
              key={paper.id}
              paper={{ ...paper, papers: paper.papers.filter((name) => !left.has(keyOf(paper, name))) }}
              office={office}
              size={size}
            />
          ))}
        </div>,
        document.body,
      )}
    </div>
  );
}
