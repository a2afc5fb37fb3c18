import '../../../shared/ui/fonts.ts';
import '../../../shared/ui/tokens.css';
import '../common/display.css';
import { mount } from '../common/mount.tsx';
import { StaffScreen } from '../staff/StaffScreen.tsx';
import '../staff/staff.css';
import './manage.css';
import './floor/floor.css';
import './floor/table.css';
import './assistant/assistant.css';
import './keeping/keeping.css';
import './reports/reports.css';
import '../staff/dossiers/dossiers.css';
import './dossiers/dossiers.css';
import { Manage } from './Manage.tsx';

mount(
  <StaffScreen
    screen="manage"
    title={{ vi: 'Quản lý', en: 'Manage' }}
    admits={(role) => role === 'manager' || role === 'admin'}
  >
    {(staff) => <Manage {...staff} />}
  </StaffScreen>,
);
