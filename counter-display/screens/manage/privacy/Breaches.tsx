import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { BreachView } from '../../../../shared/contract/views/privacy.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import type { PrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { BreachForm } from './BreachForm.tsx';
import type { Page } from './PrintDialog.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import type { Timed } from './Privacy.tsx';
import { sayBreach, sayMoment } from './say.ts';

function pageOf(
  breach: BreachView,
  office: string,
  timeZone: string,
  state: string,
  words: PrivacyWords,
): Page {
  const { id, facts, noticedAt, reportBy, reportedAt } = breach;
  return {
    title: words.breachTitle,
    above: [office, fill(words.breachOf, { id, time: sayMoment(noticedAt, timeZone) })],
    facts: [
      [words.breachNoticed, sayMoment(noticedAt, timeZone)],
      [words.breachDeadline, sayMoment(reportBy, timeZone)],
      [words.breachReport, reportedAt === null ? words.breachNotReported : sayMoment(reportedAt, timeZone)],
      [words.breachState, state],
      [words.breachWhat, facts.what],
      [words.breachData, facts.data],
      [words.breachPeople, String(facts.people ?? words.breachPeopleUnknown)],
      [words.breachMeasures, facts.measures],
    ],
    below: [],
    sign: words.recordSign,
  };
}

/** The log of breaches, each with the 72 hours in which it is to be reported. */
export function Breaches(part: Timed): ReactNode {
  const { view, language, disabled, request, now } = part;
  const words = managePrivacyWords[language];
  const { timeZone } = view.office;
  const [editing, setEditing] = useState<BreachView | 'new' | null>(null);
  const [printed, setPrinted] = useState<BreachView | null>(null);
  const stateOf = (breach: BreachView) => sayBreach(breach, now(), timeZone, words);
  const step = (breach: BreachView, next: 'reported' | 'closed') => async (): Promise<void> => {
    const input = { breachId: breach.id, facts: breach.facts, step: next };
    if ((await request.send('breach:change', input)) !== null)
      request.say({ kind: 'note', text: words.breachSaved });
  };
  const button = (breach: BreachView, what: string, onClick: () => void): ReactNode => (
    <Button
      variant="default"
      disabled={disabled}
      aria-label={`${what}: ${fill(words.breachOf, { id: breach.id, time: '' })}`}
      onClick={onClick}
    >
      {what}
    </Button>
  );
  return (
    <section>
      <div className="manage-title">
        <h2>{words.breaches}</h2>
        <Button variant="default" disabled={disabled} onClick={() => setEditing('new')}>
          {words.addBreach}
        </Button>
      </div>
      <p className="manage-soft">{words.breachesHelp}</p>
      {view.privacy.breaches.length === 0 && <p>{words.noBreaches}</p>}
      <ul className="privacy-list privacy-breaches">
        {view.privacy.breaches.map((breach) => (
          <li key={breach.id} className={stateOf(breach).isLate ? 'privacy-late' : undefined}>
            <div>
              <strong>
                {fill(words.breachOf, { id: breach.id, time: sayMoment(breach.noticedAt, timeZone) })}
              </strong>
              <p className="privacy-standing">{stateOf(breach).text}</p>
              <p className="privacy-small">{breach.facts.what}</p>
            </div>
            <div className="manage-actions">
              {breach.closedAt === null && (
                <>
                  {button(breach, words.breachEdit, () => setEditing(breach))}
                  {breach.reportedAt === null &&
                    button(breach, words.breachReport, () => void step(breach, 'reported')())}
                  {button(breach, words.breachClose, () => void step(breach, 'closed')())}
                </>
              )}
              {button(breach, words.print, () => setPrinted(breach))}
            </div>
          </li>
        ))}
      </ul>
      {editing !== null && (
        <BreachForm {...part} breach={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {printed !== null && (
        <PrintDialog
          page={pageOf(printed, view.office.name[language], timeZone, stateOf(printed).text, words)}
          request={request}
          language={language}
          onClose={() => setPrinted(null)}
        />
      )}
    </section>
  );
}
