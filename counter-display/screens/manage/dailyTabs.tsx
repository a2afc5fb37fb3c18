import { floorWords } from '../../../shared/i18n/screens/floor.ts';
import { manageDossierWords } from '../../../shared/i18n/screens/manageDossiers.ts';
import { manageOfficeWords } from '../../../shared/i18n/screens/manageOffice.ts';
import { managePrivacyWords } from '../../../shared/i18n/screens/managePrivacy.ts';
import { reportWords } from '../../../shared/i18n/screens/reports.ts';
import { AddAppointment } from './appointments/AddAppointment.tsx';
import { Appointments } from './appointments/Appointments.tsx';
import { ImportAppointments } from './appointments/ImportAppointments.tsx';
import { Floor } from './floor/Floor.tsx';
import { Dossiers } from './dossiers/Dossiers.tsx';
import { Exchange } from './dossiers/Exchange.tsx';
import { Letters } from './dossiers/Letters.tsx';
import { Setting } from './dossiers/Setting.tsx';
import { Privacy } from './privacy/Privacy.tsx';
import { RetentionForm } from './privacy/RetentionForm.tsx';
import { Reports } from './reports/Reports.tsx';
import type { Tab } from './tab.ts';

/** What a manager looks at every day. */
export const dailyTabs: readonly Tab[] = [
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
