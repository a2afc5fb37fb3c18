import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { Hours } from '../../../../shared/contract/settings.ts';
import type { DossierRow } from '../../../../shared/contract/views/dossier.ts';
import type { DossierStep } from '../../../../shared/domain/dossier.ts';
import { explained } from '../../../../shared/domain/dossier.ts';
import { dossierStateWords } from '../../../../shared/i18n/dossier.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { sayDate } from '../../../../shared/i18n/time.ts';
import type { Request } from '../useRequest.ts';
import { isLate, sayDue } from './due.ts';
import type { Explained } from './StepForm.tsx';
import { StepForm } from './StepForm.tsx';

type Props = {
  readonly dossier: DossierRow;
  readonly send: Request['send'];
  readonly language: Language;
  readonly timeZone: string;
  readonly hours: Hours;
  readonly now: number;
  readonly disabled: boolean;
  readonly onChanged: () => void;
  readonly onPrint: () => void;
  readonly onLetter?: (dossier: DossierRow) => void;
};

/** One dossier: what it is, when it is due, and what can be done with it now. */
export function DossierLine(props: Props): ReactNode {
  const { dossier, send, language, timeZone, now, disabled, onChanged, onPrint, onLetter } = props;
  const words = dossierWords[language];
  const [asking, setAsking] = useState<DossierStep | null>(null);
  const { id: dossierId, code, name, procedure, state, steps, text } = dossier;
  const take = async (kind: DossierStep, more: Explained = { text: null, dueAt: null }): Promise<void> => {
    if ((await send('dossier:step', { dossierId, kind, ...more })) === null) return;
    setAsking(null);
    onChanged();
  };
  const label = (what: string): string => `${what} ${code}`;
  return (
    <li data-late={isLate(dossier, now) || undefined}>
      <div className="dossier-what">
        <p>
          <b className="tabular">{code}</b>{' '}
          <span className="dossier-state">{dossierStateWords[language][state]}</span>
        </p>
        <p>{procedure[language]}</p>
        <p className="dossier-soft">
          {[
            name,
            fill(words.receivedOn, { when: sayDate(dossier.receivedAt, timeZone) }),
            state === 'received' ? null : fill(words.since, { when: sayDate(dossier.since, timeZone) }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        {state === 'received' && <p className="dossier-due">{sayDue(dossier, now, timeZone, language)}</p>}
        {text !== null && <p className="dossier-text">{text}</p>}
      </div>
      <div className="dossier-steps">
        {steps.map((kind) => (
          <Button
            key={kind}
            size="compact-md"
            variant={kind === 'ready' || (kind === 'returned' && state === 'ready') ? 'filled' : 'default'}
            disabled={disabled}
            aria-label={label(words[`step_${kind}`])}
            aria-expanded={explained.includes(kind) ? asking === kind : undefined}
            onClick={() => (explained.includes(kind) ? setAsking(kind) : void take(kind))}
          >
            {words[`step_${kind}`]}
          </Button>
        ))}
        <Button
          size="compact-md"
          variant="subtle"
          disabled={disabled}
          aria-label={label(words.print)}
          onClick={onPrint}
        >
          {words.print}
        </Button>
        {onLetter !== undefined && (
          <Button
            size="compact-md"
            variant="subtle"
            disabled={disabled}
            aria-label={label(words.letter)}
            onClick={() => onLetter(dossier)}
          >
            {words.letter}
          </Button>
        )}
      </div>
      {asking !== null && (
        <StepForm
          {...props}
          kind={asking}
          onSend={(more) => void take(asking, more)}
          onClose={() => setAsking(null)}
        />
      )}
    </li>
  );
}
