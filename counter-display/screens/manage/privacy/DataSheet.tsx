import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import type { DataRequestView, KeptData } from '../../../../shared/contract/views/privacy.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import type { PrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { sayDate, writeDay } from '../../../../shared/i18n/time.ts';
import type { Page } from './PrintDialog.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import type { Timed } from './Privacy.tsx';
import { sayMoment } from './say.ts';

type Props = Timed & { readonly dataRequest: DataRequestView; readonly onClose: () => void };

type Naming = {
  readonly words: PrivacyWords;
  readonly timeZone: string;
  readonly fieldName: (id: number) => string;
};

const lines = (all: readonly string[], words: PrivacyWords): string =>
  all.length === 0 ? words.sheetNone : all.join('\n');

/** Who it is, as far as that is kept. */
const personFacts = (data: KeptData, { words }: Naming): Page['facts'] => [
  [words.sheetName, data.name ?? words.nameless],
  data.birthDate === null
    ? [words.sheetYear, String(data.birthYear ?? words.unknownBirth)]
    : [words.sheetBorn, writeDay(data.birthDate)],
  [
    words.sheetCard,
    data.idLast4 === null ? words.sheetNone : fill(words.sheetCardLast4, { last4: data.idLast4 }),
  ],
  [words.sheetFrom, data.factsFrom === 'card' ? words.sheetCardFacts : words.sheetSaid],
];

/** What was kept since: faces by number and date only. */
function recordFacts(data: KeptData, { words, timeZone, fieldName }: Naming): Page['facts'] {
  const faces = data.templates.map(({ madeAt, modelId }) =>
    fill(words.sheetFace, { date: sayDate(madeAt, timeZone), model: modelId }),
  );
  const consents = data.consents.map(({ version, agreedAt, withdrawnAt }) =>
    fill(withdrawnAt === null ? words.sheetConsent : words.sheetWithdrawn, {
      version,
      date: sayDate(agreedAt, timeZone),
      withdrawn: withdrawnAt === null ? '' : sayDate(withdrawnAt, timeZone),
    }),
  );
  const visits = data.visits.map(
    ({ number, fieldId, issuedAt }) => `${sayMoment(issuedAt, timeZone)} · ${number} · ${fieldName(fieldId)}`,
  );
  const appointments = data.appointments.map(
    ({ fieldId, at }) => `${sayMoment(at, timeZone)} · ${fieldName(fieldId)}`,
  );
  const asked = data.requests.map(
    ({ kind, receivedOn }) => `${writeDay(receivedOn)} · ${words[`kind_${kind}`]}`,
  );
  return [
    [words.sheetSince, sayDate(data.registeredAt, timeZone)],
    [words.sheetFaces, faces.length === 0 ? words.sheetNoFaces : faces.join('\n')],
    [words.sheetConsents, lines(consents, words)],
    [fill(words.sheetVisits, { n: data.visitCount }), lines(visits, words)],
    [words.sheetAppointments, lines(appointments, words)],
    [words.sheetRequests, lines(asked, words)],
  ];
}

function pageOf(
  data: KeptData,
  request: DataRequestView,
  view: View<'manage'>,
  at: number,
  naming: Naming,
): Page {
  const { words, timeZone } = naming;
  return {
    title: words.sheetTitle,
    above: [
      view.office.name.vi,
      fill(words.sheetMade, {
        date: sayDate(at, timeZone),
        id: request.id,
        received: writeDay(request.receivedOn),
      }),
    ],
    facts: [...personFacts(data, naming), ...recordFacts(data, naming)],
    below: [words.sheetUse],
    sign: words.recordSign,
  };
}

/** Everything kept of the person who asked to see it, to be handed over on paper. */
export function DataSheet({ dataRequest, onClose, ...part }: Props): ReactNode {
  const { view, request, language, now } = part;
  const [data, setData] = useState<KeptData | null>(null);
  const { send } = request;
  const asked = useRef(false);
  useEffect(() => {
    // Each reading is kept in the audit, so it is done once.
    if (asked.current) return;
    asked.current = true;
    void send('dataRequest:sheet', { dataRequestId: dataRequest.id }).then((answer) =>
      answer === null ? onClose() : setData(answer),
    );
  }, [send, dataRequest.id, onClose]);
  if (data === null) return null;
  const fieldName = (id: number): string =>
    view.fields.find((field) => field.id === id)?.name[language] ?? '';
  const naming = { words: managePrivacyWords[language], timeZone: view.office.timeZone, fieldName };
  const page = pageOf(data, dataRequest, view, now(), naming);
  return <PrintDialog page={page} request={request} language={language} onClose={onClose} />;
}
