import type { ReactNode } from 'react';
import type { DossierPaper as Facts } from '../../../../shared/contract/views/dossier.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import { codePath } from '../../../../shared/ui/paper/code.ts';

export type Size = 'roll' | 'a5';
export type Office = { readonly name: { readonly vi: string }; readonly timeZone: string };

type Props = { readonly paper: Facts; readonly office: Office; readonly size: Size };

const words = dossierWords.vi;

/** What a visitor takes home of a dossier, in Vietnamese whatever the officer reads. Only seen by the printer. */
export function DossierPaper({ paper, office, size }: Props): ReactNode {
  const when = (at: number): string => `${sayTime(at, office.timeZone)} ngày ${sayDate(at, office.timeZone)}`;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.code, paper.code],
    [words.submittedBy, paper.name],
    [words.procedure, paper.procedure.vi],
    [words.receivedAt, when(paper.receivedAt)],
    [
      words.returnAt,
      paper.state === 'received' ? (paper.dueAt === null ? words.noDue : when(paper.dueAt)) : null,
    ],
    [words.stillMissing, paper.state === 'supplement' ? paper.text : null],
    [words.refusedFor, paper.state === 'refused' ? paper.text : null],
  ];
  const { size: side, path } = codePath(paper.statusUrl);
  return (
    <article className="dossier-paper">
      <p className="dossier-paper-office">{office.name.vi}</p>
      <h1>{words[`paper_${paper.state}`]}</h1>
      <dl>
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}:</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {paper.papers.length > 0 && (
        <>
          <p className="dossier-paper-list">{words.papersReceived}:</p>
          <ul>
            {paper.papers.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <div className="dossier-paper-code">
        <svg viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges">
          <path d={path} />
        </svg>
        <p>{words.scan}</p>
      </div>
      {size === 'a5' && (
        <div className="dossier-paper-signs">
          <Signature who={words.submitter} name={paper.name} />
          <Signature who={words.receiver} name={paper.officerName} />
        </div>
      )}
      {size === 'roll' && (
        <p>
          {words.receiver}: {paper.officerName}
        </p>
      )}
    </article>
  );
}

function Signature({ who, name }: { readonly who: string; readonly name: string | null }): ReactNode {
  return (
    <div>
      <b>{who}</b>
      <i>{words.signHere}</i>
      <span>{name}</span>
    </div>
  );
}
