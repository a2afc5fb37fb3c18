import type { ReactNode } from 'react';
import type { Language } from '../../../shared/contract/schemas.ts';
import { connectionsWords } from '../../../shared/i18n/screens/connections.ts';
import { floorWords } from '../../../shared/i18n/screens/floor.ts';
import { assistantWords } from '../../../shared/i18n/screens/assistant.ts';
import { backupsWords } from '../../../shared/i18n/screens/backups.ts';
import { manageDossierWords } from '../../../shared/i18n/screens/manageDossiers.ts';
import { manageOfficeWords } from '../../../shared/i18n/screens/manageOffice.ts';
import { managePrivacyWords } from '../../../shared/i18n/screens/managePrivacy.ts';
import { manageScreensWords } from '../../../shared/i18n/screens/manageScreens.ts';
import { manageSetUpWords } from '../../../shared/i18n/screens/manageSetUp.ts';
import { catalogueWords, manageTextWords, priorityWords } from '../../../shared/i18n/screens/manageTexts.ts';
import { reportWords } from '../../../shared/i18n/screens/reports.ts';
import { Assistant } from './assistant/Assistant.tsx';
import { AddAppointment } from './appointments/AddAppointment.tsx';
import { Appointments } from './appointments/Appointments.tsx';
import { ImportAppointments } from './appointments/ImportAppointments.tsx';
import { Connections } from './connections/Connections.tsx';
import { Catalogue } from './catalogue/Catalogue.tsx';
import { Floor } from './floor/Floor.tsx';
import { Addresses } from './devices/Addresses.tsx';
import { Devices } from './devices/Devices.tsx';
import { Duplicates } from './duplicates/Duplicates.tsx';
import { Dossiers } from './dossiers/Dossiers.tsx';
import { Exchange } from './dossiers/Exchange.tsx';
import { Letters } from './dossiers/Letters.tsx';
import { Setting } from './dossiers/Setting.tsx';
import { KeepingTab } from './keeping/KeepingTab.tsx';
import { Faces } from './faces/Faces.tsx';
import { HoursForm } from './hours/HoursForm.tsx';
import { Lock } from './hours/Lock.tsx';
import { Quotas } from './hours/Quotas.tsx';
import { RulesForm } from './hours/RulesForm.tsx';
import { Fields } from './office/Fields.tsx';
import { OfficeName } from './office/OfficeName.tsx';
import { Counters } from './people/Counters.tsx';
import { Officers } from './people/Officers.tsx';
import { Priority } from './priority/Priority.tsx';
import { Privacy } from './privacy/Privacy.tsx';
import { RetentionForm } from './privacy/RetentionForm.tsx';
import { Reports } from './reports/Reports.tsx';
import { DanBiet } from './screens/DanBiet.tsx';
import { KeptNumbers } from './reserve/KeptNumbers.tsx';
import { Printers } from './screens/Printers.tsx';
import { PublicUrl } from './screens/PublicUrl.tsx';
import { Push } from './screens/Push.tsx';
import { Walls } from './screens/Walls.tsx';
import { Consent } from './texts/Consent.tsx';
import { Texts } from './texts/Texts.tsx';
import type { Part } from './part.ts';

type TabPart = Part & {
  /** The server's clock, ms since 1970. */
  readonly now: () => number;
};
type Tab = {
  /** Stands in the address. */
  readonly id: string;
  readonly name: (language: Language) => string;
  readonly show: (part: TabPart) => ReactNode;
  /** It asks the server for what only whoever opens it needs. */
  readonly onlyOpen?: true;
};

