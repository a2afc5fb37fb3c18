import '../../../shared/ui/fonts.ts';
import '../../../shared/ui/tokens.css';
import '../common/display.css';
import './wall.css';
import './hero.css';
import './lists.css';
import './fields.css';
import './extras.css';
import './upright.css';
import { DeviceScreen } from '../common/DeviceScreen.tsx';
import { mount } from '../common/mount.tsx';
import { Wall } from './Wall.tsx';

mount(
  <DeviceScreen screen="wall">
    {(view, cutSince, link) => <Wall view={view} cutSince={cutSince} link={link} />}
  </DeviceScreen>,
);
