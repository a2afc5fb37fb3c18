import type { ReactNode } from 'react';
import { officerWords } from '../../../shared/i18n/screens/officer.ts';
import { SaidAlert } from '../staff/SaidAlert.tsx';
import { StaffHeader } from '../staff/StaffHeader.tsx';
import type { Staff } from '../staff/StaffScreen.tsx';
import { useRequest } from '../staff/useRequest.ts';
import { Addresses } from './parts/Addresses.tsx';
import { Devices } from './parts/Devices.tsx';
import { Enrolled } from './parts/Enrolled.tsx';
import { Officers } from './parts/Officers.tsx';

/** What a manager sets up: who works here and which screens belong to the office. */
export function Manage({ view: { data }, cutSince, link, language, onLanguage }: Staff<'manage'>): ReactNode {
  const request = useRequest(link, language);
  const part = { view: data, request, language, disabled: cutSince !== null || request.busy !== null };
  return (
    <div className="manage">
      <StaffHeader
        office={data.office}
        name={data.me.name}
        cutSince={cutSince}
        language={language}
        onLanguage={onLanguage}
        onLoggedOut={link.reopen}
        onTrouble={(text) => request.say({ kind: 'trouble', text })}
      />
      <SaidAlert request={request} closeLabel={officerWords[language].dismiss} />
      <main className="manage-parts">
        <Officers {...part} />
        <Devices {...part} now={link.now} />
        <aside>
          <Enrolled enrolled={data.enrolled} language={language} />
          <Addresses language={language} />
        </aside>
      </main>
    </div>
  );
}