/** What a manager looks at every day. */
const daily: readonly Tab[] = [
  {
    id: 'floor',
    name: (language) => floorWords[language].tab,
    // Its clock ticks; what nobody looks at need not.
    onlyOpen: true,
    show: (part) => <Floor {...part} />,
  },
  {
    id: 'appointments',
    name: (language) => manageOfficeWords[language].tabAppointments,
    show: (part) => (
      <>
        <AddAppointment {...part} />
        <Appointments {...part} />
        <ImportAppointments {...part} />
      </>
    ),
  },
  {
    id: 'dossiers',
    name: (language) => manageDossierWords[language].tab,
    onlyOpen: true,
    show: (part) => (
      <>
        <Dossiers {...part} />
        <Exchange {...part} />
        <div className="manage-columns">
          <Setting {...part} />
          <Letters {...part} />
        </div>
      </>
    ),
  },
  {
    id: 'reports',
    name: (language) => reportWords[language].tab,
    show: (part) => <Reports {...part} />,
    onlyOpen: true,
  },
  {
    id: 'privacy',
    name: (language) => managePrivacyWords[language].tabPrivacy,
    show: (part) => (
      <>
        <Privacy {...part} />
        <RetentionForm {...part} />
      </>
    ),
  },
];

/** What is set up once, and changed when the office changes. */
const setUp: readonly Tab[] = [
  {
    id: 'assistant',
    name: (language) => assistantWords[language].tab,
    show: (part) => <Assistant {...part} />,
  },
  {
    id: 'people',
    name: (language) => manageOfficeWords[language].tabPeople,
    show: (part) => (
      <>
        <Officers {...part} />
        <Counters {...part} />
      </>
    ),
  },
  {
    id: 'office',
    name: (language) => manageSetUpWords[language].tabOffice,
    show: (part) => (
      <>
        <OfficeName {...part} />
        <Fields {...part} />
      </>
    ),
  },
  {
    id: 'procedures',
    name: (language) => catalogueWords[language].tab,
    show: (part) => <Catalogue {...part} />,
    onlyOpen: true,
  },
  {
    id: 'priority',
    name: (language) => priorityWords[language].tab,
    show: (part) => <Priority {...part} />,
  },
  {
    id: 'texts',
    name: (language) => manageTextWords[language].tabTexts,
    show: (part) => <Texts {...part} />,
    // Paper is drawn for whoever looks at it.
    onlyOpen: true,
  },
  {
    id: 'consent',
    name: (language) => manageTextWords[language].tabConsent,
    show: (part) => <Consent {...part} />,
    onlyOpen: true,
  },
  {
    id: 'hours',
    name: (language) => manageOfficeWords[language].tabHours,
    show: (part) => (
      <>
        <HoursForm {...part} />
        <div className="manage-columns">
          <RulesForm {...part} />
          <Lock {...part} key={part.view.lock === null ? 'open' : 'locked'} />
        </div>
        <Quotas {...part} />
      </>
    ),
  },
  {
    id: 'screens',
    name: (language) => manageScreensWords[language].tabScreens,
    show: (part) => (
      <>
        <Walls {...part} />
        <Printers {...part} />
        <PublicUrl {...part} />
        <Push {...part} />
        <DanBiet {...part} />
      </>
    ),
  },
  {
    id: 'devices',
    name: (language) => manageOfficeWords[language].tabDevices,
    show: (part) => (
      <>
        <div className="manage-beside">
          <Devices {...part} />
          <Addresses language={part.language} />
        </div>
        <KeptNumbers {...part} />
      </>
    ),
  },
  {
    id: 'faces',
    name: (language) => manageOfficeWords[language].tabFaces,
    show: (part) => (
      <>
        <Faces {...part} />
        <Duplicates {...part} />
      </>
    ),
  },
  {
    id: 'connections',
    name: (language) => connectionsWords[language].tab,
    show: (part) => <Connections {...part} />,
    onlyOpen: true,
  },
  {
    id: 'keeping',
    name: (language) => backupsWords[language].tab,
    onlyOpen: true,
    show: (part) => <KeepingTab {...part} />,
  },
];

/** The page's tabs, in groups. */
export const tabGroups = [
  { name: (language: Language) => manageSetUpWords[language].groupDaily, tabs: daily },
  { name: (language: Language) => manageSetUpWords[language].groupSetUp, tabs: setUp },
] as const;
