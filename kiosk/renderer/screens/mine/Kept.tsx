import type { ReactNode } from 'react';
import type { KeptData } from '../../../../shared/contract/views/privacy.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { sayDate, writeDay } from '../../../../shared/i18n/time.ts';
import { Choice } from '../../parts/Choice.tsx';
import type { Kiosk } from '../../parts/kiosk.ts';
import { useKiosk } from '../../parts/kiosk.ts';

type Fact = { readonly called: string; readonly is: string; readonly more?: string };

/** What is known of who it is. */
function personFacts(
  { name, birthDate, birthYear, idLast4, factsFrom }: KeptData,
  words: Kiosk['words'],
): Fact[] {
  const from = factsFrom === 'card' ? { more: words.mineFromCard } : {};
  const born =
    birthDate === null
      ? { called: words.mineBirthYear, is: String(birthYear ?? '—') }
      : { called: words.mineBirthDate, is: writeDay(birthDate) };
  return [
    { called: words.mineName, is: name ?? words.mineNoName, ...from },
    born,
    ...(idLast4 === null
      ? []
      : [{ called: words.mineCard, is: fill(words.mineCardLast4, { last4: idLast4 }) }]),
  ];
}

/** What was made of it since. */
function recordFacts(data: KeptData, { words, view }: Kiosk): Fact[] {
  const { timeZone } = view.office;
  const { registeredAt, templates, visitCount } = data;
  const [consent] = data.consents;
  const consentFact = consent && {
    called: words.mineConsent,
    is: fill(consent.current ? words.mineConsentGiven : words.mineConsentOld, {
      version: consent.version,
      date: sayDate(consent.agreedAt, timeZone),
    }),
  };
  return [
    { called: words.mineSince, is: sayDate(registeredAt, timeZone) },
    { called: words.mineFace, is: fill(words.mineFaceCount, { n: templates.length }) },
    { called: words.mineVisits, is: String(visitCount) },
    ...(consentFact === undefined ? [] : [consentFact]),
  ];
}

/** Everything kept of the visitor in plain words, and what can be done about it. */
export function Kept({ data }: { readonly data: KeptData }): ReactNode {
  const kiosk = useKiosk();
  const { words, act } = kiosk;
  return (
    <div className="mine">
      <h1 className="title">{words.mineTitle}</h1>
      <dl className="mine-facts">
        {[...personFacts(data, words), ...recordFacts(data, kiosk)].map(({ called, is, more }) => (
          <div key={called}>
            <dt>{called}</dt>
            <dd>
              {is}
              {more !== undefined && <small>{more}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Choice
          label={words.mineCorrect}
          hint={words.mineCorrectHint}
          onChoose={() => act({ kind: 'correctMine' })}
        />
        <Choice
          label={words.mineWithdraw}
          hint={words.mineWithdrawHint}
          onChoose={() => act({ kind: 'forgetMine', what: 'withdraw' })}
        />
        <Choice
          label={words.mineErase}
          hint={words.mineEraseHint}
          onChoose={() => act({ kind: 'forgetMine', what: 'erase' })}
        />
        <Choice
          label={words.mineClose}
          hint={words.mineCloseHint}
          primary
          onChoose={() => act({ kind: 'leave' })}
        />
      </div>
    </div>
  );
}
