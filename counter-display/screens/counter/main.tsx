import '../../../shared/ui/fonts.ts';
import '../../../shared/ui/tokens.css';
import '../common/display.css';
import './counter.css';
import './rating/rating.css';
import { DeviceScreen } from '../common/DeviceScreen.tsx';
import { mount } from '../common/mount.tsx';
import { CounterDisplay } from './CounterDisplay.tsx';

mount(
  <DeviceScreen screen="counter">
    {(view, cutSince, link) => <CounterDisplay view={view} cutSince={cutSince} link={link} />}
  </DeviceScreen>,
);
