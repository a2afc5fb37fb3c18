import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import type { PrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { sayDate } from '../../../../shared/i18n/time.ts';
import type { Page } from './PrintDialog.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import type { Timed } from './Privacy.tsx';
import { countRequests } from './say.ts';

/** What is processed, why and for how long: from what is set and kept now. */
function factsOf(view: View<'manage'>, now: number, words: PrivacyWords, office: string): Page['facts'] {
  const { faces, privacy, retention } = view;
  const { record, breaches } = privacy;
  return [
    [words.recordController, office],
    [words.recordPurposes, words.recordPurposesIs],
    [words.recordCategories, words.recordCategoriesIs],
    [
      words.recordPeople,
      fill(words.recordPeopleIs, {
        visitors: faces.visitors,
        templates: faces.templates,
        visits: record.visits,
      }),
    ],
    [words.recordBasis, fill(words.recordBasisIs, { version: record.consentVersion })],
    [
      words.recordConsents,
      fill(words.recordConsentsIs, {
        current: record.consentsCurrent,
        older: record.consentsOlder,
        withdrawn: record.withdrawn,
      }),
    ],
    [words.recordRetention, fill(words.recordRetentionIs, retention)],
    [words.recordRecipients, words.recordRecipientsIs],
    [words.recordMeasures, words.recordMeasuresIs],
    [words.recordModel, fill(words.recordModelIs, { model: faces.modelId })],
    [
      words.recordRights,
      fill(words.recordRightsIs, { ...countRequests(view, now), breaches: breaches.length }),
    ],
  ];
}

/** The office's record of processing on one page. */
export function ProcessingRecord({ view, request, language, now }: Timed): ReactNode {
  const words = managePrivacyWords[language];
  const [isShown, setShown] = useState(false);
  const at = now();
  const page: Page = {
    title: words.record,
    above: [fill(words.recordMade, { date: sayDate(at, view.office.timeZone), name: view.me.name })],
    facts: factsOf(view, at, words, view.office.name[language]),
    below: [],
    sign: words.recordSign,
  };
  return (
    <section>
      <h2>{words.record}</h2>
      <p className="manage-soft">{words.recordHelp}</p>
      <Button onClick={() => setShown(true)}>{words.recordShow}</Button>
      {isShown && (
        <PrintDialog page={page} request={request} language={language} onClose={() => setShown(false)} />
      )}
    </section>
  );
}
