import { connectionsWords } from '../../../shared/i18n/screens/connections.ts';
import { assistantWords } from '../../../shared/i18n/screens/assistant.ts';
import { backupsWords } from '../../../shared/i18n/screens/backups.ts';
import { manageOfficeWords } from '../../../shared/i18n/screens/manageOffice.ts';
import { manageScreensWords } from '../../../shared/i18n/screens/manageScreens.ts';
import { manageSetUpWords } from '../../../shared/i18n/screens/manageSetUp.ts';
import { Assistant } from './assistant/Assistant.tsx';
import { Connections } from './connections/Connections.tsx';
import { Addresses } from './devices/Addresses.tsx';
import { Devices } from './devices/Devices.tsx';
import { Duplicates } from './duplicates/Duplicates.tsx';
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
import { DanBiet } from './screens/DanBiet.tsx';
import { KeptNumbers } from './reserve/KeptNumbers.tsx';
import { Printers } from './screens/Printers.tsx';
import { PublicUrl } from './screens/PublicUrl.tsx';
import { Push } from './screens/Push.tsx';
import { Walls } from './screens/Walls.tsx';
import type { Tab } from './tab.ts';
import { textTabs } from './textTabs.tsx';

/** What is set up once, and changed when the office changes. */
export const setUpTabs: readonly Tab[] = [
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
  ...textTabs,
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
