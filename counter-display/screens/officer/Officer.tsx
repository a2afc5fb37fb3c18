import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { officerWords } from '../../../shared/i18n/screens/officer.ts';
import { useServerTime } from '../../../shared/link/useLink.ts';
import { SaidAlert } from '../staff/SaidAlert.tsx';
import { StaffHeader } from '../staff/StaffHeader.tsx';
import type { Staff } from '../staff/StaffScreen.tsx';
import { useRequest } from '../staff/useRequest.ts';
import { Actions } from './parts/Actions.tsx';
import { AtDesk } from './parts/AtDesk.tsx';
import { ChooseCounter } from './parts/ChooseCounter.tsx';
import { FieldsWaiting } from './parts/FieldsWaiting.tsx';
import { Line } from './parts/Line.tsx';
import { useActionKeys } from './useActionKeys.ts';
import { useDesk } from './useDesk.ts';

/** The officer's screen: first a counter, then one visitor after the other. */
export function Officer(staff: Staff<'officer'>): ReactNode {
  const { view, cutSince, link, language, onLanguage } = staff;
  const { data } = view;
  const words = officerWords[language];
  const request = useRequest(link, language);
  const run = useDesk(staff, request);
  useActionKeys(run);
  const now = useServerTime(link);
  const counter = data.counters.find(({ id }) => id === data.desk?.counterId);
  const place = counter === undefined ? null : fill(words.counterN, { n: counter.number });
  const ticket = data.desk?.ticket ?? null;
  useEffect(() => {
    document.title = [ticket?.number, place ?? words.chooseCounter].filter(Boolean).join(' · ');
  }, [ticket?.number, place, words]);

  const isStill = cutSince !== null || request.busy !== null;
  return (
    <div className="officer">
      <StaffHeader
        office={data.office}
        name={data.me.name}
        cutSince={cutSince}
        language={language}
        onLanguage={onLanguage}
        onLoggedOut={link.reopen}
        onTrouble={(text) => request.say({ kind: 'trouble', text })}
      >
        {place !== null && (
          <>
            <span className="officer-place">{place}</span>
            <Button
              variant="default"
              disabled={isStill || ticket !== null}
              onClick={() => void request.send('desk:leave', {})}
            >
              {words.leaveCounter}
            </Button>
          </>
        )}
      </StaffHeader>
      <SaidAlert request={request} closeLabel={words.dismiss} />
      {data.desk === null ? (
        <ChooseCounter
          view={data}
          language={language}
          disabled={isStill}
          onTake={(counterId) => void request.send('desk:take', { counterId })}
        />
      ) : (
        <main className="officer-desk" data-cut={cutSince !== null}>
          <div className="officer-left">
            <AtDesk view={data} now={now} language={language} />
            <Actions
              view={data}
              isCut={cutSince !== null}
              busy={request.busy}
              language={language}
              onAction={run}
            />
            <FieldsWaiting fields={data.fields} language={language} />
          </div>
          <Line view={data} now={now} language={language} />
        </main>
      )}
    </div>
  );
}
