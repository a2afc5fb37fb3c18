import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { manageOfficeWords } from '../../../shared/i18n/screens/manageOffice.ts';
import { manageScreensWords } from '../../../shared/i18n/screens/manageScreens.ts';
import { reportWords } from '../../../shared/i18n/screens/reports.ts';
import { officerWords } from '../../../shared/i18n/screens/officer.ts';
import { SaidAlert } from '../staff/SaidAlert.tsx';
import { StaffHeader } from '../staff/StaffHeader.tsx';
import type { Staff } from '../staff/StaffScreen.tsx';
import { useRequest } from '../staff/useRequest.ts';
import { AddAppointment } from './appointments/AddAppointment.tsx';
import { Appointments } from './appointments/Appointments.tsx';
import { ImportAppointments } from './appointments/ImportAppointments.tsx';
import { Addresses } from './devices/Addresses.tsx';
import { Devices } from './devices/Devices.tsx';
import { Faces } from './faces/Faces.tsx';
import { HoursForm } from './hours/HoursForm.tsx';
import { Lock } from './hours/Lock.tsx';
import { Quotas } from './hours/Quotas.tsx';
import { RulesForm } from './hours/RulesForm.tsx';
import { Counters } from './people/Counters.tsx';
import { Officers } from './people/Officers.tsx';
import { Reports } from './reports/Reports.tsx';
import { Printers } from './screens/Printers.tsx';
import { PublicUrl } from './screens/PublicUrl.tsx';
import { Walls } from './screens/Walls.tsx';

const tabs = ['people', 'hours', 'appointments', 'devices', 'screens', 'faces', 'reports'] as const;
type Tab = (typeof tabs)[number];

/** The tab of the address, so that reloading stays on it. */
const tabOfAddress = (): Tab => tabs.find((tab) => window.location.hash === `#${tab}`) ?? 'people';

/** What a manager sets up: who works here, when and how numbers are given, and which screens belong to the office. */
export function Manage({ view: { data }, cutSince, link, language, onLanguage }: Staff<'manage'>): ReactNode {
  const request = useRequest(link, language);
  const words = manageOfficeWords[language];
  const [tab, setTab] = useState<Tab>(tabOfAddress);
  const part = { view: data, request, language, disabled: cutSince !== null || request.busy !== null };
  const open = (value: string | null): void => {
    const next = tabs.find((one) => one === value);
    if (next === undefined) return;
    setTab(next);
    request.say(null);
    window.history.replaceState(null, '', `#${next}`);
  };
  const names: Readonly<Record<Tab, string>> = {
    people: words.tabPeople,
    hours: words.tabHours,
    appointments: words.tabAppointments,
    devices: words.tabDevices,
    screens: manageScreensWords[language].tabScreens,
    faces: words.tabFaces,
    reports: reportWords[language].tab,
  };
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
      <Tabs value={tab} onChange={open} className="manage-tabs">
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {names[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <SaidAlert request={request} closeLabel={officerWords[language].dismiss} />
        <Tabs.Panel value="people" className="manage-parts">
          <Officers {...part} />
          <Counters {...part} />
        </Tabs.Panel>
        <Tabs.Panel value="hours" className="manage-parts">
          <HoursForm {...part} now={link.now} />
          <div className="manage-columns">
            <RulesForm {...part} />
            <Lock {...part} key={data.lock === null ? 'open' : 'locked'} />
          </div>
          <Quotas {...part} />
        </Tabs.Panel>
        <Tabs.Panel value="appointments" className="manage-parts">
          <AddAppointment {...part} now={link.now} />
          <Appointments {...part} />
          <ImportAppointments {...part} />
        </Tabs.Panel>
        <Tabs.Panel value="devices" className="manage-parts manage-beside">
          <Devices {...part} now={link.now} />
          <Addresses language={language} />
        </Tabs.Panel>
        <Tabs.Panel value="screens" className="manage-parts">
          <Walls {...part} />
          <Printers {...part} />
          <PublicUrl {...part} />
        </Tabs.Panel>
        <Tabs.Panel value="faces" className="manage-parts">
          <Faces {...part} />
        </Tabs.Panel>
        <Tabs.Panel value="reports" className="manage-parts">
          {tab === 'reports' && <Reports {...part} now={link.now} />}
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
