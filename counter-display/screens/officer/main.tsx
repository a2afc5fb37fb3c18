import '../../../shared/ui/fonts.ts';
import '../../../shared/ui/tokens.css';
import '../common/display.css';
import { mount } from '../common/mount.tsx';
import { StaffScreen } from '../staff/StaffScreen.tsx';
import '../staff/staff.css';
import './officer.css';
import './choose.css';
import './atDesk.css';
import './line.css';
import './narrow.css';
import { Officer } from './Officer.tsx';

mount(
  <StaffScreen
    screen="officer"
    title={{ vi: 'Bàn làm việc cán bộ', en: 'Officer console' }}
    admits={() => true}
  >
    {(staff) => <Officer {...staff} />}
  </StaffScreen>,
);
