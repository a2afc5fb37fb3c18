import '../../../shared/ui/fonts.ts';
import '../../../shared/ui/tokens.css';
import '../common/display.css';
import { mount } from '../common/mount.tsx';
import { StaffScreen } from '../staff/StaffScreen.tsx';
import '../staff/staff.css';
import './css/officer.css';
import './css/choose.css';
import './css/visit.css';
import './css/finish.css';
import './css/actions.css';
import './css/lists.css';
import './css/dialogs.css';
import './css/sizes.css';
import './css/slip.css';
import '../staff/dossiers/dossiers.css';
import { Officer } from './Officer.tsx';

mount(
  <StaffScreen screen="officer" title={{ vi: 'Màn hình cán bộ', en: 'Officer console' }} admits={() => true}>
    {(staff) => <Officer {...staff} />}
  </StaffScreen>,
);
